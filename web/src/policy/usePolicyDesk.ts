/** What an operator knows of policies and does with them. */
import { computed, onMounted, ref, shallowRef } from 'vue'
import { asProblem, type Problem } from '@/api/client'
import * as policies from '@/api/policies'
import type { Proposal } from '@/api/policies'
import { useAsked } from '@/api/useAsked'
import { t } from '@/app/words'
import { useWhileSeen } from '@/app/useWhileSeen'
import { toast } from '@/design/toasts'

const LOOK_MILLIS = 15_000
/** A decision that waits for a confirmation; `when` says from when on it tells. */
export interface Deed { does: 'approve' | 'release' | 'withdraw' | 'roll-back' | 'call-off'; version: number; when: string; waiver: boolean }

export function usePolicyDesk() {
  const { state, load, refresh } = useAsked(async (signal) => {
    const overview = await policies.overview(signal)
    return { overview, text: (await policies.whole(overview.inForce, signal)).text }
  })
  const deed = shallowRef<Deed | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  const open = computed<Proposal[]>(() => (state.value.is === 'done' ? state.value.value.overview.documents.filter((one) => one.state === 'proposed') : []))
  onMounted(load)
  useWhileSeen(refresh, LOOK_MILLIS)

  function ask(next: Deed | null): void {
    problem.value = null
    deed.value = next
  }

  async function act(reason: string): Promise<void> {
    const { does, version } = deed.value!
    const waiver = reason || null
    busy.value = true
    problem.value = null
    try {
      if (does === 'approve') await policies.approve(version, waiver)
      else if (does === 'release') await policies.releaseAlone(version, waiver)
      else if (does === 'withdraw') await policies.withdraw(version)
      else await policies.rollBack(version, reason)
      deed.value = null
      toast(t(`policy.deed-done.${does}`, { n: version }))
    } catch (cause) {
      problem.value = asProblem(cause)
      if (problem.value.type === 'waiver-needed') deed.value = { ...deed.value!, waiver: true }
    } finally {
      busy.value = false
      await refresh()
    }
  }
  return { state, load, refresh, open, deed, problem, busy, ask, act }
}
