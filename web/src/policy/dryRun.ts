/** Who gains and who loses by other rules: the groups of a dry run as they are shown. */
import type { TriedGroup } from '@/api/traffic'

export const dimensions = ['ALL', 'TIER', 'VERTICAL', 'AGE'] as const satisfies TriedGroup['dimension'][]
export const decisions = ['promoted', 'undecided', 'stopped'] as const

/** `share` is the difference as a part of what was promised before; nothing where that was nothing. */
export interface Effect extends TriedGroup { difference: number; share: number | null }
export interface Part { dimension: TriedGroup['dimension']; effects: Effect[] }

/** By dimension, and within each the largest difference first. */
export function parts(groups: TriedGroup[]): Part[] {
  const effects = groups.map(effect)
  return dimensions
    .map((dimension) => ({ dimension, effects: effects.filter((one) => one.dimension === dimension).sort(bySize) }))
    .filter((part) => part.effects.length)
}

/** Whether every group is promised the same, and the same is decided about it. */
export const changesNothing = (groups: TriedGroup[]) =>
  groups.every(({ before, after }) => before.promised === after.promised && decisions.every((one) => before[one] === after[one]))

function effect(group: TriedGroup): Effect {
  const difference = group.after.promised - group.before.promised
  return { ...group, difference, share: group.before.promised > 0 ? difference / group.before.promised : null }
}

const decided = ({ before, after }: Effect) => decisions.reduce((sum, one) => sum + Math.abs(after[one] - before[one]), 0)

/** Where as much is promised, more other decisions come first; then the larger group. */
const bySize = (a: Effect, b: Effect) =>
  Math.abs(b.difference) - Math.abs(a.difference) || decided(b) - decided(a) || b.pools - a.pools || a.name.localeCompare(b.name)
