/** The rows of a breakdown: their order and their pages. */
import type { FunnelRow, Grouping } from '@/api/insight'

export const PAGE = 20
export const NAME = 'name'
export const VIEWERS = 'viewers'

/** What the rows are ordered by when nobody asked: days by themselves, everything else by its first step. */
export const usualSort = (by: Grouping, steps: string[]) => (by === 'day' ? NAME : steps[0] ?? VIEWERS)

export function sorted(rows: FunnelRow[], steps: string[], sort: string, down: boolean): FunnelRow[] {
  const at = steps.indexOf(sort)
  const value = (row: FunnelRow) => (sort === VIEWERS ? row.viewers : row.counts[at] ?? 0)
  const ascending = (a: FunnelRow, b: FunnelRow) => (sort === NAME || (at < 0 && sort !== VIEWERS) ? named(a).localeCompare(named(b)) : value(a) - value(b))
  return [...rows].sort((a, b) => (down ? ascending(b, a) : ascending(a, b)))
}

const named = (row: FunnelRow) => row.label ?? row.key ?? ''

export function paged(rows: FunnelRow[], page: number): { rows: FunnelRow[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE))
  const shown = Math.min(page, pages)
  return { rows: rows.slice((shown - 1) * PAGE, shown * PAGE), page: shown, pages }
}
