/** Who takes payments here; asked once for the whole visit. */
import { computed, ref, shallowRef } from 'vue'
import * as trade from '@/api/trade'
import type { Provider } from '@/api/trade'

const list = shallowRef<Provider[] | null>(null)
const chosenCode = ref<string | null>(null)
const chosen = computed(() => list.value?.find((one) => one.code === chosenCode.value) ?? list.value?.[0] ?? null)
/** Known to be none: a site that takes no payments yet. */
const none = computed(() => list.value?.length === 0)
const test = computed(() => chosen.value?.test ?? false)

async function load(): Promise<void> {
  list.value ??= await trade.providers().catch(() => null)
}

export const useProviders = () => ({ list, chosen, chosenCode, none, test, load })
