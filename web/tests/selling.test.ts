import { describe, expect, it } from 'vitest'
import type { OwnProduct } from '@/api/catalog'
import { moved, planned, type PictureDraft } from '@/catalog/shop/pictures'
import { arranged, blankProduct, draftOf, faults, wishOf, type ProductDraft } from '@/catalog/shop/productDraft'

const filled = (draft: ProductDraft): ProductDraft => ({ ...draft, title: 'Shirt', variants: draft.variants.map((one) => ({ ...one, price: '19.90', stock: '5' })) })
const shirt = () => filled(arranged({ ...blankProduct('CNY'), options: [{ name: 'colour', values: ['red', 'blue'] }, { name: 'size', values: ['S', 'M'] }] }))

describe('the draft of a product', () => {
  it('has one variant for each combination of values', () => {
    expect(shirt().variants.map((one) => one.options.join('/'))).toEqual(['red/S', 'red/M', 'blue/S', 'blue/M'])
  })
  it('keeps what was typed for a combination when values come and go', () => {
    const draft = shirt()
    draft.variants[3]!.price = '29'
    const next = arranged({ ...draft, options: [{ name: 'colour', values: ['blue', 'green'] }, draft.options[1]!] })
    expect(next.variants.map((one) => [one.options.join('/'), one.price])).toEqual([['blue/S', '19.90'], ['blue/M', '29'], ['green/S', '19.90'], ['green/M', '19.90']])
  })
  it('never grows beyond a hundred variants', () => {
    const many = Array.from({ length: 30 }, (_, n) => String(n))
    expect(arranged({ ...blankProduct('CNY'), options: ['a', 'b', 'c'].map((name) => ({ name, values: many })) }).variants).toHaveLength(100)
  })
  it('says what has to be put right', () => {
    expect([...faults(blankProduct('CNY'))]).toEqual(['title', 'price', 'stock'])
    expect([...faults({ ...shirt(), options: [{ name: 'x', values: [] }, { name: 'x', values: ['a'] }] })]).toEqual(['option-name', 'option-values'])
    expect([...faults(shirt())]).toEqual([])
  })
  it('asks nothing of a combination that is not sold, but that one is', () => {
    const draft = shirt()
    const without = (sold: number) => ({ ...draft, variants: draft.variants.map((one, at) => ({ ...one, offered: at < sold, price: at < sold ? '1' : '' })) })
    expect([...faults(without(1))]).toEqual([])
    expect([...faults(without(0))]).toEqual(['none-offered'])
    expect(wishOf(without(1)).skus).toEqual([{ options: ['red', 'S'], code: '', price: { minor: 100, currency: 'CNY' }, stock: 5 }])
  })
  it('shows combinations that a product does not have as not sold', () => {
    const sku = (options: string[]) => ({ id: options.join(), options, code: '', price: { minor: 100, currency: 'CNY' }, free: 2 })
    const product: OwnProduct = { id: '1', shop: '2', title: 'Shirt', description: '', options: ['colour', 'size'], pictures: [], skus: [sku(['red', 'S']), sku(['blue', 'M'])], state: 'draft', madeAt: '', changedAt: '' }
    expect(draftOf(product).variants.map((one) => [one.options.join('/'), one.offered])).toEqual([['red/S', true], ['red/M', false], ['blue/S', false], ['blue/M', true]])
  })
})

describe('the pictures of a product', () => {
  const kept = (url: string): PictureDraft => ({ key: url, url, file: null, sent: 0 })
  const fresh = (key: string): PictureDraft => ({ key, url: `blob:${key}`, file: new File(['x'], key), sent: 0 })
  const places = (before: string[], wanted: PictureDraft[]) => {
    const { puts, removals } = planned(before, wanted)
    return [puts.map(({ place, picture }) => `${place}:${picture.key}`), removals]
  }
  it('stay as they are when nothing changed', () => {
    expect(places(['a', 'b'], [kept('a'), kept('b')])).toEqual([[], []])
  })
  it('are sent only where another one stands, and leave from the end', () => {
    expect(places(['a', 'b', 'c'], [kept('b'), kept('a')])).toEqual([['0:b', '1:a'], [2]])
    expect(places(['a', 'b', 'c'], [kept('a')])).toEqual([[], [2, 1]])
    expect(places(['a'], [fresh('n'), kept('a')])).toEqual([['0:n', '1:a'], []])
  })
  it('move within their row', () => {
    expect([moved(['a', 'b', 'c'], 2, 0), moved(['a', 'b'], 0, 9)]).toEqual([['c', 'a', 'b'], ['b', 'a']])
  })
})
