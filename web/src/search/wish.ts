/** A wish and the address that says it, so that a search can be shared and gone back to. */
import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { sorts, type ProductWish, type Sort } from '@/api/search'

export const LONGEST = 100
const MOST_SAID = 10
const HIGHEST_MINOR = 100_000_000_000

const text = (value: LocationQuery[string] | undefined) => (typeof value === 'string' ? value : '')

function price(value: LocationQuery[string] | undefined): number | null {
  const minor = /^\d{1,12}$/.test(text(value)) ? Number(value) : null
  return minor !== null && minor <= HIGHEST_MINOR ? minor : null
}

const isSort = (value: string): value is Sort => sorts.some((sort) => sort === value)

/** Attributes with values, as `12=value`. */
function saidOf(value: LocationQuery[string] | undefined): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && /^\d{1,9}=[^\p{Cc}]{1,40}$/u.test(one)).slice(0, MOST_SAID)
}

/** What an address asks for; what makes no sense is left out. */
export function wishOf(query: LocationQuery): ProductWish {
  const shop = text(query['shop'])
  const sort = text(query['sort'])
  const said = saidOf(query['said'])
  const [minPrice, maxPrice] = [price(query['min']), price(query['max'])]
  return {
    q: [...text(query['q']).replace(/\p{Cc}/gu, ' ')].slice(0, LONGEST).join('').trim(),
    shop: /^\d{1,19}$/.test(shop) ? shop : null,
    category: /^\d{1,9}$/.test(text(query['category'])) ? Number(query['category']) : null,
    ...(said.length && { said }),
    minPrice,
    maxPrice: minPrice !== null && maxPrice !== null && maxPrice < minPrice ? null : maxPrice,
    inStock: query['stock'] === '1',
    sort: isSort(sort) ? sort : 'relevance',
  }
}

/** The address of a wish, without what is usual. */
export function addressOf(wish: ProductWish): LocationQueryRaw {
  const query: LocationQueryRaw = {}
  if (wish.q) query['q'] = wish.q
  if (wish.shop) query['shop'] = wish.shop
  if (wish.category !== null) query['category'] = String(wish.category)
  if (wish.said?.length) query['said'] = wish.said
  if (wish.minPrice !== null) query['min'] = String(wish.minPrice)
  if (wish.maxPrice !== null) query['max'] = String(wish.maxPrice)
  if (wish.inStock) query['stock'] = '1'
  if (wish.sort !== 'relevance') query['sort'] = wish.sort
  return query
}

/** How many things are chosen beside words and order. */
export const chosen = (wish: ProductWish) =>
  [wish.shop !== null, wish.category !== null, wish.minPrice !== null || wish.maxPrice !== null, wish.inStock].filter(Boolean).length + (wish.said?.length ?? 0)
