/** Choosing one variant of a product, option by option. */
import type { Product, Sku } from '@/api/catalog'

/** The values of one option, in the merchant's order. */
export function values(product: Product, option: number): string[] {
  return [...new Set(product.skus.map((sku) => sku.options[option] ?? ''))]
}

/** The variant that is shown first: one that can be had, else the first. */
export function initial(product: Product): Sku | null {
  return product.skus.find((sku) => sku.free > 0) ?? product.skus[0] ?? null
}

export type Chance = 'free' | 'with-another' | 'gone'

/**
 * What becomes of choosing a value now: it can be had as it is, only with another value of another option, or not at all.
 */
export function chance(product: Product, chosen: Sku, option: number, value: string): Chance {
  const having = product.skus.filter((sku) => sku.options[option] === value && sku.free > 0)
  if (having.length === 0) return 'gone'
  return having.some((sku) => differing(sku, chosen, option) === 0) ? 'free' : 'with-another'
}

/** The variant with a value that differs least from the chosen one; one that can be had goes before one that is gone. */
export function choose(product: Product, chosen: Sku, option: number, value: string): Sku {
  const having = product.skus.filter((sku) => sku.options[option] === value)
  return [...having].sort((a, b) => rank(a, chosen, option) - rank(b, chosen, option))[0] ?? chosen
}

const GONE = 100
const rank = (sku: Sku, chosen: Sku, option: number) => differing(sku, chosen, option) + (sku.free > 0 ? 0 : GONE)

function differing(sku: Sku, other: Sku, except: number): number {
  return sku.options.filter((value, at) => at !== except && value !== other.options[at]).length
}
