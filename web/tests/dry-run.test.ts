import { beforeEach, describe, expect, it } from 'vitest'
import type { TriedGroup, TriedOutcome } from '@/api/traffic'
import { speak } from '@/app/words'
import { changesNothing, parts } from '@/policy/dryRun'
import { groupName } from '@/policy/naming'

const outcome = (promised: number, promoted = 0, undecided = 0, stopped = 0): TriedOutcome => ({ promised, promoted, undecided, stopped })
const group = (dimension: TriedGroup['dimension'], name: string, before: TriedOutcome, after: TriedOutcome, pools = 10): TriedGroup => ({ dimension, name, pools, before, after })
const scene = (name: string, before: number, after: number, pools = 10) => group('VERTICAL', name, outcome(before), outcome(after), pools)
const names = (groups: TriedGroup[]) => parts(groups).map((part) => part.effects.map((one) => one.name))

describe('a dry run', () => {
  it('is shown by dimension, all works first, whatever the order it came in', () => {
    const one = outcome(1)
    const found = parts([group('VERTICAL', 'farm', one, one), group('AGE', 'new', one, one), group('TIER', 'tail', one, one), group('ALL', '', one, one)])
    expect(found.map((part) => part.dimension)).toEqual(['ALL', 'TIER', 'VERTICAL', 'AGE'])
  })

  it('has the largest difference first, to either side', () => {
    expect(names([scene('home', 100, 110), scene('farm', 1_000, 400), scene('live', 5, 305), scene('store', 90_000, 90_000)])).toEqual([['farm', 'live', 'home', 'store']])
  })

  it('puts more other decisions first where as much is promised, then the larger group, then the name', () => {
    const decided = group('VERTICAL', 'live', outcome(50, 3, 0, 4), outcome(50, 4, 0, 3))
    expect(names([scene('home', 50, 50), scene('farm', 50, 50), scene('store', 50, 50, 11), decided])).toEqual([['live', 'store', 'farm', 'home']])
  })

  it('says the difference, and as a part of what was promised before', () => {
    const [effects] = parts([scene('farm', 1_000, 400), scene('live', 0, 300), scene('home', 7, 7)]).map((part) => part.effects)
    expect(effects!.map((one) => [one.name, one.difference, one.share])).toEqual([['farm', -600, -0.6], ['live', 300, null], ['home', 0, 0]])
  })

  it('has no part for what nothing was judged of, and leaves what it was given alone', () => {
    const given = [scene('home', 1, 2), scene('farm', 1, 9)]
    expect(parts([])).toEqual([])
    expect(parts(given)).toHaveLength(1)
    expect(given.map((one) => one.name)).toEqual(['home', 'farm'])
  })

  it('changes nothing only if every promise and decision is the same', () => {
    expect(changesNothing([scene('home', 5, 5)])).toBe(true)
    expect(changesNothing([scene('home', 5, 5), scene('farm', 5, 6)])).toBe(false)
    expect(changesNothing([group('ALL', '', outcome(5, 1, 1, 0), outcome(5, 1, 0, 1))])).toBe(false)
  })

  describe('names its groups', () => {
    beforeEach(() => speak('en'))

    it('in words, and by their code where there are none', () => {
      const named = (dimension: TriedGroup['dimension'], name: string) => groupName(group(dimension, name, outcome(1), outcome(1)))
      expect([named('ALL', ''), named('TIER', 'head'), named('AGE', 'new'), named('VERTICAL', 'kitchen'), named('VERTICAL', 'any'), named('VERTICAL', 'moon')])
        .toEqual(['All works', 'The first tenth', 'new accounts', 'Kitchen', 'No scene given', 'moon'])
    })
  })
})
