/** Asks once a second whether what is being paid has been paid: the order's state is the truth, whatever a page says. */
import { onBeforeUnmount, onMounted } from 'vue'
import * as trade from '@/api/trade'
import type { Order } from '@/api/trade'

const EVERY_MILLIS = 1000
const MOST_TIMES = 3600

export function useSettling(orders: () => Order[], settled: (orders: Order[]) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0
  let call: AbortController | null = null

  async function ask(): Promise<void> {
    clearTimeout(timer)
    call?.abort()
    const mine = (call = new AbortController())
    const first = orders()[0]
    if (!first || ++asked > MOST_TIMES) return
    const state = document.visibilityState === 'visible' ? (await trade.order(first.id, mine.signal).catch(() => first)).state : first.state
    if (mine.signal.aborted) return
    if (state !== 'placed') return finish(mine.signal)
    timer = setTimeout(() => void ask(), EVERY_MILLIS)
  }
  async function finish(signal: AbortSignal): Promise<void> {
    const all = await Promise.all(orders().map((one) => trade.order(one.id, signal).catch(() => one)))
    if (!signal.aborted) settled(all)
  }

  onMounted(() => { timer = setTimeout(() => void ask(), EVERY_MILLIS) })
  onBeforeUnmount(() => { clearTimeout(timer); call?.abort() })
  return { ask: () => void ask() }
}
