/** The alliance: what creators earn by selling, and how everybody is paid. */
import type { Money, Product } from './catalog'
import { get, post, put, query, remove } from './client'
import type { Place } from './trade'
import type { List } from './types'

export interface Step { from: number; perMille: number }
export interface Terms { id: string; product: string; shop: string; since: string; until: string | null; ladder: { steps: Step[] } }
export interface Outlook { product: string; now: Terms | null; next: Terms | null }
export interface Match { percent: number; work: string; title: string }
export interface Good {
  product: Product; seller: string; terms: Outlook; sold: { units: number; creators: number }; own: number; picked: boolean; match: Match | null
}
export interface Promised { title: string; terms: Outlook }

export const pool = (cursor?: string | null) => get<List<Good>>(`/api/alliance/products${query({ cursor, limit: 20 })}`)
export const goods = (cursor?: string | null) => get<List<Good>>(`/api/me/goods${query({ cursor, limit: 20 })}`)
export const pick = (product: string) => put<void>(`/api/me/goods/${product}`)
export const drop = (product: string) => remove<void>(`/api/me/goods/${product}`)

export const promised = (cursor?: string | null) => get<List<Promised>>(`/api/me/shop/alliance${query({ cursor, limit: 20 })}`)
export const promise = (product: string, steps: Step[]) => put<Outlook>(`/api/me/shop/alliance/${product}`, { body: { steps } })
export const withdraw = (product: string) => remove<Outlook>(`/api/me/shop/alliance/${product}/next`)

export interface Commission {
  id: string; product: string; title: string; led: { kind: string; id: string }; ledTitle: string; creator: string | null
  units: number; soldBefore: number; base: Money; commission: Money; platform: Money; mine: Money; state: 'held' | 'free' | 'reversed'; earnedAt: string
}
export const commissions = (as: 'creator' | 'agency', cursor?: string | null) => get<List<Commission>>(`/api/me/commissions${query({ as, cursor, limit: 20 })}`)
export const shopCommissions = (cursor?: string | null) => get<List<Commission>>(`/api/me/shop/commissions${query({ cursor, limit: 20 })}`)

export const lineKinds = ['sales', 'site-coupons', 'site-coupons-back', 'work-sales', 'room-sales', 'creators-sales', 'fees', 'commissions', 'refunds', 'fees-back', 'commissions-back', 'compensations', 'payouts', 'other', 'gifts'] as const
export interface Statement {
  month: string; currencies: string[]; opening: Money; lines: { what: (typeof lineKinds)[number]; amount: Money; entries: number }[]; closing: Money; held: Money; free: Money
}
/** Whose statement, by its path. */
export type Whose = '/api/me' | '/api/me/shop' | '/api/settlement'
export interface StatementWish { month: string | null; currency: string | null }
export const statement = (whose: Whose, wish: StatementWish, signal?: AbortSignal) => get<Statement>(`${whose}/statement${query({ ...wish })}`, { signal })
export const statementFile = (whose: Whose, wish: StatementWish) => `${whose}/statement.csv${query({ ...wish })}`
export const statementPaper = (whose: Whose, wish: StatementWish, language: string) => `${whose}/statement.pdf${query({ ...wish, language })}`

export interface Payee { holder: string; bank: string; ending: string }
export interface NewPayee { holder: string; bank: string; number: string }
export const payee = (whose: Whose) => get<{ account: Payee | null }>(`${whose}/payee`)
export const putPayee = (whose: Whose, body: NewPayee) => put<{ account: Payee | null }>(`${whose}/payee`, { body })

export interface Contract {
  id: string; mine: 'creator' | 'agency'; other: { handle: string | null; name: string | null }; perMille: number
  state: 'offered' | 'active' | 'declined' | 'ended'; offeredAt: string; endedAt: string | null
}
export const contracts = (cursor?: string | null) => get<List<Contract>>(`/api/me/contracts${query({ cursor, limit: 20 })}`)
export const offerContract = (handle: string, perMille: number) => post<Contract>('/api/me/contracts', { body: { handle, perMille } })
export const answerContract = (id: string, accepted: boolean) => put<void>(`/api/me/contracts/${id}/answer`, { body: { accepted } })
export const endContract = (id: string) => remove<void>(`/api/me/contracts/${id}`)

interface Hand { handle: string | null; name: string | null }
export interface Batch {
  id: string; state: 'proposed' | 'approved' | 'rejected'; madeBy: Hand; madeAt: string; checkedBy: Hand | null; checkedAt: string | null
  aloneFrom: string; singleHanded: boolean; mine: boolean; total: Money; payouts: number
}
/** `list` says whether one may have the list for the bank; `openings` who had it. */
export interface WholeBatch {
  batch: Batch; list: boolean; openings: { by: { handle: string | null; name: string | null }; at: string }[]
  items: { kind: 'person' | 'shop'; id: string; name: string; amount: Money; paid: Money | null; account: { bank: string; ending: string } | null }[]
}
export const batches = (cursor?: string | null) => get<List<Batch>>(`/api/settlement/batches${query({ cursor, limit: 20 })}`)
export const batch = (id: string, signal?: AbortSignal) => get<WholeBatch>(`/api/settlement/batches/${id}`, { signal })
export const proposeBatch = (currency: string) => post<WholeBatch>('/api/settlement/batches', { body: { currency } })
export const decideBatch = (id: string, approve: boolean) => post<WholeBatch>(`/api/settlement/batches/${id}/${approve ? 'approval' : 'rejection'}`)
export const batchFile = (id: string) => `/api/settlement/batches/${id}.csv`

export const sampleStates = ['asked', 'accepted', 'refused', 'withdrawn', 'sent', 'published'] as const
/** `overdue`: it was sent, and no work shows it although its time is over. */
export interface Sample {
  id: string; product: string; title: string; state: (typeof sampleStates)[number]; words: string; reason: string | null
  parcel: { carrier: string; number: string } | null; askedAt: string; sentAt: string | null; publishBy: string | null
  work: string | null; overdue: boolean; creator: { handle: string; name: string } | null
}
export const askSample = (product: string, address: string, words: string) => post<Sample>('/api/me/samples', { body: { product, address, words } })
export const samples = (cursor?: string | null) => get<List<Sample>>(`/api/me/samples${query({ cursor, limit: 20 })}`)
export const withdrawSample = (id: string) => remove<void>(`/api/me/samples/${id}`)
export const showSample = (id: string, work: string) => put<Sample>(`/api/me/samples/${id}/work`, { body: { work } })
export const shopSamples = (cursor?: string | null) => get<List<Sample>>(`/api/me/shop/samples${query({ cursor, limit: 20 })}`)
export const sampleAddress = (id: string) => get<Place>(`/api/me/shop/samples/${id}/address`)
export const answerSample = (id: string, accepted: boolean, reason?: string) => post<Sample>(`/api/me/shop/samples/${id}/answer`, { body: { accepted, ...(reason && { reason }) } })
export const sendSample = (id: string, carrier: string, number: string) => post<Sample>(`/api/me/shop/samples/${id}/shipment`, { body: { carrier, number } })
