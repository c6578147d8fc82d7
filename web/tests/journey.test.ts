import { beforeAll, describe, expect, it } from 'vitest'
import type { Rules } from '@/api/policies'
import type { Journey, Judgement, Next, PoolState, Rate, Step } from '@/api/traffic'
import { algorithmicShare } from '@/insight/shares'
import { speak, t } from '@/app/words'
import { leaving } from '@/feed/useLess'
import type { Showing } from '@/feed/showing'
import { earned, lifted, meritsOf } from '@/traffic/merits'
import { nextText } from '@/traffic/next'
import { bed, widthFor } from '@/traffic/river'
import { come, stationsOf } from '@/traffic/stations'
import { changeText, cohortName, deadlineText, evidence, intervalText, lineState, remaining, smallest } from '@/traffic/wording'

const NOW = Date.parse('2026-11-27T08:00:00Z')
const HOUR = 3_600_000
const at = (hours: number) => new Date(NOW + hours * HOUR).toISOString()
const step = (pool: number, state: PoolState, more: Partial<Step> = {}): Step => ({
  opening: String(pool), pool, state, policy: 1, cohort: 'kitchen/short/new', quota: 400, units: 100, openedAt: at(-20), deadline: at(4), merits: [],
  rules: { atEnd: true, alpha: 0.02, sells: false, playedMillis: 2000, heldMillis: 3000, completed: 0.95, maturesMillis: 600_000, weights: [] }, ...more,
})
const journey = (next: Next, ...steps: Step[]): Journey => ({ work: '1', title: 'Tea', steps, next })
const moods = (told: Journey) => stationsOf(told, null).map((one) => one.mood)
const rate = (outcome: string, lacking: number | null): Rate => ({ outcome, yes: 3, units: 312, weight: 0.2, low: 0, high: 0.1, lacking })
const stopped = (...rates: Rate[]): Pick<Judgement, 'verdict' | 'rates'> => ({ verdict: 'stopped-on-evidence', rates })
const rules = { pools: [{ least: 200, most: 500 }], newcomers: { days: 30, works: 3, quota: 350 }, account: { weights: { 'real-name': 0.3, 'no-violation': 0.2 } } } as unknown as Rules

beforeAll(() => speak('en'))

describe('the stations of a journey', () => {
  it('are the pools, the people and hot, all ahead but the first that is awaited', () => {
    expect(moods(journey('opening'))).toEqual(['waits', 'ahead', 'ahead', 'ahead', 'ahead'])
    expect(come(stationsOf(journey('opening'), null))).toBe(0)
  })

  it('say where the work is, and how far it came', () => {
    const told = journey('showing', step(1, 'promoted'), step(2, 'open', { quota: 2_000, units: 500 }))
    expect(moods(told)).toEqual(['passed', 'here', 'ahead', 'ahead', 'ahead'])
    expect(come(stationsOf(told, null))).toBe(1.25)
  })

  it('end where it was stopped, or withdrawn, or refused by people', () => {
    expect(moods(journey('end', step(1, 'stopped')))).toEqual(['stopped', 'ahead', 'ahead', 'ahead', 'ahead'])
    expect(moods(journey('withdrawn', step(1, 'withdrawn')))).toEqual(['withdrawn', 'ahead', 'ahead', 'ahead', 'ahead'])
    const through = [1, 2, 3].map((pool) => step(pool, 'promoted'))
    expect(moods(journey('review', ...through))).toEqual(['passed', 'passed', 'passed', 'waits', 'ahead'])
    expect(moods(journey('end', ...through))).toEqual(['passed', 'passed', 'passed', 'stopped', 'ahead'])
    expect(moods(journey('showing', ...through, step(4, 'open')))).toEqual(['passed', 'passed', 'passed', 'passed', 'here'])
  })

  it('show the later time of a pool that a work was in twice', () => {
    expect(moods(journey('showing', step(1, 'withdrawn'), step(1, 'open')))[0]).toBe('here')
  })
})

describe('the river', () => {
  it('widens with the people, never to nothing and never over its bed', () => {
    const widths = [1, 350, 2_000, 100_000, 1_000_000, 5_000_000].map(widthFor)
    expect([...widths].sort((a, b) => a - b)).toEqual(widths)
    expect([Math.min(...widths) > 0, Math.max(...widths)]).toEqual([true, 1])
    expect(widthFor(0)).toBeLessThan(widthFor(2_000))
  })

  it('is one closed bed across or down', () => {
    for (const down of [true, false]) expect(bed([0.3, 1], down)).toMatch(/^M[\d. ]+(C[\d. ]+)+L[\d. ]+(C[\d. ]+)+Z$/)
    expect(bed([0.5], false).startsWith('M0 ')).toBe(true)
  })
})

