/** Links that are shared, what they bring, and coupons that friends help to have. */
import { get, post, put } from './client'
import type { Coupon } from './promotion'

export type ShareKind = 'product' | 'group' | 'appeal'
export type Channel = 'copy' | 'system' | 'qr'
/** What somebody asks friends to help with; `now` is the server's clock. */
export interface Appeal {
  id: string; coupon: Coupon; by: string | null; needed: number; helped: number; state: 'open' | 'unlocked' | 'lapsed'; endsAt: string
  part: 'own' | 'helped' | 'none'; now: string
}
export interface SharePart { name: string; shares: number; invited: number; bought: number }
/** `k` is how many new buyers a sharer brings: invited people a sharer times the share of them who bought. */
export interface ShareReport {
  shares: number; sharers: number; invited: number; bought: number; perSharer: number; conversion: number; k: number
  byChannel: SharePart[]; byDepth: SharePart[]
}

export const ask = (coupon: string) => post<Appeal>(`/api/coupons/${coupon}/appeal`)
export const appeal = (id: string, signal?: AbortSignal) => get<Appeal>(`/api/appeals/${id}`, { signal })
export const help = (id: string) => post<Appeal>(`/api/appeals/${id}/help`)
export const share = (kind: ShareKind, subject: string, channel: Channel, from: string | null) =>
  post<{ id: string; depth: number }>('/api/shares', { body: { kind, subject, channel, ...(from && { from }) } })
export const visit = (id: string) => put<void>(`/api/shares/${id}/visit`)
export const shareReport = (maker: 'shop' | 'site') => get<ShareReport>(maker === 'shop' ? '/api/me/shop/share-report' : '/api/share-report')
