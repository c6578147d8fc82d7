/** Sales of before: what a shop has sold elsewhere and brings along. */
import type { Money } from './catalog'
import { get, put, query, remove } from './client'
import type { List } from './types'

export type LineKind = 'sale' | 'cancellation' | 'adjustment'
export type RefusedFor = 'stock-correction' | 'unreadable' | 'already-brought'
export interface PastFile {
  key: string; name: string; currency: string; state: 'reading' | 'matching' | 'done'; begunAt: string; endedAt: string | null; rows: number
  kinds: { kind: LineKind; lines: number; total: Money }[]; net: Money; refused: { reason: RefusedFor; lines: number }[]
  unmatched: number; customers: number; invoices: number
}
export interface RefusedLine { row: number; number: string; reason: RefusedFor }
export interface Unmatched { row: number; number: string; code: string; title: string; units: number; missing: number; at: string; known: boolean }

const HOURS_MILLIS = 6 * 3_600_000
const path = '/api/me/shop/past-sales'
export const files = () => get<{ items: PastFile[] }>(path)
export const file = (key: string) => get<PastFile>(`${path}/${key}`)
export const send = (key: string, name: string, currency: string, zone: string, content: Blob) =>
  put<PastFile>(`${path}/${key}${query({ name, currency, zone })}`, { body: content, timeoutMillis: HOURS_MILLIS })
export const refused = (key: string, cursor?: string | null) => get<List<RefusedLine>>(`${path}/${key}/refused${query({ cursor, limit: 20 })}`)
export const unmatched = (key: string, cursor?: string | null) => get<List<Unmatched>>(`${path}/${key}/unmatched${query({ cursor, limit: 20 })}`)
export const forgetCustomers = () => remove<void>(`${path}/customers`)
