/** What became of the versions, as people would tell it. */
import type { Release } from '@/api/policies'

/** `off` says why a release never began; `past` that another one followed it. */
export interface Chapter extends Release { standing: 'now' | 'coming' | 'past' | 'off'; off?: string | null }

/**
 * The releases, those that begin last first. Where one was called off before it began, the rollback in its place is told with it; what a
 * rollback only says again of a version that holds anyway is not told.
 */
export function story(releases: Release[], now: number): Chapter[] {
  const order = [...releases].sort((one, other) => Date.parse(one.beginsAt) - Date.parse(other.beginsAt) || one.number - other.number)
  const holding = order.findLast((one) => Date.parse(one.beginsAt) <= now)
  const chapters: Chapter[] = []
  order.forEach((one, at) => {
    const over = order.findLast((other) => other.beginsAt === one.beginsAt)!
    const before = order.slice(0, at).findLast((other) => other.beginsAt !== one.beginsAt)
    if (over !== one) {
      if (one.how !== 'rollback') chapters.push({ ...one, standing: 'off', off: over.reason })
    } else if (one.how !== 'rollback' || before?.version !== one.version) {
      chapters.push({ ...one, standing: one === holding ? 'now' : Date.parse(one.beginsAt) > now ? 'coming' : 'past' })
    } else if (one === holding) {
      const told = chapters.findLast((other) => other.standing === 'past')
      if (told) told.standing = 'now'
    }
  })
  return chapters.reverse()
}

/** From when to when a version was the newest to have begun; `to` is absent while none follows. */
export function spans(releases: Release[], version: number): { from: string; to?: string }[] {
  const order = [...releases].sort((one, other) => Date.parse(one.beginsAt) - Date.parse(other.beginsAt) || one.number - other.number)
  const begun = order.filter((one, at) => one.beginsAt !== order[at + 1]?.beginsAt)
  const changes = begun.filter((one, at) => one.version !== begun[at - 1]?.version)
  return changes.flatMap((one, at) => (one.version === version ? [{ from: one.beginsAt, to: changes[at + 1]?.beginsAt }] : []))
}
