/** What each side can do with a wish to give something back, and how its state looks. */
import type { Choice, Return, ReturnKind, ReturnReason, ReturnState } from '@/api/aftersales'

const tones: Record<ReturnState, string> = {
  asked: 'warn', agreed: 'trust', sent: 'trust', taken: 'trust', refused: 'bad', disputed: 'warn', refunded: 'ok', replaced: 'ok', withdrawn: '', denied: 'bad',
}
export const tone = (state: ReturnState) => tones[state]

export type BuyerDeed = 'withdraw' | 'send' | 'dispute'
export function buyerDeeds(state: ReturnState): BuyerDeed[] {
  if (state === 'asked') return ['withdraw']
  if (state === 'agreed') return ['send', 'withdraw']
  return state === 'refused' ? ['dispute', 'withdraw'] : []
}

export type ShopDeed = 'agree' | 'refuse' | 'accept' | 'reject' | 'replace'
export function shopDeeds(state: ReturnState): ShopDeed[] {
  if (state === 'asked') return ['agree', 'refuse']
  if (state === 'sent') return ['accept', 'reject']
  return state === 'taken' ? ['replace'] : []
}

/** Goods come back: the shop says where to. */
export const needsPlace = (wish: Return) => wish.kind !== 'refund'

/** What can be asked for a reason; the first kind that goes when the one chosen before does not. */
export const kindsFor = (choices: Choice[], reason: ReturnReason) => choices.find((one) => one.reason === reason)?.kinds ?? []
export function fitting(choices: Choice[], reason: ReturnReason, kind: ReturnKind): ReturnKind {
  const kinds = kindsFor(choices, reason)
  return kinds.includes(kind) ? kind : kinds[0] ?? kind
}
