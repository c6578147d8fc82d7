/** What changed between two answers about the same lines. */
import type { Money } from '@/api/catalog'
import type { Line, Quote, QuoteLine, Short } from '@/api/trade'

export interface PriceChange { sku: string; title: string; was: Money; now: Money }

export const linesOf = (quote: Quote): QuoteLine[] => quote.orders.flatMap((order) => order.lines)

/** Lines whose price is another one now. */
export function priceChanges(before: Quote, after: Quote): PriceChange[] {
  const was = new Map(linesOf(before).map((line) => [line.sku, line.price]))
  return linesOf(after).flatMap(({ sku, product, price }) => {
    const old = was.get(sku)
    return old && (old.minor !== price.minor || old.currency !== price.currency) ? [{ sku, title: product.title, was: old, now: price }] : []
  })
}

/** The lines with no more units than are free; what is gone leaves. */
export function within(lines: Line[], short: Short[]): Line[] {
  const free = new Map(short.map((one) => [one.sku, one.free]))
  return lines.map((line) => ({ ...line, units: Math.min(line.units, free.get(line.sku) ?? line.units) })).filter((line) => line.units > 0)
}
