/** A work's way through the pools, and what operators see of all of them. */
import { get, post, query } from './client'
import type { List } from './types'

export const poolStates = ['open', 'round', 'promoted', 'stopped', 'withdrawn'] as const
export type PoolState = (typeof poolStates)[number]
export type Verdict = 'undecided' | 'enters-round' | 'promoted-on-evidence' | 'promoted-by-rank' | 'stopped-on-evidence' | 'stopped-by-rank'
export type Next = 'opening' | 'showing' | 'maturing' | 'round' | 'review' | 'end' | 'withdrawn'

export interface Named { name: string; value: number }
/** One outcome: `lacking` is how many more would have had to say yes; absent when it passed, or that would not do. */
export interface Rate {
  outcome: string; yes: number; units: number; weight: number; low: number; high: number; bar?: number | null; lacking?: number | null
}
export interface Round { id: string; at: string; rank: number; contenders: number; places: number }
/** `low`, `high` and `mark` are multiples of the bar; `above`, `below` and `needed` are logarithms. */
export interface Judgement {
  verdict: Verdict; at: string; score: number; bar: number; barWorks: number; barFrom: string; low: number; high: number; mark: number
  above: number; below: number; needed: number; rates: Rate[]; round?: Round | null
}
export interface PoolRules { atEnd: boolean; alpha: number; sells: boolean; playedMillis: number; heldMillis: number; completed: number; maturesMillis: number; weights: Named[] }
export interface Step {
  opening: string; pool: number; state: PoolState; policy: number; cohort: string; quota: number; units: number; openedAt: string; deadline: string
  shortfall?: number | null; merits: Named[]; favour?: { factor: number; reason: string } | null; rules: PoolRules; judgement?: Judgement | null
}
export interface Journey { work: string; title: string; steps: Step[]; next: Next }

export interface PoolCount { pool: number; open: number; round: number; promoted: number; stopped: number; withdrawn: number }
/** What pages carried, in the hours in which anybody came. */
export interface Carried { hours: number; pages: number; reserved: number; filled: number }
export interface PoolLine {
  work: string; title: string; pool: number; state: PoolState; verdict: Verdict; quota: number; units: number; openedAt: string; deadline: string
  shortfall?: number | null
}
/** `by` is absent once that person was erased. */
export interface HotDecided { work: string; title: string; letGo: boolean; note: string; by?: string | null; at: string }
export interface PoolsNow { counts: PoolCount[]; carried: Carried; debts: PoolLine[] }

/** What rules do for some works: the units they promise them, and what they decide about their pools. */
export interface TriedOutcome { promised: number; promoted: number; undecided: number; stopped: number }
/** Some works under the rules in force and under those tried. */
export interface TriedGroup { dimension: 'ALL' | 'TIER' | 'VERTICAL' | 'AGE'; name: string; pools: number; before: TriedOutcome; after: TriedOutcome }
export interface Tried { version: number; days: number; groups: TriedGroup[] }

/** Thousands of pools are judged twice. */
const DRY_RUN_TIMEOUT_MILLIS = 120_000

export const journey = (work: string, signal?: AbortSignal) => get<Journey>(`/api/works/${work}/journey`, { signal })
export const poolsNow = (signal?: AbortSignal) => get<PoolsNow>('/api/traffic', { signal })
export const pools = (state: PoolState | null, cursor?: string | null) => get<List<PoolLine>>(`/api/traffic/pools${query({ state, cursor, limit: 30 })}`)
export const waitingForHot = (signal?: AbortSignal) => get<PoolLine[]>('/api/traffic/hot', { signal })
export const decidedHot = (work: string | null, cursor?: string | null) => get<List<HotDecided>>(`/api/traffic/hot/decisions${query({ work, cursor, limit: 20 })}`)
export const decideHot = (work: string, letGo: boolean, note: string) => post<void>(`/api/traffic/hot/${work}`, { body: { letGo, note } })
export const dryRun = (text: string, days: number, signal?: AbortSignal) => post<Tried>('/api/traffic/dry-run', { body: { text, days }, signal, timeoutMillis: DRY_RUN_TIMEOUT_MILLIS })
