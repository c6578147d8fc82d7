import { describe, expect, it } from 'vitest'
import { marks } from '@/search/marks'
import { added, parsed } from '@/search/recent'
import { cameBy, tokenOf } from '@/river/tokens'
import { addressOf, chosen, wishOf } from '@/search/wish'

describe('a wish and its address', () => {
  it('say the same both ways', () => {
    const wish = { q: '龙井 茶', shop: '42', minPrice: 2000, maxPrice: 4999, inStock: true, category: 12, sort: 'price-up' as const }
    expect(wishOf(addressOf(wish) as Record<string, string>)).toEqual(wish)
    expect(chosen(wish)).toBe(4)
  })
  it('leave out what is usual', () => {
    expect(addressOf(wishOf({}))).toEqual({})
    expect(chosen(wishOf({}))).toBe(0)
  })
  it('drop what makes no sense', () => {
    const wish = wishOf({ q: ['a', 'b'], shop: '../x', min: '500', max: '20', stock: 'yes', sort: 'best' })
    expect(wish).toEqual({ q: '', shop: null, category: null, minPrice: 500, maxPrice: null, inStock: false, sort: 'relevance' })
    expect(wishOf({ min: '999999999999', max: '-1' })).toMatchObject({ minPrice: null, maxPrice: null })
  })
  it('hold a hundred characters, however many units these have, and none that cannot be typed', () => {
    expect([...wishOf({ q: '🍵'.repeat(150) }).q]).toHaveLength(100)
    expect(wishOf({ q: 'a\u0000b' }).q).toBe('a b')
  })
})

describe('what was searched for', () => {
  it('is kept once, the last on top, ten at most', () => {
    expect(added(['a', 'b'], ' b ')).toEqual(['b', 'a'])
    expect(added(['a'], '  ')).toEqual(['a'])
    expect(added(Array.from({ length: 10 }, (_, index) => String(index)), 'x')).toHaveLength(10)
  })
  it('is nothing when something else was kept', () => {
    expect(parsed(null)).toEqual([])
    expect(parsed('{"a":')).toEqual([])
    expect(parsed('["a", 1, null]')).toEqual(['a'])
  })
})

describe('marked parts', () => {
  it('make the whole text again', () => {
    const pieces = marks('西湖龙井茶', [{ from: 2, to: 4 }])
    expect(pieces).toEqual([{ text: '西湖', marked: false }, { text: '龙井', marked: true }, { text: '茶', marked: false }])
  })
  it('pass over ranges that are none', () => {
    expect(marks('abc', [{ from: 2, to: 9 }, { from: 2, to: 1 }, { from: -1, to: 1 }])).toEqual([{ text: 'abc', marked: false }])
    expect(marks('', [])).toEqual([])
  })
})

describe('by what somebody came', () => {
  it('is forgotten for the oldest of many products', () => {
    for (let id = 0; id <= 200; id++) cameBy(String(id), `token-${id}`)
    expect(tokenOf('0')).toBeUndefined()
    expect(tokenOf('200')).toBe('token-200')
  })
})
