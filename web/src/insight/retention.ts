/** What a retention curve says: the share at a second, and where most people leave. */
import type { Point } from '@/api/insight'

/** The share still watching at a second: the last known one before it, everyone at the start. */
export function shareAt(curve: Point[], second: number): number | null {
  if (curve.length === 0) return null
  return curve.filter((one) => one.second <= second).at(-1)?.share ?? 1
}

export interface Loss { from: number; to: number; lost: number }

/** The second in which most of those who came leave, after the first; nothing when nobody leaves. */
export function steepest(curve: Point[]): Loss | null {
  const losses = curve.slice(1).map((one, at) => ({ from: curve[at]?.second ?? 0, to: one.second, lost: (curve[at]?.share ?? 0) - one.share }))
  const most = losses.filter((one) => one.from > 0).reduce<Loss | null>((best, one) => (one.lost > (best?.lost ?? 0) ? one : best), null)
  return most
}
