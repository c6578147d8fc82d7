/** A merchant's products as files: looked through first, then carried out. */
import { get, post, query, remove } from './client'

export type SheetOutcome = 'ready' | 'refused' | 'made' | 'changed'
export type SheetFaultKind = 'wrong' | 'differs' | 'advertising' | 'unknown' | 'listed' | 'with-its-product' | 'changed' | 'attribute-missing' | 'attribute-value' | 'attribute-unknown'
export interface Sheet {
  id: string; name: string; state: 'checked' | 'applying' | 'done'; sentAt: string
  lines: number; ready: number; made: number; changed: number; refused: number
}
/**
 * `detail` of a word that the law forbids is the word, its rule and the article; of an attribute its names, its kind and what it can be, Chinese
 * before English; with bars between.
 */
export interface SheetFault { field: string; kind: SheetFaultKind; detail: string; place: number | null }
export interface SheetLine { line: number; product: string; outcome: SheetOutcome; made: string | null; fault: SheetFault | null }

/** A word that advertising law forbids, where it stands. */
export interface ForbiddenWord { field: string; word: string; from: number; to: number; rule: string; article: string }

const MINUTES_MILLIS = 10 * 60_000
const path = '/api/me/shop/sheets'
export const sheets = () => get<{ items: Sheet[] }>(path)
export const sheet = (id: string) => get<Sheet>(`${path}/${id}`)
export const send = (name: string, content: Blob) => post<Sheet>(`${path}${query({ name })}`, { body: content, timeoutMillis: MINUTES_MILLIS })
export const lines = (id: string, outcome: SheetOutcome | null, after: number) =>
  get<{ items: SheetLine[]; next: number | null }>(`${path}/${id}/lines${query({ outcome, after })}`)
export const apply = (id: string) => post<Sheet>(`${path}/${id}/application`, { timeoutMillis: MINUTES_MILLIS })
export const forget = (id: string) => remove<void>(`${path}/${id}`)
export const reportOf = (id: string) => `${path}/${id}/report`
export const productsIn = (charset: 'utf-8' | 'gb18030') => `${path}/products${query({ charset })}`
