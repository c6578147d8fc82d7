/** The ladder as stations on one way: the pools, the people who decide at its end, and hot. */
import type { Rules } from '@/api/policies'
import type { Journey, Step } from '@/api/traffic'

export type Mood = 'ahead' | 'here' | 'waits' | 'passed' | 'stopped' | 'withdrawn'
export interface Station { kind: 'pool' | 'review' | 'hot'; pool: number; mood: Mood; step: Step | null; fill: number; people: number }

/** How many pools there are where the rules could not be had. */
const USUAL_POOLS = 3
const moods = { open: 'here', round: 'waits', promoted: 'passed', stopped: 'stopped', withdrawn: 'withdrawn' } as const

export const poolsOf = (rules: Rules | null) => rules?.pools.length ?? USUAL_POOLS

/** How much of a quota is there, in [0, 1]; as many as were shown before a verdict fell are enough. */
export function delivered(step: Pick<Step, 'units' | 'quota' | 'state'>): number {
  if (step.state === 'promoted' || step.state === 'round') return 1
  return Math.min(1, Math.max(0, step.units / Math.max(1, step.quota)))
}

/** A work that was withdrawn and came back is twice in the same pool: the later time counts. */
export function stationsOf(journey: Journey, rules: Rules | null): Station[] {
  const pools = poolsOf(rules)
  const all = Array.from({ length: pools }, (_, at) => station(journey, rules, at + 1, 'pool'))
  const hot = station(journey, rules, pools + 1, 'hot')
  return [...all, review(journey, all[pools - 1]?.mood, hot.step), hot]
}

function station(journey: Journey, rules: Rules | null, pool: number, kind: 'pool' | 'hot'): Station {
  const step = journey.steps.findLast((one) => one.pool === pool) ?? null
  const awaited = !step && pool === 1 && journey.next === 'opening'
  const promised = kind === 'hot' ? rules?.hot.quota : rules?.pools[pool - 1]?.most
  return { kind, pool, step, mood: step ? moods[step.state] : awaited ? 'waits' : 'ahead', fill: step ? delivered(step) : 0, people: step?.quota ?? promised ?? 300 * 12 ** (pool - 1) }
}

function review(journey: Journey, last: Mood | undefined, hot: Step | null): Station {
  const mood: Mood = hot ? 'passed' : journey.next === 'review' ? 'waits' : last === 'passed' ? 'stopped' : 'ahead'
  return { kind: 'review', pool: 0, step: null, mood, fill: mood === 'passed' ? 1 : mood === 'ahead' ? 0 : 0.5, people: 0 }
}

/** How far the work has come, in stations; 0 before the first. */
export function come(stations: Station[]): number {
  const at = stations.findLastIndex((one) => one.mood !== 'ahead')
  return at < 0 ? 0 : at + (stations[at]?.fill ?? 0)
}
