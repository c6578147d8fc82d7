/** A list that grows page by page; at most MAX items are held. */
import { computed, ref, shallowRef, type Ref } from 'vue'
import { asProblem, type Problem } from './client'
import type { List } from './types'

const MAX = 600
type State = { is: 'idle' } | { is: 'loading' } | { is: 'error'; problem: Problem }

export function useList<T>(fetchPage: (cursor: string | null) => Promise<List<T>>) {
  const items = ref([]) as Ref<T[]>
  const state = shallowRef<State>({ is: 'idle' })
  const next = ref<string | null>(null)
  const begun = ref(false)
  let round = 0

  async function load(cursor: string | null): Promise<void> {
    const mine = ++round
    state.value = { is: 'loading' }
    try {
      const page = await fetchPage(cursor)
      if (mine !== round) return
      items.value = cursor === null ? page.items : [...items.value, ...page.items].slice(0, MAX)
      next.value = items.value.length < MAX ? page.next : null
      begun.value = true
      state.value = { is: 'idle' }
    } catch (cause) {
      if (mine === round) state.value = { is: 'error', problem: asProblem(cause) }
    }
  }

  const more = () => (state.value.is === 'idle' && next.value ? load(next.value) : undefined)
  const fresh = () => { items.value = []; begun.value = false; next.value = null; return load(null) }
  const empty = computed(() => begun.value && items.value.length === 0)
  return { items, state, next, empty, more, fresh }
}
