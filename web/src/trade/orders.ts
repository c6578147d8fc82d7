/** What can be done with an order, and how its state looks. */
import type { Order, OrderState } from '@/api/trade'
import type { Key } from '@/app/words'

const tones: Record<OrderState, string> = { placed: 'warn', paid: 'trust', shipped: 'trust', received: 'ok', refunded: '', closed: '' }

/** How an order stands, and the tone to say it in; money on its way back goes before everything else. */
export const standing = (order: Order): { word: Key; tone: string } =>
  order.refund === 'asked' ? { word: 'order.refund-asked', tone: 'warn' } : { word: `order-state.${order.state}`, tone: tones[order.state] }

export const mayPay = (order: Order) => order.state === 'placed'
/** Before it is sent an order can be given up; what was paid is refunded. */
export const mayCancel = (order: Order) => (order.state === 'placed' || order.state === 'paid') && !order.refund
export const mayReceive = (order: Order) => order.state === 'shipped' && !order.refund

export interface Step { name: 'placed' | 'paid' | 'shipped' | 'received' | 'closed' | 'refunded'; at: string }

/** What has happened to an order, in its order. */
export function history(order: Order): Step[] {
  const steps: [Step['name'], string | null][] = [
    ['placed', order.placedAt], ['paid', order.paidAt], ['shipped', order.shippedAt], ['received', order.receivedAt],
    ['closed', order.closedAt], ['refunded', order.refundedAt],
  ]
  return steps.flatMap(([name, at]) => (at ? [{ name, at }] : []))
}

export const unitsOf = (order: Order) => order.lines.reduce((sum, line) => sum + line.units, 0)
