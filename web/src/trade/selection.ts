/** What of a cart is chosen to be bought. */
import type { Cart, CartLine, CartShop } from '@/api/trade'
import type { Money } from '@/api/catalog'
import { sums, times } from '@/app/money'

/** Not on offer any more, which is another thing than too few left. */
export const gone = (line: CartLine) => !line.available && line.free >= line.units

export const buyable = (line: CartLine) => line.free > 0 && !gone(line)

export const allLines = (cart: Cart): CartLine[] => cart.shops.flatMap((shop) => shop.lines)

/** The chosen lines that can be bought, with no more units than are free. */
export function chosenLines(cart: Cart, chosen: ReadonlySet<string>): CartLine[] {
  return allLines(cart).filter((line) => chosen.has(line.sku) && buyable(line)).map((line) => ({ ...line, units: Math.min(line.units, line.free) }))
}

export function totalOf(lines: CartLine[]): Money[] {
  return sums(lines.map((line) => times(line.price, line.units)))
}

/** Whether all that can be bought of a shop, or of several, is chosen. */
export function wholly(shops: CartShop[], chosen: ReadonlySet<string>): boolean {
  const lines = shops.flatMap((shop) => shop.lines).filter(buyable)
  return lines.length > 0 && lines.every((line) => chosen.has(line.sku))
}

/** The choice with all of some shops added, or taken out when they were chosen already. */
export function turned(shops: CartShop[], chosen: ReadonlySet<string>): Set<string> {
  const skus = shops.flatMap((shop) => shop.lines).filter(buyable).map((line) => line.sku)
  const next = new Set(chosen)
  const out = wholly(shops, chosen)
  skus.forEach((sku) => (out ? next.delete(sku) : next.add(sku)))
  return next
}
