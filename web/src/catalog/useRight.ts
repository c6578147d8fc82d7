/** Whether whoever is here may show products, and what is missing for it. */
import { shallowRef } from 'vue'
import * as catalog from '@/api/catalog'
import type { CartRight } from '@/api/catalog'
import { asProblem } from '@/api/client'
import type { Loading } from '@/api/loading'

export function useRight() {
  const state = shallowRef<Loading<CartRight>>({ is: 'loading' })

  async function load(): Promise<void> {
    state.value = { is: 'loading' }
    try {
      state.value = { is: 'done', value: await catalog.cartRight() }
    } catch (cause) {
      state.value = { is: 'error', problem: asProblem(cause) }
    }
  }
  return { state, load }
}
