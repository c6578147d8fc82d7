import type { Dropped, Source } from '@/api/types'

export interface DroppedGroup { filter: string; count: number; sources: { source: Source; count: number }[] }

/** The dropped candidates of a page by the filter that dropped them, and within it by source; the most first. */
export function grouped(dropped: Dropped[]): DroppedGroup[] {
  const groups = new Map<string, Map<Source, number>>()
  for (const { filter, source } of dropped) {
    const sources = groups.get(filter) ?? new Map<Source, number>()
    groups.set(filter, sources.set(source, (sources.get(source) ?? 0) + 1))
  }
  return [...groups].map(([filter, sources]) => ({ filter, count: total(sources), sources: sorted(sources) }))
    .sort((a, b) => b.count - a.count)
}

const total = (sources: Map<Source, number>) => [...sources.values()].reduce((sum, count) => sum + count, 0)
const sorted = (sources: Map<Source, number>) =>
  [...sources].map(([source, count]) => ({ source, count })).sort((a, b) => b.count - a.count)
