import { describe, expect, it } from 'vitest'
import type { Anchor, Product, Sku } from '@/api/catalog'
import { shownAt } from '@/catalog/anchors'
import { chance, choose, initial, values } from '@/catalog/choice'
import { millisOf, written } from '@/catalog/moments'

const sku = (options: string, free: number): Sku => ({ id: options, options: options.split('/'), code: '', price: { minor: 100, currency: 'CNY' }, free })
const shirt: Product = {
  id: '1', shop: '2', title: 'Shirt', description: '', options: ['colour', 'size'], pictures: [],
  skus: [sku('red/S', 0), sku('red/M', 3), sku('blue/S', 2), sku('blue/L', 0), sku('green/L', 0)],
}
const at = (id: string) => shirt.skus.find((one) => one.id === id) as Sku

describe('the variants of a product', () => {
  it('are offered in the order of the merchant', () => {
    expect([values(shirt, 0), values(shirt, 1)]).toEqual([['red', 'blue', 'green'], ['S', 'M', 'L']])
  })
  it('begin with one that can be had', () => {
    expect(initial(shirt)?.id).toBe('red/M')
  })
  it('tell which values can be had as they are, with another option, or not at all', () => {
    expect(['S', 'M', 'L'].map((size) => chance(shirt, at('red/M'), 1, size))).toEqual(['with-another', 'free', 'gone'])
    expect(['red', 'blue', 'green'].map((colour) => chance(shirt, at('blue/S'), 0, colour))).toEqual(['with-another', 'free', 'gone'])
  })
  it('lead to the nearest that can be had', () => {
    expect(choose(shirt, at('red/M'), 1, 'S').id).toBe('blue/S')
    expect(choose(shirt, at('blue/S'), 0, 'red').id).toBe('red/M')
  })
  it('lead to one that is gone when no other is left', () => {
    expect(choose(shirt, at('red/M'), 0, 'green').id).toBe('green/L')
  })
})

describe('the card over a film', () => {
  const anchor = (id: string, atMillis: number | null): Anchor => ({ product: { ...shirt, id }, shop: { id: '2', name: 'Shop' }, atMillis })
  const anchors = [anchor('start', null), anchor('later', 5000), anchor('last', 9000)]
  const shown = (millis: number, furthest = millis) => shownAt(anchors, millis, furthest)?.product.id

  it('shows the product whose moment came last', () => {
    expect([0, 4999, 5000, 9500].map((millis) => shown(millis))).toEqual(['start', 'start', 'later', 'last'])
  })
  it('waits for the first moment', () => {
    expect(shownAt([anchor('later', 5000)], 1000, 1000)).toBeNull()
  })
  it('keeps what was shown when the film begins anew', () => {
    expect(shownAt([anchor('later', 5000)], 200, 9000)?.product.id).toBe('later')
  })
})

describe('a moment of a film', () => {
  it('is read as it is written', () => {
    expect(['0:12', '12', '1:05', '75', '2.5', ' 0:00 '].map(millisOf)).toEqual([12_000, 12_000, 65_000, 75_000, 2500, 0])
  })
  it('is nothing else', () => {
    expect(['', 'soon', '0:75', '-1', '1:2:3'].map(millisOf)).toEqual([null, null, null, null, null])
  })
  it('comes back as it was', () => {
    expect([0, 9000, 65_000].map((millis) => millisOf(written(millis)))).toEqual([0, 9000, 65_000])
  })
})
