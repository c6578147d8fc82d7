/** Which of a film's products its card shows. */
import type { Anchor } from '@/api/catalog'

/**
 * The product whose moment came last. What has been shown once stays on offer, also when the film begins anew.
 *
 * @param millis where the film is
 * @param furthest the furthest it has been
 */
export function shownAt(anchors: Anchor[], millis: number, furthest: number): Anchor | null {
  const met = anchors.filter((one) => (one.atMillis ?? 0) <= furthest)
  const passed = met.filter((one) => (one.atMillis ?? 0) <= millis)
  return latest(passed) ?? met[0] ?? null
}

function latest(anchors: Anchor[]): Anchor | null {
  return anchors.reduce<Anchor | null>((best, one) => (best === null || (one.atMillis ?? 0) > (best.atMillis ?? 0) ? one : best), null)
}
