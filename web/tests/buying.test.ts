import { describe, expect, it } from 'vitest'
import type { Cart, CartLine, Quote } from '@/api/trade'
import { heard, opensSafely } from '@/payment/provider'
import { left } from '@/trade/countdown'
import { OrderKey, uuid } from '@/trade/orderKey'
import { priceChanges, within } from '@/trade/quotes'
import { chosenLines, totalOf, turned, wholly } from '@/trade/selection'

const yuan = (minor: number) => ({ minor, currency: 'CNY' })
const product = (id: string) => ({ id, title: `Product ${id}`, picture: null })

describe('the key of an order', () => {
  it('stays the same for the same wish and changes with it', () => {
    const key = new OrderKey()
    const first = key.of([{ sku: '1', units: 1 }])
    expect(key.of([{ sku: '1', units: 1 }])).toBe(first)
    expect(key.of([{ sku: '1', units: 2 }])).not.toBe(first)
  })
  it('is new once it was used', () => {
    const key = new OrderKey()
    const first = key.of('wish')
    key.used()
    expect(key.of('wish')).not.toBe(first)
  })
  it('is a random UUID', () => {
    expect(uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})

describe('a quote', () => {
  const quote = (prices: Record<string, number>): Quote => ({
    id: JSON.stringify(prices), total: yuan(0), short: [], coupons: { near: [], refused: [] },
    orders: [{ shop: { id: '9', name: 'Shop' }, explained: [], total: yuan(0), lines: Object.entries(prices).map(([sku, minor]) => ({ sku, product: product(sku), options: [], units: 1, price: yuan(minor), amount: yuan(minor), free: 5 })) }],
  })
  it('names each line whose price is another one', () => {
    expect(priceChanges(quote({ 1: 100, 2: 200 }), quote({ 1: 100, 2: 250, 3: 1 }))).toEqual([{ sku: '2', title: 'Product 2', was: yuan(200), now: yuan(250) }])
  })
  it('leaves what is free of lines that are short', () => {
    const lines = [{ sku: '1', units: 3 }, { sku: '2', units: 3 }, { sku: '3', units: 1 }]
    expect(within(lines, [{ sku: '1', free: 2 }, { sku: '3', free: 0 }])).toEqual([{ sku: '1', units: 2 }, { sku: '2', units: 3 }])
  })
})

describe('a countdown', () => {
  const now = Date.parse('2026-03-01T12:00:00Z')
  it('runs down to nothing', () => {
    expect(['2026-03-01T12:14:59Z', '2026-03-01T12:00:01Z', '2026-03-01T12:00:00Z', '2026-03-01T11:59:00Z'].map((until) => left(until, now))).toEqual(['14:59', '00:01', null, null])
  })
  it('has hours when there are some', () => {
    expect(left('2026-03-01T14:05:09Z', now)).toBe('2:05:09')
  })
})

describe('what is chosen in a cart', () => {
  const line = (sku: string, minor: number, units: number, free: number, available = true): CartLine =>
    ({ sku, product: product(sku), options: [], units, price: yuan(minor), wasPrice: yuan(minor), free, available })
  const one = { shop: { id: '1', name: 'One' }, lines: [line('a', 100, 2, 9), line('b', 50, 4, 1)] }
  const two = { shop: { id: '2', name: 'Two' }, lines: [line('c', 10, 1, 0), line('d', 10, 1, 5, false)] }
  const cart: Cart = { shops: [one, two], count: 4 }

  it('is what can be bought, and no more than is free', () => {
    const lines = chosenLines(cart, new Set(['a', 'b', 'c', 'd']))
    expect(lines.map(({ sku, units }) => [sku, units])).toEqual([['a', 2], ['b', 1]])
    expect(totalOf(lines)).toEqual([yuan(250)])
  })
  it('turns a whole shop on and off', () => {
    const all = turned([one], new Set())
    expect([[...all], wholly([one], all), wholly([two], all)]).toEqual([['a', 'b'], true, false])
    expect([...turned([one], all)]).toEqual([])
  })
})

describe('a provider', () => {
  const page = 'https://pay.example/pay/1'
  it('is heard only from its own origin', () => {
    const data = { source: 'kanmai-sandbox', state: 'paid' }
    expect([heard({ origin: 'https://pay.example', data }, page), heard({ origin: 'https://evil.example', data }, page)]).toEqual(['paid', null])
  })
  it('says nothing but the words that are known', () => {
    expect([{ state: 'paid' }, { source: 'kanmai-sandbox', state: 'rich' }, 'paid', null].map((data) => heard({ origin: 'https://pay.example', data }, page))).toEqual([null, null, null, null])
  })
  it('is opened over HTTP only', () => {
    expect(['https://a.example/p', 'http://127.0.0.1:8081/pay/x', '/pay/x', 'javascript:alert(1)', '//evil.example'].map((page) => opensSafely(page, 'tab'))).toEqual([true, true, true, false, false])
    expect(['weixin://wxpay/bizpayurl?pr=1', 'https://a.example/p', 'javascript:alert(1)'].map((page) => opensSafely(page, 'code'))).toEqual([true, false, false])
    expect(opensSafely('weixin://wxpay/bizpayurl?pr=1', 'tab')).toBe(false)
  })
})
