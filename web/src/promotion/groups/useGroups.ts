/** What a variant is offered at to groups, which of them can be joined, and which one somebody has chosen. */
import { computed, onMounted, ref, shallowRef } from 'vue'
import * as api from '@/api/groups'
import type { Deal, Group, Together } from '@/api/groups'
import { useNow } from '@/app/useNow'
import { left } from '@/trade/countdown'

export function useGroups(product: () => string, sku: () => string | undefined, wish: Together | null) {
  const deals = shallowRef<Deal[]>([])
  const all = shallowRef<Group[]>([])
  const chosen = shallowRef<{ with: Together; sku: string | undefined } | null>(wish && { with: wish, sku: sku() })
  const ahead = ref(0)
  const now = useNow()
  const open = computed(() => deals.value.find((one) => one.sku === sku()) ?? null)
  const groups = computed(() => all.value
    .filter((one) => one.deal.sku === sku() && !one.mine)
    .flatMap((group) => {
      const time = left(group.endsAt, now.value + ahead.value)
      return time && group.places > 0 ? [{ group, time }] : []
    }))
  /** What was chosen for another variant does not count. */
  const together = computed(() => (chosen.value && chosen.value.sku === sku() ? chosen.value.with : null))

  onMounted(load)
  async function load(): Promise<void> {
    try {
      const answer = await api.productGroups(product())
      ahead.value = new Date(answer.now).getTime() - Date.now()
      deals.value = answer.deals
      all.value = answer.groups
    } catch {
      // Without them the product is bought alone all the same.
    }
  }
  function choose(next: Together | null): void {
    chosen.value = next && { with: next, sku: sku() }
  }
  return { deal: open, groups, together, choose }
}
