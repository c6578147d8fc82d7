/** The results of a wish, page by page, with how they spread; a new wish begins anew. */
import { ref, shallowRef, watch } from 'vue'
import * as search from '@/api/search'
import type { Facets, Found, ProductWish } from '@/api/search'
import { useList } from '@/api/useList'

export function useProducts(wish: () => ProductWish) {
  const facets = shallowRef<Facets>({ shops: [], categories: [], prices: [] })
  const total = ref(0)
  const complete = ref(true)
  const list = useList<Found>(async (cursor) => {
    const page = await search.products(wish(), cursor)
    facets.value = page.facets
    total.value = page.total
    complete.value = page.complete
    return page
  })
  watch(() => JSON.stringify(wish()), () => void list.fresh(), { immediate: true })
  return { ...list, facets, total, complete }
}