describe('the words of a receipt', () => {
  it('name the smallest change that would have passed', () => {
    const judged = stopped(rate('play', 61), rate('like', 3), rate('share', null), rate('hold', 0))
    expect(smallest(judged.rates)?.outcome).toBe('like')
    expect(changeText(judged)).toBe('It would have passed had 3 more of 312 people liked it.')
    expect(changeText(stopped(rate('play', null)))).toBe(t('journey.no-change'))
    expect(changeText({ ...judged, verdict: 'promoted-by-rank' })).toBe('')
  })

  it('say where a score lies, also where little is known', () => {
    expect([[0.97, 1.12], [0, 1.5], [1.1, 64], [0, 64]].map(([low = 0, high = 0]) => intervalText({ low, high }))).toEqual([
      t('journey.interval', { low: '0.97', high: '1.12' }), t('journey.interval-most', { high: '1.50' }), t('journey.interval-least', { low: '1.10' }), t('journey.interval-unknown'),
    ])
  })

  it('turn logarithms of evidence into times', () => {
    expect([Math.log(50), 0, Math.log(0.25), -9, 900].map(evidence)).toEqual(['50', '1', '0.25', '<0.01', 'over 1,000,000'])
  })

  it('call a cohort by what it is narrowed to', () => {
    expect(['kitchen/short/new', 'any/any/settled', 'any/any/any', 'elsewhere/long/any'].map(cohortName)).toEqual(['Kitchen · short films · new accounts', 'settled accounts', 'all works', 'elsewhere · long films'])
  })

  it('tell a verdict by evidence from one by rank', () => {
    const said = (['promoted-on-evidence', 'promoted-by-rank', 'stopped-on-evidence', 'stopped-by-rank'] as const).map((verdict) => lineState({ state: verdict.startsWith('p') ? 'promoted' : 'stopped', verdict }))
    expect(new Set(said).size).toBe(4)
    expect(lineState({ state: 'open', verdict: 'undecided' })).toBe(t('pool-state.open'))
  })
})

describe('a deadline', () => {
  it('is days, then a clock, then over', () => {
    expect([at(100), at(1.5), at(-1)].map((deadline) => remaining(deadline, NOW))).toEqual(['4 days', '1:30:00', null])
  })

  it('that is missed leaves a first pool owed and ends a later one', () => {
    const late = { deadline: at(-1), quota: 400, units: 267, shortfall: 133 }
    expect(deadlineText(step(1, 'open', late), NOW)).toEqual({ text: t('journey.owed', { n: '133' }), late: true })
    expect(deadlineText(step(2, 'open', late), NOW)).toEqual({ text: t('journey.over-due', { n: '133' }), late: true })
    expect(deadlineText(step(1, 'promoted', { ...late, units: 400 }), NOW)).toEqual({ text: t('journey.short', { n: '133' }), late: true })
  })

  it('says nothing of a pool that was full in time', () => {
    expect(deadlineText(step(1, 'promoted', { deadline: at(-1), units: 400 }), NOW)).toBeNull()
    expect(deadlineText(step(1, 'open', { deadline: at(-1), units: 400 }), NOW)).toBeNull()
    expect(deadlineText(step(1, 'open'), NOW)).toEqual({ text: 'due in 4:00:00', late: false })
  })
})

describe('what comes next', () => {
  const title = (next: Next, ...steps: Step[]) => nextText(journey(next, ...steps), 3, NOW).title
  it('is said of each way to go on or to end', () => {
    expect([title('opening'), title('showing', step(2, 'open')), title('showing', step(4, 'open')), title('round', step(1, 'round'))]).toEqual([t('next.opening'), 'In pool 2', t('next.showing-hot'), t('next.round')])
    expect([title('end', step(2, 'stopped')), title('end', step(3, 'promoted')), title('end', step(4, 'stopped'))]).toEqual(['Stopped at pool 2', t('next.end-refused'), t('next.end-hot')])
  })

  it('keeps the promise of a late first pool', () => {
    expect(nextText(journey('showing', step(1, 'open', { deadline: at(-1) })), 3, NOW).about).toBe(t('next.showing-owed', { n: '300' }))
  })
})

describe('what a first quota rests on', () => {
  const merits = [{ name: 'real-name', value: 0 }, { name: 'no-violation', value: 1 }]
  it('is what the account has, by its weight; followers are no part of it', () => {
    expect(meritsOf({ merits }, rules)).toEqual([{ name: 'real-name', given: 0, weight: 0.3 }, { name: 'no-violation', given: 1, weight: 0.2 }])
    expect(earned(meritsOf({ merits }, rules), rules)).toBe(260)
    expect(earned(meritsOf({ merits }, null), null)).toBeNull()
  })

  it('is lifted for the first works of a new account', () => {
    expect([350, 260, 500].map((quota) => lifted({ merits, quota }, rules))).toEqual([true, false, false])
    expect(lifted({ merits, quota: 350 }, null)).toBe(false)
  })
})

describe('what a viewer wants less of', () => {
  const showing = (key: string, creator: string) => ({ key, work: { id: key, creator: { id: creator } } }) as Showing
  const ahead = [showing('a', '1'), showing('b', '2'), showing('c', '1')]
  it('takes itself away, and with a creator all by the same', () => {
    expect([leaving(ahead, 'kind'), leaving(ahead, 'creator'), leaving([], 'creator')]).toEqual([['a'], ['a', 'c'], []])
  })
})

describe('the sources', () => {
  it('count a pool as chosen by the algorithm, and what was paid for as not', () => {
    const of = (source: string, paid: number) => ({ source, paid, share: 0 })
    expect(algorithmicShare([of('pool', 30), of('bought', 50), of('following', 20)])).toBe(0.3)
  })
})
