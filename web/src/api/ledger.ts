import { get, query } from './client'
import type { List } from './types'

export interface Head { size: number; root: string; at: string; key: string; line: string }
export interface PageKey { key: string; algorithm: string; publicKey: string; since: string }
/** That a page's record is in the newest head; `record` is its bytes in base64. */
export interface PageProof {
  page: string; record: string; lane: string; place: number; records: number; recordPath: string[]
  entry: number; line: string; entryPath: string[]; head: string
}

export const heads = (cursor: string | null) => get<List<Head>>(`/api/ledger/heads${query({ cursor })}`)
export const consistency = (from: number, to: number) => get<{ path: string[] }>(`/api/ledger/consistency${query({ from, to })}`)
export const pageProof = (page: string, signal?: AbortSignal) => get<PageProof>(`/api/ledger/pages/${page}`, { signal })
export const keys = () => get<PageKey[]>('/api/keys')
