import { describe, expect, it } from 'vitest'
import { drafts, earns, inWords, rate, rateAt, read } from '@/affiliate/ladder'
import { months } from '@/affiliate/months'
import type { Good } from '@/api/alliance'
import { speak } from '@/app/words'

const steps = [{ from: 0, perMille: 100 }, { from: 10, perMille: 125 }]

describe('a ladder of commissions', () => {
  it('is read as it is written, and written as it is read', () => {
    expect(read(drafts(steps))).toEqual({ steps })
    expect(read([{ from: '0', perCent: '12,5' }])).toEqual({ steps: [{ from: 0, perMille: 125 }] })
  })

  it('names the line that is wrong', () => {
    const ten = { from: '0', perCent: '10' }
    expect(read([{ from: '1', perCent: '10' }])).toEqual({ wrong: 0 })
    expect(read([{ from: '0', perCent: '30.1' }])).toEqual({ wrong: 0 })
    expect(read([{ from: '0', perCent: '0' }])).toEqual({ wrong: 0 })
    expect(read([ten, { from: '0', perCent: '20' }])).toEqual({ wrong: 1 })
    expect(read([ten, { from: '5', perCent: '9' }])).toEqual({ wrong: 1 })
    expect(read([ten, { from: 'x', perCent: '20' }])).toEqual({ wrong: 1 })
    expect(read([ten, { from: '5', perCent: '30' }])).toEqual({ steps: [{ from: 0, perMille: 100 }, { from: 5, perMille: 300 }] })
  })

  it('pays the next unit by its own step', () => {
    expect([0, 9, 10, 99].map((sold) => rateAt(steps, sold))).toEqual([100, 100, 125, 125])
    expect(rateAt([], 5)).toBe(0)
  })

  it('says what the next unit earns at the lowest price, cut to whole minor units', () => {
    const good = { terms: { now: { ladder: { steps } }, next: null }, own: 10, product: { skus: [{ price: { minor: 1999, currency: 'CNY' } }, { price: { minor: 2999, currency: 'CNY' } }] } } as unknown as Good
    expect(earns(good)).toEqual({ minor: 249, currency: 'CNY' })
    expect(earns({ ...good, terms: { ...good.terms, now: null } })).toBeNull()
  })

  it('says all its steps in one line', async () => {
    await speak('en')
    expect([inWords(steps), inWords([])]).toEqual(['10 % · 12.5 % after 10 sold', ''])
  })

  it('shows a rate in per cent', async () => {
    await speak('en')
    expect([rate(300), rate(125)]).toEqual(['30 %', '12.5 %'])
  })
})

describe('the months of a statement', () => {
  it('go back two years, over the turn of the year', () => {
    const all = months(new Date('2026-02-15T12:00:00Z'))
    expect(all.slice(0, 3)).toEqual(['2026-02', '2026-01', '2025-12'])
    expect(all).toHaveLength(24)
  })
})
