/** Which variant of a product and how many of it. */
import { computed, ref, shallowRef, watch } from 'vue'
import type { Product, Sku } from '@/api/catalog'
import type { Line } from '@/api/trade'
import { times } from '@/app/money'
import { initial } from '@/catalog/choice'

const MOST = 99

export function useChoice(product: () => Product, wish: Partial<Line> = {}) {
  const sku = shallowRef<Sku | null>(product().skus.find((one) => one.id === wish.sku) ?? initial(product()))
  const most = computed(() => Math.min(MOST, Math.max(1, sku.value?.free ?? 1)))
  const units = ref(Math.min(Math.max(1, Math.round(Number(wish.units)) || 1), most.value))
  const lines = computed<Line[]>(() => (sku.value && sku.value.free > 0 ? [{ sku: sku.value.id, units: units.value }] : []))
  const cost = computed(() => sku.value && times(sku.value.price, units.value))

  watch(most, (left) => { units.value = Math.min(units.value, left) })
  /** Fewer are free than was known. */
  function fit(free: number): void {
    if (sku.value) sku.value = { ...sku.value, free }
  }
  /** Price and stock are others now, as when a sale begins. */
  function renew(fresh: Product): void {
    sku.value = fresh.skus.find((one) => one.id === sku.value?.id) ?? sku.value
  }
  return { sku, units, most, lines, cost, fit, renew }
}
