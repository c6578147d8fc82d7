import { beforeEach, describe, expect, it } from 'vitest'
import { funnelFile, type FunnelRow, type SourceShare } from '@/api/insight'
import { size } from '@/app/format'
import { shortMoney } from '@/app/money'
import { speak } from '@/app/words'
import { changed, read, today, wishOf, written } from '@/insight/board/boardQuery'
import { NAME, paged, sorted, usualSort, VIEWERS } from '@/insight/board/rows'
import { extent, line, placed, secondTicks } from '@/insight/charts/ticks'
import { piles } from '@/insight/lake/disk'
import { idIn } from '@/insight/lake/ids'
import { differs, verdict } from '@/insight/lake/verdict'
import { figure, rowName } from '@/insight/figures'
import { shareAt, steepest } from '@/insight/retention'
import { momentName, took } from '@/insight/traces'
import { algorithmicShare, change, share, stepped } from '@/insight/shares'

describe('shares', () => {
  it('are nothing where there is no whole', () => {
    expect([share(3, 4), share(0, 4), share(0, 0), share(3, undefined)]).toEqual([0.75, 0, null, null])
  })
  it('of a step are of the first and of the one before, and the first has none', () => {
    expect(stepped(['exposed', 'finished', 'ordered', 'paid'], [200, 50, 0, 0])).toEqual([
      { step: 'exposed', count: 200, ofFirst: null, ofBefore: null },
      { step: 'finished', count: 50, ofFirst: 0.25, ofBefore: 0.25 },
      { step: 'ordered', count: 0, ofFirst: 0, ofBefore: 0 },
      { step: 'paid', count: 0, ofFirst: 0, ofBefore: null },
    ])
  })
  it('of payments count what an algorithm chose from, not what somebody looked for', () => {
    const of = (source: string, paid: number): SourceShare => ({ source, paid, share: 0 })
    expect(algorithmicShare([of('interest', 50), of('explore', 10), of('following', 20), of('direct', 20)])).toBe(0.6)
    expect(algorithmicShare([])).toBeNull()
  })
})

describe('a change', () => {
  const count = { unit: 'count', better: 'higher' } as const
  const refunds = { unit: 'ratio', better: 'lower' } as const
  it('is a share of what was before', () => {
    expect(change(150, 100, count)).toEqual({ way: 'up', by: 0.5, in: 'share', good: true })
  })
  it('of a share is told in points', () => {
    expect(change(0.5, 0.25, refunds)).toEqual({ way: 'up', by: 0.25, in: 'points', good: false })
    expect(change(0.25, 0.5, refunds)?.good).toBe(true)
  })
  it('too small to be shown is none', () => {
    expect(change(100_000, 100_001, count)).toMatchObject({ way: 'same', good: null })
  })
  it('from nothing, or from what is not known, is not told', () => {
    expect([change(5, 0, count), change(5, null, count), change(undefined, 5, count)]).toEqual([null, null, null])
  })
})

describe('an axis', () => {
  it('is marked at round seconds, about as many as there is room for', () => {
    expect(secondTicks(30, 6)).toEqual([0, 5, 10, 15, 20, 25, 30])
    expect(secondTicks(47, 5)).toEqual([0, 10, 20, 30, 40])
    expect(secondTicks(600, 5)).toEqual([0, 120, 240, 360, 480, 600])
    expect(secondTicks(1, 5)).toEqual([0, 1])
  })
  it('has a place for every value, also without extent', () => {
    expect(placed(5, { from: 0, to: 10, start: 100, end: 0 })).toBe(50)
    expect(placed(5, { from: 5, to: 5, start: 7, end: 9 })).toBe(7)
  })
  it('leaves a gap in its line where nothing is known', () => {
    expect(line([[0, 1], [1, 2], null, [3, 4], [4, 5]])).toBe('M0 1L1 2M3 4L4 5')
  })
  it('puts a level line in the middle', () => {
    expect(extent([4, 4, null])).toEqual({ from: 2, to: 6 })
    expect(extent([null, undefined])).toBeNull()
  })
})

