/** What is read from the lake, as docs/decisions/0006 promises it: figures, the funnel, retention, traces, the lake itself. */
import { get, query } from './client'

export const scopes = ['all', 'works', 'products'] as const
/** Whose facts: the whole platform's, a creator's own works', a merchant's own products'. */
export type Scope = (typeof scopes)[number]
export const groupings = ['day', 'work', 'product', 'source', 'surface', 'region'] as const
export type Grouping = (typeof groupings)[number]
export type Origin = 'live' | 'simulated'

export interface Said { zh: string; en: string }
/** An index goes from 0 to 1 and is no share; times is how many times as much. */
export type Unit = 'ratio' | 'count' | 'money' | 'index' | 'times'
/** One figure as the dictionary defines it; `enough` is how much of the denominator an alarm needs. */
export interface Metric {
  key: string; name: Said; means: Said; unit: Unit; numerator: string; denominator?: string | null; better: 'higher' | 'lower'
  bar?: number | null; enough?: number | null
  /** What it was on another site, and on which. */
  elsewhere?: { value: number; where: Said } | null
}

/** When the lake took records in last, and how many of the log are not in it; unknown while the log doesn't answer. */
export interface AsOf { at?: string | null; behind?: number | null }
export interface Figure { metric: string; value?: number | null; before?: number | null; spark: (number | null)[]; breached: boolean }
export interface SourceShare { source: string; paid: number; share: number }
/** Money in the smallest unit of `currency`, which is absent when nothing was paid. */
export interface Board { asOf: AsOf; currency?: string | null; figures: Figure[]; shares: SourceShare[] }

/**
 * A row without a key is what has none, such as the work of an order that no work led to. `few` are parts of fewer than ten people with the
 * next larger one; a row without counts says nothing, since it would be of fewer than ten.
 */
export interface FunnelRow { key?: string | null; label?: string | null; counts: number[]; viewers: number }
export interface Funnel {
  asOf: AsOf; from: string; to: string; by: Grouping; steps: string[]; total: FunnelRow; rows: FunnelRow[]; simulated: boolean
}
export interface FunnelWish {
  scope: Scope; from: string; to: string; by: Grouping; work?: string | null; product?: string | null; origin?: Origin | null
  region?: string | null
}

export interface Point { second: number; share: number }
export interface Curve { exposures: number; three?: number | null; five?: number | null; points: Point[] }
export interface Retention { asOf: AsOf; own: Curve; usual: Curve }

export interface Alarm {
  id: string; metric: string; shop?: string | null; value: number; bar: number; raisedAt: string; overAt?: string | null
}

export interface LakeState {
  asOf: AsOf
  topics: { topic: string; onLog: number; inLake: number; behind: number }[]
  kinds: { kind: string; facts: number }[]
  files: { part: string; state: string; files: number; facts: number; bytes: number }[]
  keptDays: { raw: number; log: number }
}
export interface Agreement {
  work: string; rows: { measure: string; lake: number; redis: number; postgresql?: number | null }[]
  positions?: { log: number; lake: number; streams: number } | null; settled: boolean; agree: boolean
}
/** How often one source showed something on one surface in slots of one kind; what isn't natural was bought. */
export interface Shown { source: string; surface: string; slot: string; natural: boolean; exposures: number }
/** A share of those compared, those with least first, and the share of exposures that they have. */
export interface LorenzPoint { members: number; exposures: number }
export interface Concentration { members: number; exposures: number; figures: Figure[]; curve: LorenzPoint[] }
/** Creators by the Monday of the week of their first work; a share is absent while its days are not over for all of them. */
export interface Cohort { week: string; creators: number; survived: { metric: string; again: number; share?: number | null }[] }
/** What became of works in one pool of the ladder; late are pools whose deadline passed before all was delivered. */
export interface PoolCount {
  pool: number; opened: number; owed: number; promotedOnEvidence: number; promotedByRank: number; stoppedOnEvidence: number; stoppedByRank: number
  enteredRound: number; late: number; shortfall: number
}
export interface Traffic {
  asOf: AsOf; from: string; to: string; simulated: boolean; exposures: number; natural: number; shown: Shown[]; positions: Figure[]
  creators: Concentration; works: Concentration; pools: PoolCount[]; cohorts: Cohort[]; survival: Figure[]
}
export type TrafficPart = 'days' | 'shown' | 'pools' | 'cohorts'
export interface TrafficWish { from: string; to: string; origin?: Origin | null }

/** A fact of a trace; `millis` is for how long it was watched. */
export interface Moment { at: string; kind: string; detail?: string | null; millis?: number | null }
export interface TraceLine {
  product: string; title: string; exposure?: string | null; work?: string | null; workTitle?: string | null; source?: string | null; steps: Moment[]
}
export interface Trace { asOf: AsOf; order: string; lines: TraceLine[] }

const items = <T>({ items: all }: { items: T[] }) => all

export const board = (scope: Scope, days: number, origin: Origin | null, signal?: AbortSignal) =>
  get<Board>(`/api/insight/board${query({ scope, days, origin })}`, { signal })
export const funnel = (wish: FunnelWish, signal?: AbortSignal) => get<Funnel>(`/api/insight/funnel${query({ ...wish })}`, { signal })
export const funnelFile = (wish: FunnelWish) => `/api/insight/funnel.csv${query({ ...wish })}`
export const metrics = () => get<{ items: Metric[] }>('/api/insight/metrics').then(items)
export const alarms = (signal?: AbortSignal) => get<{ items: Alarm[] }>('/api/insight/alarms', { signal }).then(items)
export const shopAlarms = (signal?: AbortSignal) => get<{ items: Alarm[] }>('/api/me/shop/alarms', { signal }).then(items)
export const retention = (work: string, signal?: AbortSignal) => get<Retention>(`/api/works/${work}/retention`, { signal })
export const traffic = (wish: TrafficWish, signal?: AbortSignal) => get<Traffic>(`/api/insight/traffic${query({ ...wish })}`, { signal })
export const trafficFile = (wish: TrafficWish, part: TrafficPart) => `/api/insight/traffic.csv${query({ ...wish, part })}`
export const lake = (signal?: AbortSignal) => get<LakeState>('/api/insight/lake', { signal })
export const agreement = (work: string, signal?: AbortSignal) => get<Agreement>(`/api/works/${work}/agreement`, { signal })
export const trace = (order: string, signal?: AbortSignal) => get<Trace>(`/api/orders/${order}/trace`, { signal })
