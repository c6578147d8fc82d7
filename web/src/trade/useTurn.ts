/** A place in the queue of a flash sale, kept by asking again until one is let in or all is sold. */
import { onBeforeUnmount, shallowRef } from 'vue'
import { asProblem, type Problem } from '@/api/client'
import * as sales from '@/api/sales'

const ASK_MILLIS = 2_000
export interface Place { place: number; waiting: number }
export type Ended = 'in' | 'full' | 'sold-out' | Problem

export function useTurn(ended: (how: Ended) => void) {
  const place = shallowRef<Place | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let call: AbortController | null = null

  function leave(): void {
    clearTimeout(timer)
    call?.abort()
    call = null
    place.value = null
  }
  function wait(sale: string, first: Place): void {
    leave()
    place.value = first
    timer = setTimeout(() => void ask(sale), ASK_MILLIS)
  }
  async function ask(sale: string): Promise<void> {
    const mine = (call = new AbortController())
    try {
      const turn = await sales.turn(sale, mine.signal)
      if (mine.signal.aborted) return
      if (turn.state === 'waiting') return wait(sale, { place: turn.place ?? 1, waiting: turn.waiting ?? 1 })
      leave()
      ended(turn.state)
    } catch (cause) {
      if (mine.signal.aborted) return
      const problem = asProblem(cause)
      // A network that is away for a moment costs the place only after the server's patience is over.
      if (['offline', 'slow'].includes(problem.type) && place.value) return wait(sale, place.value)
      leave()
      ended(problem)
    }
  }
  onBeforeUnmount(leave)
  return { place, wait, leave }
}
