/** What sending costs by region, and from which warehouse it goes. */
import { get, post, put, remove } from './client'
import type { Region } from './types'

export const bases = ['weight', 'piece', 'amount'] as const
export type Basis = (typeof bases)[number]
/** `first` and `next` are grams, units or minor units, as the scheme's basis says. */
export interface Rate { regions: Region[]; first: number; firstMinor: number; next: number; nextMinor: number; freeFromMinor?: number | null }
export interface NewScheme { name: string; basis: Basis; currency: string; rates: Rate[] }
export interface Scheme extends NewScheme { id: string }
export interface Freight { schemes: Scheme[]; standard: string | null }
/** Without a scheme its shop's holds. */
export interface ProductFreight { scheme: string | null; grams: number }
/** Without an id it is a new one. */
export interface Warehouse { id?: string; name: string; regions: Region[] }
export interface KeptWarehouse extends Warehouse { id: string }

export const freight = () => get<Freight>('/api/me/shop/freight')
export const saveScheme = (id: string | null, body: NewScheme) =>
  id ? put<Freight>(`/api/me/shop/freight/${id}`, { body }) : post<Freight>('/api/me/shop/freight', { body })
export const removeScheme = (id: string) => remove<Freight>(`/api/me/shop/freight/${id}`)
export const setStandard = (scheme: string | null) => put<Freight>('/api/me/shop/standard-freight', { body: { scheme } })
export const productFreight = (product: string) => get<ProductFreight>(`/api/me/products/${product}/freight`)
export const setProductFreight = (product: string, body: ProductFreight) => put<ProductFreight>(`/api/me/products/${product}/freight`, { body })
export const warehouses = () => get<{ items: KeptWarehouse[] }>('/api/me/shop/warehouses').then((answer) => answer.items)
export const setWarehouses = (items: Warehouse[]) => put<{ items: KeptWarehouse[] }>('/api/me/shop/warehouses', { body: { items } }).then((answer) => answer.items)
