/** The rules that hold, and those of a version that held; a journey can be read without them, so nothing fails when they are away. */
import { shallowRef } from 'vue'
import * as policies from '@/api/policies'
import type { Rules } from '@/api/policies'

export function useRules() {
  const now = shallowRef<Rules | null>(null)
  const then = shallowRef<Rules | null>(null)

  async function learn(version: number | undefined): Promise<void> {
    now.value = await policies.inForce().then((holding) => holding.rules, () => now.value)
    if (version === undefined) return
    then.value = now.value?.version === version ? now.value : await policies.whole(version).then((whole) => whole.rules, () => then.value)
  }
  return { now, then, learn }
}
