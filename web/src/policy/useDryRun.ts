/** A dry run of one text of rules; when the text changes, what was found about it is let go. */
import { onBeforeUnmount, shallowRef, watch } from 'vue'
import { asProblem, type Problem } from '@/api/client'
import * as policies from '@/api/policies'
import { dryRun, type Tried } from '@/api/traffic'

export const spans = [7, 14, 30, 90] as const

type State = { is: 'idle' } | { is: 'loading'; days: number } | { is: 'done'; tried: Tried } | { is: 'error'; problem: Problem }

/** `rules` is a text, or the version whose text it is. */
export function useDryRun(rules: () => string | number) {
  const state = shallowRef<State>({ is: 'idle' })
  let call = new AbortController()
  onBeforeUnmount(() => call.abort())
  watch(rules, end)

  async function run(days: number): Promise<void> {
    end()
    const { signal } = call
    state.value = { is: 'loading', days }
    const answer = await asked(days, signal).then((tried): State => ({ is: 'done', tried }), (cause): State => ({ is: 'error', problem: asProblem(cause) }))
    if (!signal.aborted) state.value = answer
  }

  async function asked(days: number, signal: AbortSignal): Promise<Tried> {
    const given = rules()
    return dryRun(typeof given === 'string' ? given : (await policies.whole(given, signal)).text, days, signal)
  }

  /** Stops what runs, and takes away what was found. */
  function end(): void {
    call.abort()
    call = new AbortController()
    state.value = { is: 'idle' }
  }
  return { state, run, end }
}
