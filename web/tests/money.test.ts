import { beforeEach, describe, expect, it } from 'vitest'
import { amount, money, pieces, span, sums, typed } from '@/app/money'
import { speak } from '@/app/words'

const yuan = (minor: number) => ({ minor, currency: 'CNY' })

describe('money', () => {
  beforeEach(() => speak('zh'))

  it('is written for its currency', () => {
    expect([money(yuan(3900)), money({ minor: 1990, currency: 'USD' }), money({ minor: 500, currency: 'JPY' })]).toEqual(['¥39.00', '$19.90', '¥500'])
  })
  it('keeps the last unit of a large amount', () => {
    expect(money(yuan(100_000_000_001))).toBe('¥1,000,000,000.01')
  })
  it('falls into a sign, a whole and the rest', () => {
    expect(pieces(yuan(123_456))).toEqual({ before: '¥', whole: '1,234', after: '.56' })
    expect(pieces({ minor: 500, currency: 'JPY' })).toEqual({ before: '¥', whole: '500', after: '' })
  })
  it('reads the same in English', async () => {
    await speak('en')
    expect(money(yuan(3900))).toBe('¥39.00')
  })
})

describe('a typed amount', () => {
  it('is exact', () => {
    expect(['39', '39.9', '0.07', '1.10', '19.99'].map((text) => amount(text, 'CNY')?.minor)).toEqual([3900, 3990, 7, 110, 1999])
  })
  it('has no more decimals than its currency', () => {
    expect([amount('1.999', 'CNY'), amount('1.5', 'JPY'), amount('12', 'JPY')]).toEqual([null, null, { minor: 12, currency: 'JPY' }])
  })
  it('is nothing but digits', () => {
    expect(['', '-1', '1e3', '1 000', 'ten'].map((text) => amount(text, 'CNY'))).toEqual([null, null, null, null, null])
  })
  it('comes back as it was', () => {
    for (const minor of [1, 99, 1990, 100_000_000_000]) expect(amount(typed(yuan(minor)), 'CNY')).toEqual(yuan(minor))
  })
})

describe('several amounts', () => {
  it('add up, and span from the least to the most', () => {
    expect(sums([yuan(100), yuan(250)])).toEqual([yuan(350)])
    expect(span([yuan(300), yuan(100), yuan(200)])).toEqual({ least: yuan(100), most: yuan(300) })
  })
  it('are nothing when there are none', () => {
    expect([sums([]), span([])]).toEqual([[], null])
  })
  it('never add up across currencies', () => {
    expect(sums([yuan(100), { minor: 5, currency: 'USD' }, yuan(1)])).toEqual([yuan(101), { minor: 5, currency: 'USD' }])
  })
})
