/** What a viewer does not want more of: this kind of work, or this creator. It leaves the stage at once, and the next page knows. */
import * as identity from '@/api/identity'
import * as works from '@/api/works'
import { t, told } from '@/app/words'
import { toast } from '@/design/toasts'
import { useConsent } from '@/identity/useConsent'
import { useMe } from '@/identity/useMe'
import type { Showing } from './showing'

export type Unwanted = 'kind' | 'creator'

/** What goes with the first of some works: itself alone, or all by its creator. */
export function leaving(ahead: Showing[], of: Unwanted): string[] {
  const [first] = ahead
  if (!first) return []
  return ahead.filter((one) => one === first || (of === 'creator' && one.work.creator.id === first.work.creator.id)).map((one) => one.key)
}

/** `ahead` is what is on the stage and what follows. */
export function useLess(ahead: () => Showing[], drop: (keys: string[]) => void) {
  const { signedIn } = useMe()
  const { given } = useConsent('behaviour')

  async function less(of: Unwanted): Promise<void> {
    const showing = ahead()[0]
    if (!showing || !signedIn()) return
    drop(leaving(ahead(), of))
    try {
      await (of === 'kind' ? kind(showing) : creator(showing))
    } catch (cause) {
      toast(told(cause), 'bad')
    }
  }
  async function kind({ work, token }: Showing): Promise<void> {
    await works.notInterested(work.id, true, token)
    toast(t(given.value ? 'feed.less' : 'feed.less-unprofiled'), 'plain', { label: t('undo'), act: () => void works.notInterested(work.id, false, token).catch(() => undefined) })
  }
  async function creator({ work }: Showing): Promise<void> {
    await identity.block(work.creator.handle, true)
    toast(t('feed.not-creator', { name: work.creator.name }), 'plain', { label: t('undo'), act: () => void identity.block(work.creator.handle, false).catch(() => undefined) })
  }
  return { less }
}
