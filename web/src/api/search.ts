/** What is found among products by words, shop and price; without words it is the mall. */
import { get, query } from './client'
import type { Product, ShopName } from './catalog'
import type { Term, Work } from './types'

export const sorts = ['relevance', 'sold', 'newest', 'price-up', 'price-down'] as const
export type Sort = (typeof sorts)[number]

/** What somebody looks for; prices in the smallest unit of the currency. */
export interface ProductWish { q: string; shop: string | null; category: number | null; said?: string[]; minPrice: number | null; maxPrice: number | null; inStock: boolean; sort: Sort }
/** A part of a title that was asked for, in UTF-16 units. */
export interface Marked { from: number; to: number }
export interface Found { exposure: string; token: string; position: number; product: Product; shop: ShopName; marked: Marked[]; why: Term[] }
export interface Band { from: number; to?: number | null; count: number }
/** What products say by choosing: `value` is a Chinese name. */
export interface OfSaid { attribute: number; value: string; count: number }
export interface Facets { shops: { shop: ShopName; count: number }[]; categories: { category: number; count: number }[]; said?: OfSaid[]; prices: Band[] }
export interface FoundPage { page: string; items: Found[]; total: number; complete: boolean; facets: Facets; next: string | null; signature: string; key: string }

export const products = ({ said = [], ...wish }: ProductWish, cursor?: string | null, limit = 24) =>
  get<FoundPage>(`/api/search/products${query({ ...wish, q: wish.q || null, inStock: wish.inStock || null, cursor, limit })}${said.map((one) => `&said=${encodeURIComponent(one)}`).join('')}`)

export interface FoundWork { exposure: string; token: string; position: number; work: Work; marked: Marked[]; why: Term[] }
export interface FoundWorks { page: string; items: FoundWork[]; complete: boolean; next: string | null; signature: string; key: string }

export const works = (q: string, cursor?: string | null, limit = 24) =>
  get<FoundWorks>(`/api/search/works${query({ q, cursor, limit })}`)
