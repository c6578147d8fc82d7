/** What was shown, grouped one way or another. */
import type { Shown } from '@/api/insight'
import { slotName, sourceName, surfaceName } from '../figures'
import { share } from '../shares'

export const groupings = ['source', 'surface', 'slot'] as const
export type Grouping = (typeof groupings)[number]

/** One bar: how many exposures, their share of all, and whether they were bought. */
export interface Bar { key: string; exposures: number; share: number | null; natural: boolean }

export function grouped(shown: Shown[], by: Grouping): Bar[] {
  const all = shown.reduce((sum, one) => sum + one.exposures, 0)
  const bars = new Map<string, Bar>()
  for (const one of shown) {
    const key = `${one[by]}${one.natural ? '' : ' bought'}`
    const bar = bars.get(key) ?? { key: one[by], exposures: 0, share: null, natural: one.natural }
    bars.set(key, { ...bar, exposures: bar.exposures + one.exposures })
  }
  return [...bars.values()].map((bar) => ({ ...bar, share: share(bar.exposures, all) })).sort((a, b) => b.exposures - a.exposures)
}

const names = { source: sourceName, surface: surfaceName, slot: slotName }
export const barName = (by: Grouping, key: string) => names[by](key)
