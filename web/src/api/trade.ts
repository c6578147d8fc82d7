/** From the cart to the parcel: what is bought, where to, and how it is paid. */
import type { Money, ShopName } from './catalog'
import { get, post, put, query, remove } from './client'
import type { Together } from './groups'
import type { NearCoupon, RefusedCoupon } from './promotion'
import type { List } from './types'

export interface Place { recipient: string; phone: string; region: string; street: string }
export interface Address extends Place { id: string; standard: boolean }

export interface Line { sku: string; units: number }
/** A product as a line names it; it may be gone since. */
export interface Named { id: string; title: string; picture: string | null }
export interface CartLine extends Line {
  product: Named; options: string[]; price: Money; wasPrice: Money; free: number; available: boolean
}
export interface CartShop { shop: ShopName; lines: CartLine[] }
export interface Cart { shops: CartShop[]; count: number }

/** What is taken off is below nothing; `coupon` says by which voucher, in a quote. */
export interface Explained { term: string; amount: Money; coupon?: { voucher: string; name: string } | null }
export interface Short { sku: string; free: number }
export interface QuoteLine extends Line { product: Named; options: string[]; price: Money; amount: Money; free: number }
export interface Quote {
  id: string; orders: { shop: ShopName; lines: QuoteLine[]; explained: Explained[]; total: Money }[]; total: Money; short: Short[]
  /** Whether shipping is missing for want of an address, and what is not shipped to it. */
  delivery?: { addressNeeded: boolean; unserved: string[] }
  coupons: { near: NearCoupon[]; refused: RefusedCoupon[] }
}

export const orderStates = ['placed', 'paid', 'shipped', 'received', 'refunded', 'closed'] as const
export type OrderState = (typeof orderStates)[number]
/** `group` is with whom it is bought together. */
export interface OrderLine extends Line { product: Named; options: string[]; price: Money; amount: Money; group?: string | null }
export interface Order {
  id: string; state: OrderState; shop: ShopName; lines: OrderLine[]; explained: Explained[]; total: Money
  placedAt: string; expiresAt: string; paidAt: string | null; shippedAt: string | null; receivedAt: string | null
  closedAt: string | null; refundedAt: string | null
  closed: 'expired' | 'cancelled' | null; refund: 'asked' | 'done' | null
  parcel: { carrier: string; number: string } | null; address: Place | null; test: boolean
}
export interface ShopOrder extends Order { buyer: string }
export interface ShopMoney { held: Money; free: Money; sold: Money; orders: number; toShip?: number }

/** A page in a frame or a tab, or a code that a phone scans. */
export type Opens = 'sheet' | 'tab' | 'code'
export interface Provider { code: string; opens: Opens; test: boolean }
export interface Payment { id: string; page: string; opens: Opens; amount: Money; expiresAt: string }

export const addresses = () => get<{ items: Address[] }>('/api/me/addresses').then((answer) => answer.items)
export const addAddress = (body: Omit<Address, 'id'>) => post<Address>('/api/me/addresses', { body })
export const changeAddress = (id: string, body: Omit<Address, 'id'>) => put<Address>(`/api/me/addresses/${id}`, { body })
export const removeAddress = (id: string) => remove<void>(`/api/me/addresses/${id}`)

export const cart = () => get<Cart>('/api/me/cart')
export const putInCart = (sku: string, units: number, itemToken?: string) => put<Cart>(`/api/me/cart/${sku}`, { body: { units }, itemToken })
export const takeFromCart = (sku: string) => remove<Cart>(`/api/me/cart/${sku}`)

/** `coupons` are the vouchers to use; without them the server finds those that take off most. */
export const quote = (lines: Line[], coupons: string[] | null, together: Together | null, address: string | null, room: string | null, signal?: AbortSignal) =>
  post<Quote>('/api/quotes', { body: { lines, ...(coupons && { coupons }), ...(together && { together }), ...(address && { address }), ...(room && { room }) }, signal })
export const place = (body: { key: string; quote: string; lines: Line[]; address: string; coupons: string[]; together?: Together; room?: string }, itemToken?: string) =>
  post<{ items: Order[] }>('/api/orders', { body, itemToken }).then((answer) => answer.items)
export const providers = () => get<{ items: Provider[] }>('/api/payment-providers').then((answer) => answer.items)
export const pay = (orders: string[], provider: string) => post<Payment>('/api/payments', { body: { orders, provider } })

export const orders = (state: OrderState | null, cursor?: string | null) =>
  get<List<Order>>(`/api/me/orders${query({ state, cursor, limit: 20 })}`)
export const order = (id: string, signal?: AbortSignal) => get<Order>(`/api/me/orders/${id}`, { signal })
export const cancelOrder = (id: string) => post<Order>(`/api/me/orders/${id}/cancellation`)
export const confirmReceipt = (id: string) => post<Order>(`/api/me/orders/${id}/receipt`)

export const shopOrders = (state: OrderState | null, cursor?: string | null) =>
  get<List<ShopOrder>>(`/api/me/shop/orders${query({ state, cursor, limit: 20 })}`)
export const shopOrder = (id: string) => get<ShopOrder>(`/api/me/shop/orders/${id}`)
export const ship = (id: string, carrier: string, number: string) =>
  post<ShopOrder>(`/api/me/shop/orders/${id}/shipment`, { body: { carrier, number } })
export const refund = (id: string) => post<ShopOrder>(`/api/me/shop/orders/${id}/refund`)
export const shopMoney = () => get<ShopMoney>('/api/me/shop/money')
