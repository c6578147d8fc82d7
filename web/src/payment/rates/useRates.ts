/** Rates, asked for once a visit, and the currency in which a viewer wants to see prices as well: kept in this browser alone. */
import { ref, shallowRef } from 'vue'
import * as api from '@/api/rates'
import type { Rate } from '@/api/rates'
import { currencies } from './about'

const KEY = 'kanmai.currency'
const list = shallowRef<Rate[] | null>(null)
const mine = ref<string | null>(kept())
let asking: Promise<void> | null = null

function kept(): string | null {
  const found = localStorage.getItem(KEY)
  return currencies.some((one) => one === found) ? found : null
}
async function load(): Promise<void> {
  if (!mine.value || list.value) return
  asking ??= api.rates().then((items) => { list.value = items }, () => { asking = null })
  await asking
}
function choose(currency: string | null): void {
  mine.value = currency
  if (currency) localStorage.setItem(KEY, currency)
  else localStorage.removeItem(KEY)
  void load()
}

export const useRates = () => ({ list, mine, load, choose })
