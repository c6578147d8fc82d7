/** Flash sales: what is sold at which price until when, and whose turn it is. */
import type { Money } from './catalog'
import { get, post, put, query, remove } from './client'
import type { List } from './types'

export const saleStates = ['planned', 'running', 'over', 'called-off'] as const
export interface Sale {
  id: string; shop: string; product: string; sku: string; price: Money; wasPrice: Money
  units: number; left: number; most: number; startsAt: string; endsAt: string; state: (typeof saleStates)[number]
  /** In which room alone the price holds. */
  room?: string | null
}
/** `now` is the server's clock, by which pages count down. */
export interface Sales { items: Sale[]; now: string }
export interface SalePlan { sku: string; price: Money; units: number; most: number; startsAt: string; endsAt: string }
export interface Turn { state: 'in' | 'waiting' | 'full' | 'sold-out'; place: number | null; waiting: number | null; now: string }

export const productSales = (product: string) => get<Sales>(`/api/products/${product}/sales`)
export const turn = (sale: string, signal?: AbortSignal) => put<Turn>(`/api/sales/${sale}/turn`, { signal })

export const ownSales = (cursor?: string | null) => get<List<Sale>>(`/api/me/sales${query({ cursor, limit: 20 })}`)
export const planSale = (body: SalePlan) => post<Sale>('/api/me/sales', { body })
export const callOffSale = (id: string) => remove<void>(`/api/me/sales/${id}`)
