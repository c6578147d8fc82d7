import { expect, test } from 'vitest'
import { returnStates, type Choice, type Return } from '@/api/aftersales'
import { complaintStates, type Complaint, type ComplaintState } from '@/api/complaints'
import type { Order } from '@/api/trade'
import { handled, mayComplain, mayEscalate } from '@/aftersales/complaints'
import { buyerDeeds, fitting, kindsFor, rest, shopDeeds } from '@/aftersales/returns'

const choices: Choice[] = [{ reason: 'changed-mind', kinds: ['return', 'exchange'] }, { reason: 'not-arrived', kinds: ['refund'] }]

test('no state asks both sides to act but where the buyer may still withdraw', () => {
  for (const state of returnStates) if (shopDeeds(state).length) expect(buyerDeeds(state).filter((deed) => deed !== 'withdraw')).toEqual([])
})

test('an end leaves nothing to do', () => {
  for (const state of ['refunded', 'replaced', 'withdrawn', 'denied', 'disputed'] as const) expect([...buyerDeeds(state), ...shopDeeds(state)]).toEqual([])
})

test('another reason keeps what was chosen where it can', () => {
  expect(fitting(choices, 'changed-mind', 'exchange')).toBe('exchange')
  expect(fitting(choices, 'not-arrived', 'exchange')).toBe('refund')
  expect(kindsFor(choices, 'fake')).toEqual([])
})

test('what went back is neither to be sent nor refunded again', () => {
  const money = (minor: number) => ({ minor, currency: 'CNY' })
  const line = (sku: string, units: number) => ({ sku, units, product: { id: '1', title: 'Tea', picture: null }, options: [], price: money(500), amount: money(500 * units) })
  const order = { id: '7', total: money(2500), lines: [line('1', 3), line('2', 2)] } as unknown as Order
  const wish = (over: Partial<Return>) => ({ order: '7', line: 0, units: 2, state: 'refunded', amount: money(1000), ...over }) as Return
  const left = rest(order, [wish({}), wish({ state: 'asked' }), wish({ order: '8' })])
  expect(left.lines.map((one) => [one.sku, one.units, one.amount.minor])).toEqual([['1', 1, 500], ['2', 2, 1000]])
  expect(left.money).toEqual(money(1500))
  expect(rest(order, [wish({}), wish({ line: 1 })]).lines.map((one) => one.sku)).toEqual(['1'])
})

test('one complaint at a time, and the shop has its day first', () => {
  const complaint = (state: ComplaintState) => ({ state }) as Complaint
  expect(mayComplain([])).toBe(true)
  expect(mayComplain([complaint('closed'), complaint('decided')])).toBe(true)
  for (const state of ['open', 'answered', 'escalated'] as const) expect(mayComplain([complaint('closed'), complaint(state)])).toBe(false)
  expect(complaintStates.filter((state) => mayEscalate(complaint(state)))).toEqual(['answered'])
})

test('figures of nothing are no figures', () => {
  expect(handled({ complaints: 0, answered: 0, rated: 0, satisfied: 0 })).toEqual({ answered: null, satisfied: null })
  expect(handled({ complaints: 4, answered: 3, rated: 2, satisfied: 1 })).toEqual({ answered: 0.75, satisfied: 0.5 })
})
