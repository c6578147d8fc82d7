import type { Anchor } from '@/api/catalog'
import type { Dropped, Item, Page, Slot, Term, WarmUp, Why, Work } from '@/api/types'

/** How an item came to its place, as operators see it. `dropped` is of its whole page. */
export interface Explained { page: string; position: number; propensity: number; slot: Slot; terms: Term[]; dropped: Dropped[] }

/** A work on the stage with what it sells. Only what was served has a token, a page and rules that made it, and only what the feed chose a why. */
export interface Showing { key: string; work: Work; products: Anchor[]; warmUp?: WarmUp | null; token?: string; why?: Why; slot?: Slot; again?: boolean; explained?: Explained; page?: string; policy?: number }

export function served(item: Item, page: Page): Showing {
  const { exposure, work, token, why, slot, again, warmUp } = item
  return { key: exposure, work, products: item.products ?? [], warmUp, token, why, slot, again, page: page.page, policy: page.policy, ...(page.dropped && { explained: explained(item, page.page, page.dropped) }) }
}
/** Who opened a work by its address knows why it is there. */
export function opened({ exposure, work, products, warmUp, token }: Item): Showing {
  return { key: exposure, work, products: products ?? [], warmUp, token }
}
export function alone(work: Work, products: Anchor[], warmUp: WarmUp | null = null): Showing {
  return { key: work.id, work, products, warmUp }
}

function explained({ position, propensity, slot, why }: Item, page: string, dropped: Dropped[]): Explained {
  return { page, position, propensity, slot, terms: why.terms, dropped }
}
