import { expect, test } from 'vitest'
import { returnStates, type Choice } from '@/api/aftersales'
import { buyerDeeds, fitting, kindsFor, shopDeeds } from '@/aftersales/returns'

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
