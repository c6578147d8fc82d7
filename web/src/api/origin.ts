/** Records of where batches come from. */
import { get, post } from './client'

export const steps = ['produced', 'processed', 'inspected', 'packed', 'shipped'] as const
export type Step = (typeof steps)[number]
export interface Batch { id: string; name: string; madeAt: string }
export interface OriginEntry { place: number; kind: Step; spot: string; words: string; at: string; toldAt: string; hash: string }
export interface Trace { batch: Batch; product: string; title: string; entries: OriginEntry[]; intact: boolean }

export const trace = (id: string) => get<Trace>(`/api/origins/${id}`)
export const batches = (product: string) => get<{ items: Batch[] }>(`/api/me/products/${product}/batches`).then(({ items }) => items)
export const begin = (product: string, name: string) => post<Batch>(`/api/me/products/${product}/batches`, { body: { name } })
export const tell = (batch: string, body: { kind: Step; spot: string; words: string; at: string }) => post<Trace>(`/api/me/batches/${batch}/entries`, { body })
