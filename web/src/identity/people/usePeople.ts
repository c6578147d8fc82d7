/** People as an operator looks them up: by the beginning of a handle and by role, one of them chosen. */
import { computed, onBeforeUnmount, ref, watch } from 'vue'
import * as operators from '@/api/operators'
import type { Role, Roled } from '@/api/types'
import { useList } from '@/api/useList'

const REST_MILLIS = 250

export function usePeople() {
  const q = ref('')
  const role = ref<Role | null>(null)
  const chosenHandle = ref<string | null>(null)
  const list = useList<Roled>((cursor) => operators.people(q.value.trim(), role.value, cursor))
  const chosen = computed(() => list.items.value.find((one) => one.handle === chosenHandle.value) ?? null)
  let resting: ReturnType<typeof setTimeout> | undefined

  watch(q, () => {
    clearTimeout(resting)
    resting = setTimeout(() => void list.fresh(), REST_MILLIS)
  })
  watch(role, () => void list.fresh())
  onBeforeUnmount(() => clearTimeout(resting))

  function changed(handle: string, granted: Role, on: boolean): void {
    list.items.value = list.items.value.map((one) =>
      one.handle === handle ? { ...one, roles: on ? [...new Set([...one.roles, granted])] : one.roles.filter((other) => other !== granted) } : one)
  }
  return { q, role, chosen, chosenHandle, changed, ...list }
}
