/** Where else a product is sold, and what comes back of it; none of it is this site's money. */
import type { Money } from './catalog'
import { get, post, put, query } from './client'
import type { List } from './types'

export const platforms = ['youzan', 'taobao', 'tmall', 'pinduoduo', 'jd'] as const
export type Platform = (typeof platforms)[number]
export interface ExternalOffer { platform: Platform; url: string; price: Money }
export interface Elsewhere { platform: Platform; price: Money }
export interface ExternalReturn { number: string; product: string; title: string; platform: Platform; work: string | null; state: 'ordered' | 'paid' | 'cancelled' | 'refunded'; amount: Money; toldAt: string }
export interface ExternalStatement { month: string; visits: { platform: Platform; visits: number }[]; orders: { platform: Platform; state: ExternalReturn['state']; orders: number; amount: Money }[] }

export const elsewhere = (product: string) => get<{ items: Elsewhere[] }>(`/api/products/${product}/external`).then((answer) => answer.items)
export const leave = (product: string, platform: Platform, itemToken?: string) =>
  post<{ address: string }>(`/api/products/${product}/departures`, { body: { platform }, itemToken }).then((answer) => answer.address)
export const ownExternal = (product: string) => get<{ items: ExternalOffer[] }>(`/api/me/products/${product}/external`).then((answer) => answer.items)
export const putExternal = (product: string, items: ExternalOffer[]) => put<{ items: ExternalOffer[] }>(`/api/me/products/${product}/external`, { body: { items } }).then((answer) => answer.items)
export const newSecret = () => post<{ secret: string }>('/api/me/shop/external-secret').then((answer) => answer.secret)
export const externalReturns = (cursor?: string | null) => get<List<ExternalReturn>>(`/api/me/shop/external-returns${query({ cursor, limit: 20 })}`)
export const externalStatement = (month: string | null) => get<ExternalStatement>(`/api/me/shop/external-statement${query({ month })}`)
