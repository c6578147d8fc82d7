/** A text that is being written: kept in this browser, checked by the server, proposed. */
import { ref, shallowRef, watch } from 'vue'
import { asProblem } from '@/api/client'
import * as policies from '@/api/policies'
import type { Fault, Plan } from '@/api/policies'
import { told } from '@/app/words'
import { begun, forget, keep, kept } from './draft'

type State = { is: 'writing' } | { is: 'busy' } | { is: 'checked'; plan: Plan | null } | { is: 'refused'; faults: Fault[]; text: string }

export function useDraft(inForce: string, next: number, zone: string) {
  const text = ref(kept() ?? begun(inForce, next, zone))
  const why = ref('')
  const state = shallowRef<State>({ is: 'writing' })
  watch(text, (now) => { keep(now); state.value = { is: 'writing' } })

  async function check(): Promise<void> {
    state.value = { is: 'busy' }
    state.value = await policies.check(text.value).then((answer): State => ({ is: 'checked', plan: answer.plan ?? null }), refused)
  }

  /** Returns whether it is public now. */
  async function propose(): Promise<boolean> {
    state.value = { is: 'busy' }
    try {
      await policies.propose(text.value, why.value.trim())
    } catch (cause) {
      state.value = refused(cause)
      return false
    }
    forget()
    why.value = ''
    return true
  }

  /** Begins with the text in force again. */
  function renew(current: string, free: number): void {
    text.value = begun(current, free, zone)
    forget()
  }

  /** What another check of the same text found stands at its lines too. */
  function refuse(cause: unknown): void {
    state.value = refused(cause)
  }

  function refused(cause: unknown): State {
    const problem = asProblem(cause)
    const faults = problem.type === 'policy-broken' && Array.isArray(problem.body.problems) ? (problem.body.problems as Fault[]) : []
    return { is: 'refused', faults, text: faults.length ? '' : told(problem) }
  }
  return { text, why, state, check, propose, renew, refuse }
}
