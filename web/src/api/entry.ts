/** An application to sell here: its person's, and an operator's view of it. */
import { get, post, put, query, remove } from './client'
import type { List, Person } from './types'

export type EntryKind = 'person' | 'company'
export interface Entry { id: string; kind: EntryKind; goods: string; state: 'draft' | 'applied' | 'accepted' | 'refused'; appliedAt?: string | null; papers: number[]; reason?: string | null }
export interface Opened { entry: Entry; name: string; number: string }
export interface Waiting { id: string; person?: Person | null; kind: EntryKind; goods: string; appliedAt?: string | null }
export interface NewEntry { kind: EntryKind; name: string; number: string; goods: string }

export const MOST_PAPERS = 4
const MINUTE_MILLIS = 60_000
/** Nothing for who has not applied. */
export const own = () => get<Opened | undefined>('/api/me/entry')
export const save = (body: NewEntry) => put<Opened>('/api/me/entry', { body })
export const submit = () => post<Opened>('/api/me/entry/submission')
export const putPaper = (place: number, picture: Blob) => put<void>(`/api/me/entry/papers/${place}`, { body: picture, timeoutMillis: MINUTE_MILLIS })
export const removePaper = (place: number) => remove<void>(`/api/me/entry/papers/${place}`)
export const waiting = (cursor?: string | null) => get<List<Waiting>>(`/api/entries${query({ cursor, limit: 20 })}`)
export const open = (id: string) => get<Opened>(`/api/entries/${id}`)
export const decide = (id: string, accept: boolean, reason: string | null) => post<void>(`/api/entries/${id}/decision`, { body: { accept, reason } })
