/** Who acts for a shop beside its owner, and for which shops one may act. */
import { get, post, query, remove } from './client'
import type { List, Person } from './types'

export const duties = ['goods', 'orders', 'service', 'live'] as const
export type Duty = (typeof duties)[number]
export type GrantKind = 'staff' | 'agency'
export interface Member { id: string; person?: Person | null; kind: GrantKind; duties: Duty[]; state: 'invited' | 'active'; invitedAt: string; until?: string | null }
export interface Workplace { id: string; shop: string; name: string; kind: GrantKind; duties: Duty[]; state: 'invited' | 'active'; until?: string | null }
/** What somebody did; without a status its end is not known. */
export interface Done { person?: Person | null; method: string; path: string; status?: number | null; at: string }

const path = '/api/me/shop/staff'
export const members = () => get<{ items: Member[] }>(path).then(({ items }) => items)
export const invite = (handle: string, kind: GrantKind, held: Duty[], until: string | null) => post<Member>(path, { body: { handle, kind, duties: held, until } })
export const revoke = (id: string) => remove<void>(`${path}/${id}`)
export const acts = (cursor?: string | null) => get<List<Done>>(`/api/me/shop/staff-acts${query({ cursor, limit: 20 })}`)
export const workplaces = () => get<{ items: Workplace[] }>('/api/me/workplaces').then(({ items }) => items)
export const accept = (id: string) => post<void>(`/api/me/workplaces/${id}/acceptance`)
export const leave = (id: string) => remove<void>(`/api/me/workplaces/${id}`)
