/** What a viewer can do with a work: shown at once, undone when the server refuses. */
import type { Mine, Work } from '@/api/types'
import * as works from '@/api/works'
import { told } from '@/app/words'
import { toast } from '@/design/toasts'
import { useMe } from '@/identity/useMe'

export function useVerbs(work: () => Work, token: () => string | undefined) {
  const { signedIn } = useMe()

  async function turn(which: 'liked' | 'favourited', on: boolean): Promise<void> {
    const one = work()
    if (!signedIn() || one.mine[which] === on) return
    apply(one, which, on)
    try {
      const call = which === 'liked' ? works.like : works.favourite
      const answer = await call(one.id, on, token())
      one.counts = answer.counts
      one.mine = answer.mine
    } catch (cause) {
      apply(one, which, !on)
      toast(told(cause), 'bad')
    }
  }
  return {
    like: (on = !work().mine.liked) => turn('liked', on),
    favourite: (on = !work().mine.favourited) => turn('favourited', on),
  }
}

function apply(work: Work, which: keyof Mine, on: boolean): void {
  work.mine[which] = on
  work.counts[which === 'liked' ? 'likes' : 'favourites'] += on ? 1 : -1
}
