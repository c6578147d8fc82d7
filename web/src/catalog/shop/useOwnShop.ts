/** The shop of whoever is here; asked once for all pages of the console. */
import { shallowRef, watch } from 'vue'
import * as catalog from '@/api/catalog'
import type { Shop } from '@/api/catalog'
import { asProblem, type Problem } from '@/api/client'

type State = { is: 'loading' } | { is: 'none' } | { is: 'done'; shop: Shop } | { is: 'error'; problem: Problem }
const state = shallowRef<State>({ is: 'loading' })

async function load(): Promise<void> {
  if (state.value.is !== 'done') state.value = { is: 'loading' }
  try {
    take(await catalog.ownShop())
  } catch (cause) {
    const problem = asProblem(cause)
    state.value = problem.status === 404 ? { is: 'none' } : { is: 'error', problem }
  }
}
function take(shop: Shop): void {
  state.value = { is: 'done', shop }
}

/** Whoever acts for another shop from now on, or no longer, is asked again. */
function forget(): void {
  state.value = { is: 'loading' }
}

export const useOwnShop = () => ({ state, load, take, forget })

/** Does what a page needs once there is a shop: at once, or after it was opened. */
export function onceOpen(act: () => void): void {
  watch(() => state.value.is === 'done', (open) => { if (open) act() }, { immediate: true })
}
