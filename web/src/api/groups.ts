/** Buying together: what shops offer to groups, who is in which, and what it costs. */
import type { Money } from './catalog'
import { get, post, query, remove } from './client'
import type { List } from './types'

export interface Step { people: number; price: Money }
/** The last step's people fill a group; everybody pays the first step's price, and gets back what the reached one is below it. */
export interface Deal {
  id: string; shop: string; product: string; sku: string; steps: Step[]; minutes: number; units: number; left: number; most: number
  state: 'open' | 'stopped'
}
/** Without names once erased. */
export interface Member { handle: string | null; name: string | null; avatar: string | null }
export interface GroupItem { product: string; title: string; options: string[]; picture: string | null; alone: Money }
export interface Group {
  id: string; deal: Deal; item: GroupItem | null; state: 'open' | 'complete' | 'failed'; people: Member[]; places: number; price: Money
  endsAt: string; mine: string | null
}
/** With whom to buy: a group, or a new one. */
export interface Together { deal: string; group?: string }
export interface DealTerms { sku: string; steps: Step[]; minutes: number; units: number; most: number }

export const productGroups = (product: string) => get<{ deals: Deal[]; groups: Group[]; now: string }>(`/api/products/${product}/group-buys`)
/** `now` is the server's clock, by which pages count down. */
export const group = (id: string, signal?: AbortSignal) => get<{ group: Group; now: string }>(`/api/groups/${id}`, { signal })
export const ownGroups = (cursor?: string | null) => get<List<Group>>(`/api/me/groups${query({ cursor, limit: 20 })}`)

export const ownDeals = (cursor?: string | null) => get<List<Deal>>(`/api/me/shop/group-buys${query({ cursor, limit: 20 })}`)
export const makeDeal = (body: DealTerms) => post<Deal>('/api/me/shop/group-buys', { body })
export const stopDeal = (id: string) => remove<void>(`/api/me/shop/group-buys/${id}`)
