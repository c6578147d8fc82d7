/** From chosen lines to placed orders: quote, address, one key a wish, and what to do when the server says no. */
import { computed, inject, onMounted, ref, shallowRef } from 'vue'
import { asProblem, Problem } from '@/api/client'
import type { Together } from '@/api/groups'
import * as trade from '@/api/trade'
import type { Line, Order, Quote, Short } from '@/api/trade'
import { useMe } from '@/identity/useMe'
import { useProviders } from '@/payment/useProviders'
import { usedOf } from '@/promotion/coupons'
import { OrderKey } from './orderKey'
import { roomShop } from './roomShop'
import { useAddresses } from './useAddresses'
import { useCart } from './useCart'
import { useQuote } from './useQuote'
import { useTurn, type Ended } from './useTurn'

export type Stage = { is: 'choosing' } | { is: 'placing' } | { is: 'paying'; orders: Order[] } | { is: 'paid'; orders: Order[] }

export function useCheckout(lines: () => Line[], token: () => string | undefined = () => undefined, together: () => Together | null = () => null) {
  const stage = shallowRef<Stage>({ is: 'choosing' })
  const refused = shallowRef<Problem | null>(null)
  const choosingAddress = ref(false)
  const room = inject(roomShop, null)?.id ?? null
  const addresses = useAddresses()
  const quotes = useQuote(lines, together, () => addresses.chosen.value?.id ?? null, room)
  const providers = useProviders()
  const key = new OrderKey()
  const { person } = useMe()
  const turn = useTurn(turned)
  const mayPay = computed(() => quotes.quote.value !== null && !quotes.asking.value && quotes.short.value.length === 0 && !quotes.quote.value.delivery?.unserved.length && lines().length > 0 && stage.value.is === 'choosing')

  onMounted(() => {
    void providers.load()
    if (person.value && addresses.state.value.is !== 'done') void addresses.load()
  })

  async function buy(): Promise<void> {
    if (addresses.state.value.is !== 'done') await addresses.load()
    const quote = quotes.quote.value
    if (person.value && addresses.state.value.is !== 'done') await addresses.load()
    const address = addresses.chosen.value
    if (!address) choosingAddress.value = true
    if (!quote || !address || !mayPay.value) return
    stage.value = { is: 'placing' }
    refused.value = null
    const group = together()
    const wish = { lines: lines(), address: address.id, coupons: usedOf(quote), ...(group && { together: group }), ...(room && { room }) }
    try {
      const orders = await trade.place({ ...wish, key: key.of(wish), quote: quote.id }, token())
      key.used()
      stage.value = { is: 'paying', orders }
      void useCart().load()
    } catch (cause) {
      stage.value = { is: 'choosing' }
      answer(asProblem(cause))
    }
  }

  function answer(problem: Problem): void {
    if (problem.type === 'price-changed') return quotes.changed(problem.body.quote as Quote)
    if (problem.type === 'not-your-turn') return turn.wait(String(problem.body.sale), { place: Number(problem.body.place), waiting: Number(problem.body.waiting) })
    if (problem.type === 'coupon-gone' || problem.type === 'region-not-served') void quotes.ask()
    if (problem.type === 'out-of-stock') quotes.short.value = problem.body.short as Short[]
    else refused.value = problem
  }
  /** Who has waited is let in to what was wanted then: the same wish, with the same key. */
  function turned(how: Ended): void {
    if (how === 'in') void buy()
    else if (how === 'sold-out') quotes.short.value = lines().map((line) => ({ sku: line.sku, free: 0 }))
    else refused.value = how === 'full' ? new Problem('queue-full', 409, '') : how
  }
  function paid(orders: Order[]): void {
    stage.value = { is: 'paid', orders }
  }
  return { stage, refused, turn, choosingAddress, mayPay, buy, paid, ...quotes, address: addresses.chosen, addresses, providers }
}
