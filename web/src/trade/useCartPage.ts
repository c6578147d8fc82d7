/** The cart as a page: which lines are chosen, units changed at once, removal that can be undone. */
import { computed, onMounted, ref, watch } from 'vue'
import type { CartLine, CartShop } from '@/api/trade'
import { t, told } from '@/app/words'
import { toast } from '@/design/toasts'
import { allLines, buyable, chosenLines, totalOf, turned, wholly } from './selection'
import { useCart } from './useCart'

export function useCartPage() {
  const { state, load, put, take } = useCart()
  const cart = computed(() => (state.value.is === 'done' ? state.value.cart : null))
  const chosen = ref<Set<string>>(new Set())
  const known = new Set<string>()
  const lines = computed(() => (cart.value ? chosenLines(cart.value, chosen.value) : []))
  const total = computed(() => totalOf(lines.value))

  onMounted(load)
  /** What is new in the cart is chosen; what was put aside stays aside. */
  watch(cart, (next) => {
    if (!next) return
    const fresh = allLines(next).filter((line) => !known.has(line.sku) && buyable(line)).map((line) => line.sku)
    fresh.forEach((sku) => known.add(sku))
    if (fresh.length) chosen.value = new Set([...chosen.value, ...fresh])
  }, { immediate: true })

  function turn(sku: string): void {
    const next = new Set(chosen.value)
    if (!next.delete(sku)) next.add(sku)
    chosen.value = next
  }
  const turnAll = (shops: CartShop[]) => { chosen.value = turned(shops, chosen.value) }

  async function guarded(act: Promise<void>): Promise<boolean> {
    try {
      await act
      return true
    } catch (cause) {
      toast(told(cause), 'bad')
      return false
    }
  }
  const units = (line: CartLine, count: number) => guarded(put(line.sku, count))
  async function remove(line: CartLine): Promise<void> {
    if (await guarded(take(line.sku))) toast(t('cart.removed'), 'plain', { label: t('undo'), act: () => void guarded(put(line.sku, line.units)) })
  }
  return { state, cart, chosen, lines, total, load, turn, turnAll, wholly: (shops: CartShop[]) => wholly(shops, chosen.value), units, remove }
}
