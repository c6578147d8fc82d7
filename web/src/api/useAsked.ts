/** One answer that a page asks for, now and again; an answer that comes late, or to nobody, is let go. */
import { onBeforeUnmount, shallowRef } from 'vue'
import { asProblem } from './client'
import type { Loading } from './loading'

export function useAsked<T>(ask: (signal: AbortSignal) => Promise<T>) {
  const state = shallowRef<Loading<T>>({ is: 'loading' })
  let call = new AbortController()
  onBeforeUnmount(() => call.abort())

  async function asked(): Promise<Loading<T> | null> {
    call.abort()
    const mine = (call = new AbortController())
    try {
      const value = await ask(mine.signal)
      return mine.signal.aborted ? null : { is: 'done', value }
    } catch (cause) {
      return mine.signal.aborted ? null : { is: 'error', problem: asProblem(cause) }
    }
  }
  /** Asks from the beginning: what stood there before was about something else. */
  async function load(): Promise<void> {
    state.value = { is: 'loading' }
    state.value = (await asked()) ?? state.value
  }
  /** Asks the same again: what stands there stays until something better comes. */
  async function refresh(): Promise<void> {
    const answer = await asked()
    if (answer && (answer.is === 'done' || state.value.is !== 'done')) state.value = answer
  }
  return { state, load, refresh }
}
