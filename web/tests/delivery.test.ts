import { expect, test } from 'vitest'
import { lineOutcomes, type Report } from '@/api/parcels'
import { isFine, linesToShow, promiseTone } from '@/trade/delivery'

test('an open promise whose time is over warns before it is decided', () => {
  const promise = { by: '2026-03-03T00:00:00Z', state: 'open' as const, handedAt: null }
  expect(promiseTone(promise, Date.parse('2026-03-02T23:59:59Z'))).toBe('trust')
  expect(promiseTone(promise, Date.parse('2026-03-03T00:00:00Z'))).toBe('warn')
  expect(promiseTone({ ...promise, state: 'kept' }, Date.parse('2026-03-09T00:00:00Z'))).toBe('ok')
})

test('a file that was held back shows the lines that hold it', () => {
  const lines = lineOutcomes.map((outcome, at) => ({ line: at + 1, order: '7', outcome }))
  const report: Report = { done: false, sent: 0, lines }
  expect(linesToShow(report)).toHaveLength(lineOutcomes.length - 2)
  expect(linesToShow(report).some((line) => isFine(line.outcome))).toBe(false)
  expect(linesToShow({ ...report, done: true })).toHaveLength(lineOutcomes.length)
})
