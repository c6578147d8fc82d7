/** The tree of categories, what its attributes ask, and when a product is offered. */
import type { OwnProduct } from './catalog'
import { get, patch, post, put, remove } from './client'

/** A name in both languages of the site. */
export interface Name { zh: string; en: string }
export type AttributeKind = 'choice' | 'text' | 'number'
export interface Attribute { id: number; name: Name; kind: AttributeKind; choices: Name[]; required: boolean }
export interface Category { id: number; parent?: number | null; name: Name; attributes: Attribute[]; retired: boolean }
/** Where a product stands and what it says; of a choice its Chinese name. */
export interface Placing { category?: number | null; attributes: Record<string, string> }

let known: Promise<Category[]> | undefined
/** The tree; asked for once. */
export function tree(): Promise<Category[]> {
  known ??= get<{ items: Category[] }>('/api/categories').then(({ items }) => items).catch((cause) => {
    known = undefined
    throw cause
  })
  return known
}
const changed = <T>(answer: Promise<T>) => answer.finally(() => { known = undefined })

export const addCategory = (parent: number | null, name: Name) => changed(post<Category>('/api/categories', { body: { parent, name } }))
export const changeCategory = (id: number, body: { name?: Name; retired?: boolean }) => changed(patch<Category>(`/api/categories/${id}`, { body }))
export const addAttribute = (id: number, body: Omit<Attribute, 'id'>) => changed(post<Category>(`/api/categories/${id}/attributes`, { body }))
export const retireAttribute = (id: number, attribute: number) => changed(remove<Category>(`/api/categories/${id}/attributes/${attribute}`))

export const placingOf = (product: string) => get<Placing>(`/api/products/${product}/category`)
export const ownPlacing = (product: string) => get<Placing>(`/api/me/products/${product}/category`)
export const place = (product: string, body: Placing) => put<Placing>(`/api/me/products/${product}/category`, { body })
export const offer = (product: string, from: string | null, until: string | null) =>
  put<OwnProduct>(`/api/me/products/${product}/offering`, { body: { from, until } })
