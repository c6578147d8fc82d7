import type { Item, Slot, Why, Work } from '@/api/types'

/** A work on the stage. Only what the feed served has a token and a why. */
export interface Showing { key: string; work: Work; token?: string; why?: Why; slot?: Slot; again?: boolean }

export function served(item: Item): Showing {
  return { key: item.exposure, work: item.work, token: item.token, why: item.why, slot: item.slot, again: item.again }
}
export function alone(work: Work): Showing {
  return { key: work.id, work }
}