describe('the address of a board', () => {
  const usual = read({})
  it('is bare for the usual board', () => {
    expect(usual).toMatchObject({ days: 28, by: 'day', work: null, live: false, page: 1 })
    expect(written(usual)).toEqual({})
  })
  it('brings back what it was written from', () => {
    const asked = { ...usual, days: 90, by: 'source', work: '7003', live: true, sort: 'paid', down: false, page: 3, as: 'shares' } as const
    expect(read(Object.fromEntries(Object.entries(written(asked)).map(([name, value]) => [name, String(value)])))).toEqual(asked)
  })
  it('that somebody made up is read as the usual', () => {
    expect(read({ days: '9999', by: 'password', work: '1 or 1', page: '-4', origin: 'x', as: ['a', 'b'] })).toEqual(usual)
  })
  it('is narrowed to a region of the list, and to no other', () => {
    expect(read({ region: 'cn-zj', by: 'region' })).toMatchObject({ region: 'cn-zj', by: 'region' })
    expect(written(read({ region: 'cn-zj' }))).toEqual({ region: 'cn-zj' })
    expect(read({ region: 'cn-zz' })).toEqual(usual)
    expect(wishOf('works', read({ region: 'elsewhere' }), 0)).toMatchObject({ region: 'elsewhere' })
  })
  it('begins at the first page after a change, and with the usual order after another grouping', () => {
    const far = { ...usual, sort: 'paid', down: false, page: 4 }
    expect(changed(far, { days: 7 })).toMatchObject({ page: 1, sort: 'paid', down: false })
    expect(changed(far, { by: 'work' })).toMatchObject({ page: 1, sort: '', down: true })
    expect(changed(far, { page: 5 })).toMatchObject({ page: 5, sort: 'paid' })
  })
  it('asks for days of UTC+8, today included', () => {
    const evening = Date.parse('2026-11-01T17:00:00Z')
    expect(today(evening)).toBe('2026-11-02')
    expect(wishOf('works', { ...usual, days: 7 }, evening)).toMatchObject({ scope: 'works', from: '2026-10-27', to: '2026-11-02', origin: null })
  })
  it('gives a file of the same question', () => {
    const wish = wishOf('products', { ...usual, days: 7, by: 'product', work: '7003', live: true }, Date.parse('2026-11-01T00:00:00Z'))
    expect(funnelFile(wish)).toBe('/api/insight/funnel.csv?scope=products&from=2026-10-26&to=2026-11-01&by=product&work=7003&origin=live')
  })
})

describe('the rows of a breakdown', () => {
  const steps = ['exposed', 'paid']
  const row = (key: string, exposed: number, paid: number, viewers = 0): FunnelRow => ({ key, counts: [exposed, paid], viewers })
  const rows = [row('2026-11-01', 5, 3, 1), row('2026-11-03', 9, 1, 2), row('2026-11-02', 7, 2, 9)]
  const keys = (sort: string, down: boolean) => sorted(rows, steps, sort, down).map(({ key }) => key?.slice(-1)).join('')
  it('stand by step, by viewers, or by name', () => {
    expect([keys('exposed', true), keys('paid', true), keys(VIEWERS, true), keys(NAME, true), keys(NAME, false)]).toEqual(['321', '123', '231', '321', '123'])
  })
  it('are days by themselves and everything else by its first step, until somebody asks', () => {
    expect([usualSort('day', steps), usualSort('work', steps)]).toEqual([NAME, 'exposed'])
  })
  it('come in pages, and a page beyond the last is the last', () => {
    const many = Array.from({ length: 41 }, (_, at) => row(String(at), at, 0))
    expect(paged(many, 9)).toMatchObject({ page: 3, pages: 3, rows: [{ key: '40' }] })
    expect(paged([], 1)).toEqual({ rows: [], page: 1, pages: 1 })
  })
})

