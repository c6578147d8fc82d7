/** Shares and changes: what two numbers say about each other, and when they say nothing. */
import type { Metric, SourceShare } from '@/api/insight'

/** A part of a whole; nothing where there is no whole. */
export function share(part: number | undefined, whole: number | undefined): number | null {
  return part === undefined || !whole ? null : part / whole
}

export interface Step { step: string; count: number; ofFirst: number | null; ofBefore: number | null }

/** The steps of a funnel, each with its share of the first and of the one before it. */
export function stepped(steps: string[], counts: number[]): Step[] {
  return steps.map((step, at) => ({
    step, count: counts[at] ?? 0, ofFirst: at === 0 ? null : share(counts[at], counts[0]), ofBefore: at === 0 ? null : share(counts[at], counts[at - 1]),
  }))
}

export type Way = 'up' | 'down' | 'same'
/** `points` for shares, where 10 % of 10 % would mislead; `share` for everything else. */
export interface Change { way: Way; by: number; in: 'points' | 'share'; good: boolean | null }

/** What changed since the period before; nothing when one of the two isn't known, or when the earlier one is zero. */
export function change(now: number | null | undefined, before: number | null | undefined, metric: Pick<Metric, 'unit' | 'better'>): Change | null {
  if (now == null || before == null) return null
  const points = metric.unit === 'ratio'
  if (!points && before === 0) return null
  const by = points ? now - before : (now - before) / Math.abs(before)
  const way = wayOf(by)
  return { way, by: Math.abs(by), in: points ? 'points' : 'share', good: way === 'same' ? null : (way === 'up') === (metric.better === 'higher') }
}

/** What would be shown as 0.0 is the same. */
const LEAST = 0.0005
const wayOf = (by: number): Way => (Math.abs(by) < LEAST ? 'same' : by > 0 ? 'up' : 'down')

/** Sources that an algorithm chose from; the others somebody chose: by following, by an address, by asking again, or by paying for it. */
const algorithmic = new Set(['fresh', 'popular', 'interest', 'explore', 'pool', 'similar', 'friends', 'nearby', 'trending', 'content', 'graph', 'sequence'])
export const isAlgorithmic = (source: string) => algorithmic.has(source)

/** The share of payments that recommendation led to; nothing when nothing was paid. */
export function algorithmicShare(shares: SourceShare[]): number | null {
  const all = shares.reduce((sum, one) => sum + one.paid, 0)
  return share(shares.filter((one) => isAlgorithmic(one.source)).reduce((sum, one) => sum + one.paid, 0), all)
}
