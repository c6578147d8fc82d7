/** A product being written: kept as a draft in this browser until it is made, then changed piece by piece. */
import { computed, ref, shallowRef, watch } from 'vue'
import * as catalog from '@/api/catalog'
import type { OwnProduct } from '@/api/catalog'
import { asProblem, type Problem } from '@/api/client'
import type { Loading } from '@/api/loading'
import { open } from './ownProducts'
import { planned, type PictureDraft } from './pictures'
import { blankProduct, draftOf, faults, priceOf, stockOf, wishOf, type ProductDraft } from './productDraft'

const KEPT = 'kanmai.product'

export function useProductForm(id: () => string | undefined) {
  const product = shallowRef<Loading<OwnProduct | null>>({ is: 'loading' })
  const draft = ref<ProductDraft>(blankProduct('CNY'))
  const pictures = ref<PictureDraft[]>([])
  const problem = shallowRef<Problem | null>(null)
  const saving = ref(false)
  const tried = ref(false)
  const own = computed(() => (product.value.is === 'done' ? product.value.value : null))
  const locked = computed(() => own.value !== null && !open(own.value))
  const found = computed(() => faults(draft.value))
  const asItWas = ref('')
  const dirty = computed(() => asItWas.value !== picture())

  /** Everything that would be lost, as one text. */
  function picture(): string {
    return JSON.stringify([draft.value, pictures.value.map((one) => one.key)])
  }
  function show(value: OwnProduct | null): void {
    product.value = { is: 'done', value }
    draft.value = value ? draftOf(value) : written()
    pictures.value = (value?.pictures ?? []).map(({ url }) => ({ key: url, url, file: null, sent: 0 }))
    asItWas.value = picture()
  }
  async function load(): Promise<void> {
    const one = id()
    try {
      show(one ? await catalog.ownProduct(one) : null)
    } catch (cause) {
      product.value = { is: 'error', problem: asProblem(cause) }
    }
  }
  watch(draft, (value) => { if (own.value === null && product.value.is === 'done') localStorage.setItem(KEPT, JSON.stringify(value)) }, { deep: true })

  /** Keeps it all; null when something is wrong, which is then shown. */
  async function save(): Promise<OwnProduct | null> {
    tried.value = true
    problem.value = null
    if (found.value.size > 0) return null
    saving.value = true
    try {
      const before = own.value
      const one = before === null ? await made() : locked.value ? await restocked(before) : await catalog.change(before.id, wishOf(draft.value))
      if (!locked.value) await send(one)
      show(await catalog.ownProduct(one.id))
      tried.value = false
      return own.value
    } catch (cause) {
      problem.value = asProblem(cause)
      return null
    } finally {
      saving.value = false
    }
  }
  /** Once it is made, a later failure must not make it twice. */
  async function made(): Promise<OwnProduct> {
    const one = await catalog.make(wishOf(draft.value))
    product.value = { is: 'done', value: one }
    localStorage.removeItem(KEPT)
    return one
  }
  async function restocked(before: OwnProduct): Promise<OwnProduct> {
    for (const sku of before.skus) {
      const variant = draft.value.variants.find((one) => one.options.join('\n') === sku.options.join('\n'))
      const price = variant && priceOf(variant, draft.value.currency)
      const add = (variant ? stockOf(variant) ?? sku.free : sku.free) - sku.free
      const dearer = price && price.minor !== sku.price.minor
      if (dearer || add !== 0) await catalog.changeSku(sku.id, { ...(dearer && { price }), ...(add !== 0 && { add }) })
    }
    return before
  }
  async function send(one: OwnProduct): Promise<void> {
    const { puts, removals } = planned(one.pictures.map(({ url }) => url), pictures.value)
    const files = await Promise.all(puts.map(({ picture: { file, url } }) => file ?? fetch(url).then((answer) => answer.blob())))
    for (const [at, { place, picture: sent }] of puts.entries()) {
      await catalog.putPicture(one.id, place, files[at] as Blob, (share) => { sent.sent = share })
    }
    for (const place of removals) await catalog.removePicture(one.id, place)
  }
  return { product, own, draft, pictures, problem, saving, tried, locked, found, dirty, load, save, show }
}

function written(): ProductDraft {
  try {
    return { ...blankProduct('CNY'), ...JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<ProductDraft> }
  } catch {
    return blankProduct('CNY')
  }
}
