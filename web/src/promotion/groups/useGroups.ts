/** What a variant is offered at to groups, which of them can be joined, and which one somebody has chosen. */
import { computed, onMounted, ref, shallowRef } from 'vue'
import * as api from '@/api/groups'
import type { Deal, Group, Together } from '@/api/groups'
import { useNow } from '@/app/useNow'
import { left } from '@/trade/countdown'

export function useGroups(product: () => string, sku: () => string | undefined, wish: Together | null) {
  const deals = shallowRef<Deal[]>([])
  const all = shallowRef<Group[]>([])
  const chosen = shallowRef<Together | null>(wish)
  const ahead = ref(0)
  const now = useNow()
  const known = ref(false)
  const open = computed(() => deals.value.find((one) => one.sku === sku()) ?? null)
  const groups = computed(() => all.value
    .filter((one) => one.deal.sku === sku() && !one.mine)
    .flatMap((group) => {
      const time = left(group.endsAt, now.value + ahead.value)
      return time && group.places > 0 ? [{ group, time }] : []
    }))
  /** What is chosen for another variant does not count; a group that came by a link need not be among those shown. */
  const together = computed(() => (chosen.value && (!known.value || chosen.value.deal === open.value?.id || chosen.value.group) ? chosen.value : null))

  onMounted(load)
  async function load(): Promise<void> {
    try {
      const answer = await api.productGroups(product())
      ahead.value = new Date(answer.now).getTime() - Date.now()
      deals.value = answer.deals
      all.value = answer.groups
      known.value = true
    } catch {
      // Without them the product is bought alone all the same.
    }
  }
  return { deal: open, groups, together, choose: (next: Together | null) => { chosen.value = next }, load }
}
