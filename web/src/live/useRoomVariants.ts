/** The variants of a room's goods, and the price below its own that a host types for one of them. */
import { computed, onMounted, ref, shallowRef } from 'vue'
import type { Product } from '@/api/catalog'
import * as live from '@/api/live'
import { amount } from '@/app/money'

export function useRoomVariants(room: string, wanted: (product: Product) => boolean = () => true) {
  const goods = shallowRef<Product[]>([])
  const sku = ref('')
  const price = ref('')
  const variants = computed(() => goods.value.filter(wanted).flatMap((product) => product.skus.map((one) => ({ sku: one, name: [product.title, ...one.options].join(' · ') }))))
  const chosen = computed(() => variants.value.find((one) => one.sku.id === sku.value)?.sku)
  const sum = computed(() => {
    const of = chosen.value
    const typed = of ? amount(price.value, of.price.currency) : null
    return of && typed && typed.minor > 0 && typed.minor < of.price.minor ? typed : null
  })

  onMounted(load)
  async function load(): Promise<void> {
    try {
      goods.value = (await live.goods(room)).items
    } catch {
      // The shelf beside says so.
    }
  }
  return { sku, price, variants, sum, load }
}
