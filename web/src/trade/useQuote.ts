/** What the chosen lines cost today, asked anew when they change; the last answer stands until the next is there. */
import { onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { asProblem, type Problem } from '@/api/client'
import type { Together } from '@/api/groups'
import * as trade from '@/api/trade'
import type { Line, Quote, Short } from '@/api/trade'
import { priceChanges, type PriceChange } from './quotes'

const PAUSE_MILLIS = 160

export function useQuote(lines: () => Line[], together: () => Together | null = () => null, address: () => string | null = () => null, room: string | null = null) {
  const quote = shallowRef<Quote | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const asking = ref(false)
  const changes = shallowRef<PriceChange[]>([])
  const short = shallowRef<Short[]>([])
  const coupons = shallowRef<string[] | null>(null)
  let call: AbortController | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function soon(): void {
    clearTimeout(timer)
    call?.abort()
    changes.value = []
    short.value = []
    asking.value = true
    timer = setTimeout(() => void ask(), quote.value ? PAUSE_MILLIS : 0)
  }
  async function ask(): Promise<void> {
    const mine = (call = new AbortController())
    asking.value = true
    problem.value = null
    try {
      take(await trade.quote(lines(), coupons.value, together(), address(), room, mine.signal))
    } catch (cause) {
      if (!mine.signal.aborted) problem.value = asProblem(cause)
    } finally {
      if (call === mine) asking.value = false
    }
  }
  function take(answer: Quote): void {
    quote.value = answer
    short.value = answer.short
  }
  /** The server refused the old price: both are shown, and the person decides again. */
  function changed(answer: Quote): void {
    changes.value = quote.value ? priceChanges(quote.value, answer) : []
    take(answer)
  }

  /** Asks with these coupons; null is what the server finds best. */
  function choose(vouchers: string[] | null): void {
    coupons.value = vouchers
    void ask()
  }

  watch(() => JSON.stringify([lines(), together(), address()]), () => { if (lines().length > 0) soon() }, { immediate: true })
  onBeforeUnmount(() => { clearTimeout(timer); call?.abort() })
  return { quote, problem, asking, changes, short, coupons, ask, changed, choose }
}