describe('a retention curve', () => {
  const curve = [1, 0.8, 0.75, 0.5, 0.48].map((share, second) => ({ second, share }))
  it('knows the share at a second, also beyond its end', () => {
    expect([shareAt(curve, 0), shareAt(curve, 3), shareAt(curve, 99), shareAt([], 3)]).toEqual([1, 0.5, 0.48, null])
  })
  it('knows where most leave, after the first second in which many always do', () => {
    expect(steepest(curve)).toEqual({ from: 2, to: 3, lost: 0.25 })
    expect(steepest([{ second: 0, share: 1 }])).toBeNull()
  })
})

describe('three counts', () => {
  it('are only compared once all have read as far', () => {
    expect([{ settled: false, agree: false }, { settled: true, agree: true }, { settled: true, agree: false }].map(verdict)).toEqual(['not-yet', 'agree', 'differ'])
  })
  it('differ where the two readers of the log do; what PostgreSQL has today stands beside them', () => {
    const row = { measure: 'liked', lake: 3, redis: 3 }
    expect([row, { ...row, postgresql: 2 }, { ...row, redis: 2 }].map(differs)).toEqual([false, false, true])
  })
})

describe('a trace', () => {
  beforeEach(() => speak('en'))
  const at = '2026-11-01T10:00:00Z'
  it('says what happened as exactly as it can', () => {
    expect([{ kind: 'watched', millis: 61_000 }, { kind: 'opened', detail: 'product' }, { kind: 'shared', detail: 'qr' }, { kind: 'newer' }].map((one) => momentName({ at, ...one })))
      .toEqual(['Watched for 1:01', 'Opened the product', 'Shared', 'newer'])
  })
  it('says how long each step took', () => {
    expect(['2026-11-01T10:00:09Z', '2026-11-01T10:03:00Z', '2026-11-01T15:00:00Z', '2026-11-04T10:00:00Z'].map((to) => took(at, to))).toEqual(['9 s later', '3 min later', '5 h later', '3 d later'])
  })
})

it('the disk holds what was not dropped, in the order in which files go', () => {
  const of = (part: string, state: string) => ({ part, state, files: 2, facts: 3, bytes: 4 })
  expect(piles([of('raw', 'dropped'), of('view', 'live'), of('raw', 'fresh')]).map(({ name }) => name)).toEqual(['fresh', 'live'])
})

it('a figure is written by its unit, and money only in its currency', async () => {
  await speak('en')
  expect([figure(0.2684, 'ratio'), figure(0.0031, 'ratio'), figure(1250, 'count'), figure(4200, 'money', 'CNY'), figure(0, 'money', null), figure(null, 'count')])
    .toEqual(['26.8%', '0.31%', '1.2K', '¥42.00', '–', '–'])
  expect([rowName('day', '2026-11-01', null), rowName('source', 'direct', null), rowName('work', '7', null), rowName('work', null, null)]).toEqual(['Sun, Nov 1', 'Direct', '#7', '(none)'])
})

it('a number of something is taken alone or from a link', () => {
  expect(['7003', ' https://kanmai.example/works/7003?share=x ', '/works/7003/insight', '/works/7003/', 'hello', ''].map(idIn)).toEqual(['7003', '7003', '7003', '7003', null, null])
})

it('bytes and long amounts are short', async () => {
  await speak('en')
  expect([0, 999, 1500, 2_410_000_000].map(size)).toEqual(['0 B', '999 B', '1.5 KB', '2.4 GB'])
  expect([shortMoney({ minor: 999_999, currency: 'CNY' }), shortMoney({ minor: 128_765_432, currency: 'CNY' })]).toEqual(['¥9,999.99', '¥1.3M'])
  await speak('zh')
  expect(shortMoney({ minor: 128_765_432, currency: 'CNY' })).toBe('¥128.8万')
})
