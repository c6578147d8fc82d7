/** Prices of a room that its host asks shops for. */
import type { Money } from './catalog'
import { get, post, query, remove } from './client'
import type { Sale, SalePlan } from './sales'
import type { List } from './types'

export const requestStates = ['asked', 'agreed', 'declined', 'withdrawn', 'expired'] as const
/** `rate` is the highest part of what is paid, in thousandths, that the host earns now. */
export interface PriceRequest {
  id: string; room: string; roomTitle: string; product: string; title: string; options: string[]; sku: string; price: Money; usual: Money | null; free: number
  units: number; most: number; startsAt: string; endsAt: string; rate: number; state: (typeof requestStates)[number]; reason: string | null; sale: Sale | null
  askedAt: string; expiresAt: string; host: { handle: string; name: string } | null
}
export const askPrice = (room: string, body: SalePlan) => post<PriceRequest>(`/api/me/rooms/${room}/price-requests`, { body })
export const askedPrices = (room: string, cursor?: string | null) => get<List<PriceRequest>>(`/api/me/rooms/${room}/price-requests${query({ cursor, limit: 20 })}`)
export const withdrawPrice = (room: string, id: string) => remove<void>(`/api/me/rooms/${room}/price-requests/${id}`)
export const shopPriceRequests = (cursor?: string | null) => get<List<PriceRequest>>(`/api/me/shop/price-requests${query({ cursor, limit: 20 })}`)
export const answerPrice = (id: string, agreed: boolean, reason?: string) => post<PriceRequest>(`/api/me/shop/price-requests/${id}/answer`, { body: { agreed, ...(reason && { reason }) } })
