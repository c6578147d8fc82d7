/** Coupons: what shops and the site take off, who has which, and why one is not used. */
import type { Money } from './catalog'
import { get, post, query, remove } from './client'
import type { List } from './types'

export const couponKinds = ['amount', 'percent', 'first-order'] as const
export type CouponKind = (typeof couponKinds)[number]
export const couponWays = ['public', 'code', 'given', 'friends'] as const
export type CouponWay = (typeof couponWays)[number]
export type Funder = 'shop' | 'site'
/** `shop` is absent for a coupon of the site; `off` is the most that is taken off. */
export interface Coupon {
  id: string; shop: string | null; name: string; kind: CouponKind; off: Money; percent: number; threshold: Money
  products: string[]; shops: string[]; categories: number[]; onSales: boolean; startsAt: string; endsAt: string
}
/** `friends` is how many must help to have it; 0 for one that is just taken. */
export interface OfferedCoupon { coupon: Coupon; had: boolean; friends: number }
export interface Voucher { id: string; coupon: Coupon; state: 'free' | 'locked' | 'used' | 'expired'; takenAt: string; expiresAt: string }
export interface NearCoupon { voucher: string; name: string; funder: Funder; missing: Money; off: Money }
export interface RefusedCoupon { voucher: string; name: string; funder: Funder; reason: string }
export interface OwnCoupon {
  coupon: Coupon; way: CouponWay; code: string | null; hours: number; budget: Money; held: Money
  pieces: number; taken: number; most: number; friends: number; state: 'open' | 'stopped'
}
export interface CouponTerms {
  name: string; kind: CouponKind; off: Money; percent?: number; threshold: Money; products: string[]; shops: string[]; categories: number[]; onSales: boolean
  way: CouponWay; code?: string; friends?: number; startsAt: string; endsAt: string; hours: number; budget: Money; pieces: number; most: number
}
/** Whose coupons: those of one's shop, or those of the site. */
export type Maker = 'shop' | 'site'
const own = (maker: Maker) => (maker === 'shop' ? '/api/me/shop/coupons' : '/api/site-coupons')

export const productCoupons = (product: string) => get<{ items: OfferedCoupon[] }>(`/api/products/${product}/coupons`).then((answer) => answer.items)
export const takeCoupon = (id: string) => post<void>(`/api/coupons/${id}/vouchers`)
export const tellCode = (code: string) => post<void>('/api/me/vouchers', { body: { code } })
export const vouchers = (cursor?: string | null) => get<List<Voucher>>(`/api/me/vouchers${query({ cursor, limit: 20 })}`)

export const ownCoupons = (maker: Maker, cursor?: string | null) => get<List<OwnCoupon>>(`${own(maker)}${query({ cursor, limit: 20 })}`)
export const makeCoupon = (maker: Maker, body: CouponTerms) => post<OwnCoupon>(own(maker), { body })
export const stopCoupon = (maker: Maker, id: string) => remove<void>(`${own(maker)}/${id}`)
export const giveCoupon = (maker: Maker, id: string, handle: string) => post<void>(`${own(maker)}/${id}/gifts`, { body: { handle } })
