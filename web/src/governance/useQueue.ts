/** The operator's queue: what waits, which one is looked at, and the decision on it. */
import { computed, ref, shallowRef } from 'vue'
import { asProblem } from '@/api/client'
import * as governance from '@/api/governance'
import { useList } from '@/api/useList'
import type { Review, ReviewSummary, Violation } from '@/api/types'
import { t, told } from '@/app/words'
import { toast } from '@/design/toasts'

export function useQueue() {
  const state = ref<'open' | 'decided'>('open')
  const kind = ref<governance.QueueKind | null>(null)
  const list = useList<Review>((cursor) => governance.reviews(state.value, kind.value, cursor))
  const summary = shallowRef<ReviewSummary | null>(null)
  const chosenId = ref<string | null>(null)
  const deciding = ref(false)
  const index = computed(() => list.items.value.findIndex((one) => one.id === chosenId.value))
  const chosen = computed(() => list.items.value[index.value] ?? null)

  async function count(): Promise<void> {
    summary.value = await governance.summary().catch(() => summary.value)
  }
  async function show(nextState: 'open' | 'decided', nextKind: governance.QueueKind | null): Promise<void> {
    state.value = nextState
    kind.value = nextKind
    chosenId.value = null
    void count()
    await list.fresh()
  }
  function move(by: number): void {
    const items = list.items.value
    const to = Math.min(items.length - 1, Math.max(0, index.value + by))
    chosenId.value = items[to]?.id ?? null
    if (to >= items.length - 3) void list.more()
  }

  async function decide(approve: boolean, violation?: Violation, note?: string): Promise<void> {
    const review = chosen.value
    if (!review || deciding.value) return
    deciding.value = true
    try {
      await governance.decide(review.id, approve ? { approve } : { approve, violation, ...(note && { note }) })
      toast(t(approve ? 'review.approved' : 'review.rejected'))
      settle(review.id)
    } catch (cause) {
      if (asProblem(cause).type === 'already-decided') settle(review.id)
      toast(told(cause), 'bad')
    } finally {
      deciding.value = false
    }
  }

  /** A settled review leaves the list and the next one takes its place. */
  function settle(id: string): void {
    const at = index.value
    list.items.value = list.items.value.filter((one) => one.id !== id)
    chosenId.value = (list.items.value[at] ?? list.items.value[at - 1])?.id ?? null
    if (list.items.value.length < 5) void list.more()
    void count()
  }
  return { items: list.items, next: list.next, empty: list.empty, more: list.more, fresh: list.fresh, listState: list.state, state, kind, summary, chosen, chosenId, deciding, show, move, decide, count }
}
