/** The flash sale of a product's variant, and the server's time in which it runs. */
import { computed, inject, onMounted, ref, shallowRef, watch } from 'vue'
import * as sales from '@/api/sales'
import type { Sale } from '@/api/sales'
import { useNow } from '@/app/useNow'
import { left } from './countdown'
import { roomShop } from './roomShop'

/** How a sale stands by the server's time, whatever the clock of this device says. */
export function standing(sale: Sale, now: number): { is: 'before' | 'running' | 'over'; left: string | null } {
  const before = left(sale.startsAt, now)
  if (sale.state === 'over' || sale.state === 'called-off') return { is: 'over', left: null }
  if (before) return { is: 'before', left: before }
  const rest = left(sale.endsAt, now)
  return rest ? { is: 'running', left: rest } : { is: 'over', left: null }
}

export function useSale(product: () => string, sku: () => string | undefined, changed: () => void) {
  const all = shallowRef<Sale[]>([])
  const ahead = ref(0)
  const now = useNow()
  const shop = inject(roomShop, null)
  const ofRoom = computed(() => shop?.offers.value.find((one) => one.sku === sku()) ?? null)
  const sale = computed(() => ofRoom.value ?? all.value.find((one) => one.sku === sku()) ?? null)
  const at = computed(() => (sale.value ? standing(sale.value, now.value + (ofRoom.value && shop ? shop.ahead.value : ahead.value)) : null))

  onMounted(load)
  async function load(): Promise<void> {
    try {
      const answer = await sales.productSales(product())
      ahead.value = new Date(answer.now).getTime() - Date.now()
      all.value = answer.items
    } catch {
      // Without it the price is the quote's all the same; only the countdown is missing.
    }
  }
  // Price and stock are others from one second to the next: the page asks for them when the sale begins and ends.
  watch(() => at.value?.is, (is, was) => { if (is && was && is !== was) { changed(); void load() } })
  return { sale, at }
}
