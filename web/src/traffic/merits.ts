/** What a first quota rests on: each merit with what it counts, and whether a new account was lifted over it. */
import type { Rules } from '@/api/policies'
import type { Step } from '@/api/traffic'

/** `weight` is unknown while the rules of that day could not be had. */
export interface MeritRow { name: string; given: number; weight: number | null }

export function meritsOf(step: Pick<Step, 'merits'>, rules: Rules | null): MeritRow[] {
  return step.merits.map(({ name, value }) => ({ name, given: value, weight: rules?.account.weights[name] ?? null }))
}

/** The quota that the merits alone come to; unknown without the rules. */
export function earned(rows: MeritRow[], rules: Rules | null): number | null {
  const pool = rules?.pools[0]
  if (!pool) return null
  const weight = rows.reduce((sum, one) => sum + one.given * (one.weight ?? 0), 0)
  return Math.round(pool.least + (pool.most - pool.least) * Math.min(1, weight))
}

/** Whether the first works of a new account got more than the account had earned (TD-37). */
export function lifted(step: Pick<Step, 'merits' | 'quota'>, rules: Rules | null): boolean {
  const own = earned(meritsOf(step, rules), rules)
  return own !== null && rules !== null && step.quota > own && step.quota === rules.newcomers.quota
}
