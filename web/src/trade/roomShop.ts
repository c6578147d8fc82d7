/** In which room one buys, what is offered there at prices of its own, and how far the server's clock is ahead of this one. */
import type { InjectionKey, Ref } from 'vue'
import type { Product } from '@/api/catalog'
import type { Sale } from '@/api/sales'

export interface RoomShop { id: string; offers: Ref<Sale[]>; ahead: Ref<number> }
export const roomShop: InjectionKey<RoomShop> = Symbol('roomShop')

/** Whether an offer can be bought at a moment of the server's clock. */
export function runs(sale: Sale, now: number): boolean {
  return (sale.state === 'planned' || sale.state === 'running') && new Date(sale.startsAt).getTime() <= now && now < new Date(sale.endsAt).getTime()
}

/** A product as it is sold in the room at that moment: what is offered there by its price, from its units. */
export function inRoom(product: Product, offers: Sale[], now: number): Product {
  const skus = product.skus.map((sku) => {
    const sale = offers.find((one) => one.sku === sku.id && runs(one, now))
    return sale ? { ...sku, price: sale.price, free: sale.left, sale: sale.id } : sku
  })
  return { ...product, skus }
}
