/** The address book of whoever is here: one for every place that asks where to. */
import { computed, ref, shallowRef } from 'vue'
import { asProblem } from '@/api/client'
import type { Loading } from '@/api/loading'
import * as trade from '@/api/trade'
import type { Address } from '@/api/trade'

const state = shallowRef<Loading<Address[]>>({ is: 'loading' })
const chosenId = ref<string | null>(null)
const list = computed(() => (state.value.is === 'done' ? state.value.value : []))
const chosen = computed(() => list.value.find((one) => one.id === chosenId.value) ?? list.value.find((one) => one.standard) ?? list.value[0] ?? null)

async function load(): Promise<void> {
  try {
    state.value = { is: 'done', value: await trade.addresses() }
  } catch (cause) {
    state.value = { is: 'error', problem: asProblem(cause) }
  }
}

/** Keeps a new address, or an old one's change, and chooses it. */
async function save(id: string | null, wish: Omit<Address, 'id'>): Promise<void> {
  const saved = await (id ? trade.changeAddress(id, wish) : trade.addAddress(wish))
  chosenId.value = saved.id
  await load()
}

async function remove(address: Address): Promise<void> {
  state.value = { is: 'done', value: list.value.filter((one) => one.id !== address.id) }
  try {
    await trade.removeAddress(address.id)
  } finally {
    await load()
  }
}

export const useAddresses = () => ({ state, list, chosen, chosenId, load, save, remove })
