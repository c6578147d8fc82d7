/** The merchant's products: one by one or many at once, each with what became of it. */
import { computed, ref } from 'vue'
import * as catalog from '@/api/catalog'
import type { OwnProduct, ProductState } from '@/api/catalog'
import { useList } from '@/api/useList'
import { t, told } from '@/app/words'
import { toast } from '@/design/toasts'
import { mayDelist, maySubmit } from './ownProducts'

export type Deed = 'submit' | 'delist' | 'remove'
const may: Record<Deed, (product: OwnProduct) => boolean> = { submit: maySubmit, delist: mayDelist, remove: (product) => !mayDelist(product) }

export function useOwnProducts() {
  const state = ref<ProductState | null>(null)
  const list = useList<OwnProduct>((cursor) => catalog.ownProducts(state.value, cursor))
  const chosen = ref<Set<string>>(new Set())
  const busy = ref(false)
  const picked = computed(() => list.items.value.filter((one) => chosen.value.has(one.id)))
  const count = (deed: Deed) => picked.value.filter(may[deed]).length

  function show(next: ProductState | null): void {
    state.value = next
    chosen.value = new Set()
    void list.fresh()
  }
  function turn(id: string): void {
    const next = new Set(chosen.value)
    if (!next.delete(id)) next.add(id)
    chosen.value = next
  }
  const all = (on: boolean) => { chosen.value = new Set(on ? list.items.value.map((one) => one.id) : []) }

  async function act(deed: Deed, products: OwnProduct[] = picked.value): Promise<void> {
    busy.value = true
    let done = 0
    let cause: unknown = null
    for (const one of products.filter(may[deed])) {
      try {
        await once(deed, one)
        done++
      } catch (problem) {
        cause ??= problem
      }
    }
    busy.value = false
    if (done > 0) toast(t(`own-product.done-${deed}`, { n: done }))
    if (cause) toast(told(cause), 'bad')
    all(false)
  }
  async function once(deed: Deed, product: OwnProduct): Promise<void> {
    if (deed !== 'remove') return replace(await catalog[deed](product.id))
    await catalog.removeProduct(product.id)
    list.items.value = list.items.value.filter((one) => one.id !== product.id)
  }
  function replace(product: OwnProduct): void {
    list.items.value = list.items.value.map((one) => (one.id === product.id ? product : one))
  }
  return { ...list, chosenState: state, chosen, picked, busy, count, show, turn, all, act }
}
