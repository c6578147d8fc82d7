/** After the sale: what goes back, and who decides. */
import type { Money } from './catalog'
import type { Tracking } from './parcels'
import { get, post, query } from './client'
import type { List } from './types'

export const returnKinds = ['refund', 'return', 'exchange'] as const
export type ReturnKind = (typeof returnKinds)[number]
export const returnReasons = ['changed-mind', 'not-arrived', 'damaged', 'wrong-item', 'not-as-described', 'fake'] as const
export type ReturnReason = (typeof returnReasons)[number]
export const returnStates = ['asked', 'agreed', 'sent', 'taken', 'refused', 'disputed', 'refunded', 'replaced', 'withdrawn', 'denied'] as const
export type ReturnState = (typeof returnStates)[number]
export type Side = 'buyer' | 'shop' | 'operator' | 'clock'

export interface Parcel { carrier: string; number: string }
export interface ReturnStep { state: ReturnState; side: Side; words: string; at: string }
/** `line` is the place of the line in its order; `dueAt` is when silence is an answer. */
export interface Return {
  id: string; order: string; line: number; shop: string; units: number; kind: ReturnKind; reason: ReturnReason; state: ReturnState
  item: { product: string; title: string; options: string[]; picture: string | null }
  amount: Money; askedAt: string; dueAt: string | null; overdue: boolean; backTo: string | null
  parcel: Parcel | null; replacement: Parcel | null; steps: ReturnStep[]; buyer: string | null; tracking: Tracking | null; replacementTracking: Tracking | null
}
export interface Choice { reason: ReturnReason; kinds: ReturnKind[] }
/** `left` has the units of each line that may still be asked for. */
export interface ReturnOffer { choices: Choice[]; left: number[]; freeUntil: string | null; items: Return[] }
export interface NewReturn { line: number; units: number; kind: ReturnKind; reason: ReturnReason; words: string }

export const returnOffer = (order: string) => get<ReturnOffer>(`/api/me/orders/${order}/returns`)
export const askReturn = (order: string, body: NewReturn) => post<Return>(`/api/me/orders/${order}/returns`, { body })
export const returns = (cursor?: string | null) => get<List<Return>>(`/api/me/returns${query({ cursor, limit: 20 })}`)
export const sendBack = (id: string, body: Parcel) => post<Return>(`/api/me/returns/${id}/parcel`, { body })
export const withdrawReturn = (id: string) => post<Return>(`/api/me/returns/${id}/withdrawal`)
export const dispute = (id: string, words: string) => post<Return>(`/api/me/returns/${id}/dispute`, { body: { words } })

export const shopReturns = (waiting: boolean, cursor?: string | null) =>
  get<List<Return>>(`/api/me/shop/returns${query({ waiting: String(waiting), cursor, limit: 20 })}`)
export const shopReturnsOf = (order: string) => get<{ items: Return[] }>(`/api/me/shop/orders/${order}/returns`).then((answer) => answer.items)
export const answerReturn = (id: string, agree: boolean, text: string) =>
  post<Return>(`/api/me/shop/returns/${id}/answer`, { body: agree ? { agree, backTo: text } : { agree, words: text } })
export const arrival = (id: string, accept: boolean, sound: boolean, words: string) =>
  post<Return>(`/api/me/shop/returns/${id}/arrival`, { body: { accept, sound, words } })
export const replace = (id: string, body: Parcel) => post<Return>(`/api/me/shop/returns/${id}/replacement`, { body })

export const disputes = (cursor?: string | null) => get<List<Return>>(`/api/disputes${query({ cursor, limit: 20 })}`)
/** `fake`: what was sent was one, and costs its shop three times what was paid besides. */
export const decide = (id: string, grant: boolean, words: string, fake = false) =>
  post<Return>(`/api/disputes/${id}/decision`, { body: fake ? { grant, words, fake } : { grant, words } })
