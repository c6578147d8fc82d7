/** What the form of a product holds while somebody writes, and what is wrong with it. */
import type { Money, NewProduct, OwnProduct } from '@/api/catalog'
import { amount, typed } from '@/app/money'

export interface OptionDraft { name: string; values: string[] }
/** One combination of values; amounts as they are typed. `offered` is whether the shop sells it. */
export interface VariantDraft { options: string[]; code: string; price: string; stock: string; offered: boolean }
export interface ProductDraft { title: string; description: string; currency: string; options: OptionDraft[]; variants: VariantDraft[] }

export const MOST_OPTIONS = 3
export const MOST_VARIANTS = 100
export const MOST_VALUES = 30
export const LONGEST_VALUE = 20
const HIGHEST_MINOR = 100_000_000_000
const LARGEST_STOCK = 10_000_000

const blankVariant = (options: string[]): VariantDraft => ({ options, code: '', price: '', stock: '', offered: true })
export const blankProduct = (currency: string): ProductDraft => ({ title: '', description: '', currency, options: [], variants: [blankVariant([])] })

export function draftOf(product: OwnProduct): ProductDraft {
  const options = product.options.map((name, at) => ({ name, values: [...new Set(product.skus.map((sku) => sku.options[at] ?? ''))] }))
  const variants = product.skus.map(({ options: chosen, code, price, free }) => ({ options: chosen, code, price: typed(price), stock: String(free), offered: true }))
  return arranged({ title: product.title, description: product.description, currency: product.skus[0]?.price.currency ?? 'CNY', options, variants }, false)
}

/** The draft with one variant for each combination of values; what was typed for a combination stays with it. */
export function arranged(draft: ProductDraft, offered = true): ProductDraft {
  const known = new Map(draft.variants.map((one) => [JSON.stringify(one.options), one]))
  const sample = draft.variants[0]
  const variants = combinations(draft.options).map((options) => known.get(JSON.stringify(options)) ?? { ...blankVariant(options), price: sample?.price ?? '', offered })
  return { ...draft, variants }
}

function combinations(options: OptionDraft[]): string[][] {
  return options.reduce<string[][]>((some, { values }) => some.flatMap((one) => values.map((value) => [...one, value])).slice(0, MOST_VARIANTS), [[]])
}

export function priceOf(variant: VariantDraft, currency: string): Money | null {
  const price = amount(variant.price, currency)
  return price && price.minor > 0 && price.minor <= HIGHEST_MINOR ? price : null
}

export function stockOf(variant: VariantDraft): number | null {
  const stock = /^\d{1,8}$/.test(variant.stock.trim()) ? Number(variant.stock) : null
  return stock !== null && stock <= LARGEST_STOCK ? stock : null
}

export type Fault = 'title' | 'option-name' | 'option-values' | 'none-offered' | 'price' | 'stock'

/** What has to be put right before it can be kept; the first of each kind. */
export function faults(draft: ProductDraft): Set<Fault> {
  const offered = draft.variants.filter((one) => one.offered)
  const names = draft.options.map(({ name }) => name.trim())
  const found: [Fault, boolean][] = [
    ['title', [...draft.title.trim()].length < 2],
    ['option-name', names.some((name) => name === '') || new Set(names).size < names.length],
    ['option-values', draft.options.some(({ values }) => values.length === 0)],
    ['none-offered', offered.length === 0],
    ['price', offered.some((one) => priceOf(one, draft.currency) === null)],
    ['stock', offered.some((one) => stockOf(one) === null)],
  ]
  return new Set(found.flatMap(([fault, is]) => (is ? [fault] : [])))
}

/** What is sent, of a draft without faults. */
export function wishOf(draft: ProductDraft): NewProduct {
  return {
    title: draft.title.trim(), description: draft.description.trim(), options: draft.options.map(({ name }) => name.trim()),
    skus: draft.variants.filter((one) => one.offered).map((one) => ({
      options: one.options, code: one.code.trim(), price: priceOf(one, draft.currency) ?? { minor: 0, currency: draft.currency }, stock: stockOf(one) ?? 0,
    })),
  }
}
