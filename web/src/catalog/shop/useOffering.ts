/** Offers one of a shop's variants in some way: which there are, what is wrong with the form once it was tried, and how sending went. */
import { computed, onMounted, ref, shallowRef, type Ref } from 'vue'
import * as catalog from '@/api/catalog'
import type { OwnProduct, Sku } from '@/api/catalog'
import { asProblem, type Problem } from '@/api/client'

export function useOffering<Fault>(draft: Ref<{ sku: string }>, faultsOf: (sku: Sku | undefined) => Set<Fault>, send: (sku: Sku) => Promise<unknown>) {
  const products = shallowRef<OwnProduct[]>([])
  const tried = ref(false)
  const busy = ref(false)
  const refused = shallowRef<Problem | null>(null)
  const variants = computed(() => products.value.flatMap((product) => product.skus.map((sku) => ({ sku, name: [product.title, ...sku.options].join(' · ') }))))
  const sku = computed(() => variants.value.find((one) => one.sku.id === draft.value.sku)?.sku)
  const faults = computed(() => (tried.value ? faultsOf(sku.value) : new Set<Fault>()))

  onMounted(async () => {
    try {
      products.value = (await catalog.ownProducts('listed')).items
    } catch (cause) {
      refused.value = asProblem(cause)
    }
  })
  /** Sends what has no faults. */
  async function offer(): Promise<void> {
    tried.value = true
    refused.value = null
    if (!sku.value || faultsOf(sku.value).size > 0) return
    busy.value = true
    try {
      await send(sku.value)
    } catch (cause) {
      refused.value = asProblem(cause)
    } finally {
      busy.value = false
    }
  }
  return { variants, sku, faults, busy, refused, offer }
}
