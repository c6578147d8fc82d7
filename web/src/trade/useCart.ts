/** The cart of whoever is here: one for the pages, the sheets and the count in the navigation. */
import { computed, shallowRef, watch } from 'vue'
import { asProblem, type Problem } from '@/api/client'
import * as trade from '@/api/trade'
import type { Cart } from '@/api/trade'
import { useMe } from '@/identity/useMe'

type State = { is: 'unknown' } | { is: 'loading' } | { is: 'done'; cart: Cart } | { is: 'error'; problem: Problem }
const state = shallowRef<State>({ is: 'unknown' })
const count = computed(() => (state.value.is === 'done' ? state.value.cart.count : 0))

async function load(): Promise<void> {
  if (state.value.is !== 'done') state.value = { is: 'loading' }
  await settle(trade.cart()).catch(() => undefined)
}

/** Shows what the server answers; what could not be changed is shown as it is. */
async function settle(answer: Promise<Cart>): Promise<void> {
  try {
    state.value = { is: 'done', cart: await answer }
  } catch (cause) {
    if (state.value.is !== 'done') state.value = { is: 'error', problem: asProblem(cause) }
    else throw cause
  }
}

const put = (sku: string, units: number, token?: string) => settle(trade.putInCart(sku, units, token))
const take = (sku: string) => settle(trade.takeFromCart(sku))

export const useCart = () => ({ state, count, load, put, take })

/** Keeps the count in the navigation true: asked once somebody is signed in, forgotten when they leave. */
export function useCartCount() {
  const { person } = useMe()
  watch(() => person.value?.id, (id) => {
    if (!id) state.value = { is: 'unknown' }
    else if (state.value.is === 'unknown') void load()
  }, { immediate: true })
  return count
}
