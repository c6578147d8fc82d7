import { describe, expect, it } from 'vitest'
import type { Quote } from '@/api/trade'
import { faultsOf, fresh, termsOf } from '@/promotion/couponDraft'
import { toggled, usedOf } from '@/promotion/coupons'

const yuan = (minor: number) => ({ minor, currency: 'CNY' })
const now = Date.parse('2026-06-18T12:00:00Z')

describe('the coupons of a quote', () => {
  const by = (voucher: string) => ({ term: 'site-coupon', amount: yuan(-100), coupon: { voucher, name: voucher } })
  const quote: Quote = {
    id: 'q', total: yuan(0), short: [], coupons: { near: [], refused: [] },
    orders: [by('7'), by('7')].map((term, place) => ({ shop: { id: String(place), name: 'Shop' }, lines: [], explained: [{ term: 'goods', amount: yuan(500) }, term], total: yuan(400) })),
  }
  it('are named once each, though they take something off several orders', () => {
    expect(usedOf(quote)).toEqual(['7'])
  })
  it('are left by choosing them again, and a new one comes first', () => {
    expect(toggled(['7', '8'], '7')).toEqual(['8'])
    expect(toggled(['7'], '9')).toEqual(['9', '7'])
  })
})

describe('a coupon that is typed', () => {
  const good = { ...fresh(now), name: '春茶券', off: '5', threshold: '30', budget: '100', pieces: '20' }
  it('is sent as it was typed', () => {
    expect(faultsOf(good, now)).toEqual(new Set())
    expect(termsOf(good)).toMatchObject({ off: yuan(500), threshold: yuan(3000), budget: yuan(10_000), pieces: 20, most: 1, hours: 168, way: 'public', products: [] })
    expect(termsOf({ ...good, products: ['7'] }).products).toEqual(['7'])
    expect(termsOf({ ...good, shops: ['3'], categories: [2] })).toMatchObject({ products: [], shops: ['3'], categories: [2] })
    expect(termsOf(good)).not.toHaveProperty('code')
  })
  it('says each thing that is wrong with it', () => {
    expect(faultsOf({ ...good, name: 'x', off: '', budget: '1', pieces: '0', most: '21', days: '0', ends: good.starts }, now)).toEqual(new Set(['name', 'off', 'ends', 'days', 'pieces', 'most']))
    expect(faultsOf({ ...good, threshold: '5' }, now)).toEqual(new Set(['threshold']))
    expect(faultsOf({ ...good, budget: '4.99' }, now)).toEqual(new Set(['budget']))
    expect(faultsOf({ ...good, way: 'code', code: 'AB' }, now)).toEqual(new Set(['code']))
    expect(faultsOf({ ...good, kind: 'percent', percent: '91' }, now)).toEqual(new Set(['percent']))
  })
  it('for a first order, or where friends help, is one a person, whatever was typed before', () => {
    expect(termsOf({ ...good, way: 'friends', most: '5' })).toMatchObject({ most: 1, friends: 3 })
    expect(faultsOf({ ...good, way: 'friends', friends: '11' }, now)).toEqual(new Set(['friends']))
    expect(termsOf({ ...good, kind: 'first-order', most: '5' }).most).toBe(1)
  })
})
