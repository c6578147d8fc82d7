/** The way of a parcel, what was promised of it, and what a broken promise brought. */
import type { Money } from './catalog'
import { get, post, put, query } from './client'
import type { List } from './types'

export const parcelKinds = ['picked-up', 'in-transit', 'out-for-delivery', 'delivered', 'exception'] as const
export type ParcelKind = (typeof parcelKinds)[number]
export interface ParcelEvent { kind: ParcelKind; place: string; at: string }
/** `follows`: the carrier reports. Events are the newest first. */
export interface Tracking {
  carrier: string; number: string; follows: boolean; stage: ParcelKind | null; handedAt: string | null; deliveredAt: string | null; events: ParcelEvent[]
}
export type PromiseState = 'open' | 'kept' | 'missed' | 'lapsed'
export interface Promised { by: string; state: PromiseState; handedAt: string | null }
export interface Compensation { order: string; cause: 'late' | 'fake' | 'way-back'; amount: Money; rule: string; at: string }
/** `insured`: of each line, whether the shop pays the way back whatever the reason. */
export interface Delivery { tracking: Tracking | null; promise: Promised | null; compensations: Compensation[]; insured: boolean[] }

export const delivery = (order: string) => get<Delivery>(`/api/me/orders/${order}/delivery`)
export const shopDelivery = (order: string) => get<Delivery>(`/api/me/shop/orders/${order}/delivery`)

export interface Unsent { id: string; title: string; units: number; paidAt: string; by: string | null; warehouse?: string | null }
export const unsent = (warehouse: string | null, cursor?: string | null) => get<List<Unsent>>(`/api/me/shop/unsent${query({ warehouse, cursor, limit: 20 })}`)
export const unsentFile = (warehouse: string | null) => `/api/me/shop/unsent/file${query({ warehouse })}`

export const lineOutcomes = [
  'sent', 'already', 'no-such-order', 'not-waiting', 'twice', 'bad-carrier', 'bad-number', 'number-taken', 'overtaken',
] as const
export type LineOutcome = (typeof lineOutcomes)[number]
export interface ReportLine { line: number; order: string; outcome: LineOutcome }
/** What became of a file: all of it was sent, or nothing. */
export interface Report { done: boolean; sent: number; lines: ReportLine[] }
export const sendFile = (file: Blob) => post<Report>('/api/me/shop/shipments', { body: file.slice(0, file.size, 'text/csv'), timeoutMillis: 60_000 })

export const carriers = () => get<{ items: { code: string; name: string }[] }>('/api/carriers').then((answer) => answer.items)
export const compensations = (cursor?: string | null) => get<List<Compensation>>(`/api/me/shop/compensations${query({ cursor, limit: 20 })}`)
/** What a shop promises whoever buys there now. */
export const shopTerms = (shop: string) => get<{ insured: boolean; handOverHours: number }>(`/api/shops/${shop}/terms`)
export const terms = () => get<{ insured: boolean }>('/api/me/shop/terms')
export const offerTerms = (insured: boolean) => put<{ insured: boolean }>('/api/me/shop/terms', { body: { insured } })
