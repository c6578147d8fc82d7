/** Shops, products and what a film shows of them. */
import { csrf, get, patch, post, Problem, put, query, refusalOf, remove } from './client'
import type { List, Person, Violation } from './types'

/** An amount in the smallest unit of its currency. */
export interface Money { minor: number; currency: string }
export interface Picture { url: string; width: number; height: number }
export interface Sku { id: string; options: string[]; code: string; price: Money; free: number; sale?: string | null }
export interface Product {
  id: string; shop: string; title: string; description: string; options: string[]; skus: Sku[]; pictures: Picture[]
}
export interface Shop { id: string; owner?: Person | null; name: string; about: string; state: 'open' | 'closed'; openedAt: string }
export interface ShopName { id: string; name: string }
/** A product with the shop that sells it. */
export interface Offer { product: Product; shop: ShopName }
/** An offer that a film shows, from a moment of it or from its start. */
export interface Anchor extends Offer { atMillis: number | null }

export const productStates = ['draft', 'reviewing', 'listed', 'delisted', 'rejected'] as const
export type ProductState = (typeof productStates)[number]
export interface OwnProduct extends Product {
  state: ProductState | 'removed'; reason?: { violation: Violation; note?: string | null } | null; madeAt: string; changedAt: string
  offeredFrom?: string | null; offeredUntil?: string | null
}
export interface NewSku { options: string[]; code: string; price: Money; stock: number }
export interface NewProduct { title: string; description: string; options: string[]; skus: NewSku[] }

export interface RightTerm { name: string; needed: number; have: number; met: boolean }
/** Whether a creator may show products, and what that takes. */
export interface CartRight { held: boolean; by: 'audience' | 'shop' | null; version: string; terms: RightTerm[] }

export const shop = (id: string) => get<Shop>(`/api/shops/${id}`)
export const shopProducts = (id: string, cursor?: string | null) =>
  get<List<Product>>(`/api/shops/${id}/products${query({ cursor, limit: 24 })}`)
export const product = (id: string) => get<Product>(`/api/products/${id}`)
export const shownBy = (work: string) => get<{ items: Anchor[] }>(`/api/works/${work}/products`).then((answer) => answer.items)

export const showIn = (work: string, products: { product: string; atMillis: number | null }[]) =>
  put<{ items: Anchor[] }>(`/api/me/works/${work}/products`, { body: { products } })
export const cartRight = () => get<CartRight>('/api/me/cart-right')
export const offers = (words: string, cursor?: string | null) =>
  get<List<Offer | Product>>(`/api/products${query({ query: words, cursor, limit: 20 })}`)
    .then(({ items, next }) => ({ items: items.map(offered), next }))
/** A product that comes alone is an offer of a shop whose name is not known yet. */
const offered = (found: Offer | Product): Offer => ('product' in found ? found : { product: found, shop: { id: found.shop, name: '' } })

export const ownShop = () => get<Shop>('/api/me/shop')
export const openShop = (name: string, about: string) => post<Shop>('/api/shops', { body: { name, about } })
export const changeShop = (body: Partial<Pick<Shop, 'name' | 'about' | 'state'>>) => patch<Shop>('/api/me/shop', { body })
export const ownProducts = (state: ProductState | null, cursor?: string | null) =>
  get<List<OwnProduct>>(`/api/me/products${query({ state, cursor, limit: 24 })}`)
export const ownProduct = (id: string) => get<OwnProduct>(`/api/me/products/${id}`)
export const make = (body: NewProduct) => post<OwnProduct>('/api/products', { body })
export const change = (id: string, body: Partial<NewProduct>) => patch<OwnProduct>(`/api/me/products/${id}`, { body })
export const removeProduct = (id: string) => remove<void>(`/api/me/products/${id}`)
export const submit = (id: string) => post<OwnProduct>(`/api/me/products/${id}/submission`)
export const delist = (id: string) => remove<OwnProduct>(`/api/me/products/${id}/listing`)
export const changeSku = (id: string, body: { price?: Money; add?: number }) => patch<void>(`/api/me/skus/${id}`, { body })
export const removePicture = (id: string, place: number) => remove<void>(`/api/me/products/${id}/pictures/${place}`)

const PICTURE_TIMEOUT_MILLIS = 60_000

/** Puts a picture at a place; XHR because fetch does not tell how much has left. */
export function putPicture(id: string, place: number, picture: Blob, sent: (share: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', `/api/me/products/${id}/pictures/${place}`)
    request.timeout = PICTURE_TIMEOUT_MILLIS
    request.setRequestHeader('Content-Type', picture.type || 'application/octet-stream')
    request.setRequestHeader('X-CSRF', csrf())
    request.upload.onprogress = ({ loaded, total }) => sent(total > 0 ? loaded / total : 0)
    request.onload = () => (request.status < 300 ? resolve() : reject(refusalOf(request)))
    request.onerror = () => reject(new Problem('offline', 0, ''))
    request.ontimeout = () => reject(new Problem('slow', 0, ''))
    request.send(picture)
  })
}
