/** What each side can do with a wish to give something back, and how its state looks. */
import type { Order, OrderLine } from '@/api/trade'
import type { Money } from '@/api/catalog'
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

/** What of an order has not gone back in parts: its lines with the units that are left, and their money. */
export function rest(order: Order, wishes: Return[]): { lines: OrderLine[]; money: Money } {
  const refunded = wishes.filter((wish) => wish.order === order.id && wish.state === 'refunded')
  const back = (line: number) => refunded.filter((wish) => wish.line === line).reduce((sum, wish) => sum + wish.units, 0)
  const lines = order.lines.map((line, at) => ({ ...line, units: line.units - back(at), amount: { ...line.amount, minor: line.price.minor * (line.units - back(at)) } })).filter((line) => line.units > 0)
  const minor = refunded.reduce((sum, wish) => sum - wish.amount.minor, order.total.minor)
  return { lines, money: { ...order.total, minor } }
}
