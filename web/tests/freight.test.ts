import { expect, test } from 'vitest'
import type { Scheme } from '@/api/freight'
import { draftOf, read } from '@/catalog/freight/scheme'
import { addressOf, wishOf } from '@/search/wish'

const scheme: Scheme = { id: '1', name: '标准', basis: 'weight', currency: 'CNY', rates: [{ regions: ['cn-zj'], first: 1500, firstMinor: 800, next: 500, nextMinor: 250, freeFromMinor: 9900 }] }

test('a scheme is written down in kilograms and money, and read back as it was', () => {
  const draft = draftOf(scheme)
  expect(draft.rates[0]).toMatchObject({ first: '1.5', firstPrice: '8.00', next: '0.5', nextPrice: '2.50', freeFrom: '99.00' })
  const { id: _, ...wish } = scheme
  expect(read(draft)).toEqual(wish)
})

test('what is missing or no number is not sent', () => {
  const draft = draftOf(scheme)
  expect(read({ ...draft, name: ' ' })).toBeNull()
  for (const wrong of [{ regions: [] }, { first: '-1' }, { next: '0' }, { firstPrice: '1.234' }, { nextPrice: '' }, { freeFrom: 'x' }])
    expect(read({ ...draft, rates: draft.rates.map((rate) => ({ ...rate, ...wrong })) })).toBeNull()
  expect(read({ ...draft, basis: 'piece' })).toBeNull()
})

test('what products say stands in the address of a search', () => {
  const wish = wishOf({ said: ['3=绿茶', '4=a=b', 'x=1', '5='] })
  expect(wish.said).toEqual(['3=绿茶', '4=a=b'])
  expect(wishOf({ said: '3=绿茶' }).said).toEqual(['3=绿茶'])
  expect(addressOf(wish)).toEqual({ said: ['3=绿茶', '4=a=b'] })
})
