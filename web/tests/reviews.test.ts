import { expect, test } from 'vitest'
import { bars, countOf, fits, freeSpot, mayChange, mayFollow } from '@/aftersales/reviews/reviews'
import type { ProductReview, Rating } from '@/api/reviews'

const rating: Rating = { count: 4, average: 3.5, stars: [1, 0, 0, 2, 1], pictured: 2, followed: 1, low: 1 }
const review: ProductReview = {
  id: '1', product: '2', title: 'tea', options: [], author: '李**', stars: 4, words: '', pictures: [], at: '2026-01-01T00:00:00Z', editedAt: null,
  refunded: false, followUp: null, reply: null, mine: true, held: false, order: '3', line: 0, changeableUntil: '2026-01-03T00:00:00Z',
}

test('a new picture takes the first free place, and none when all are taken', () => {
  const shot = (spot: number) => ({ spot, url: '', width: 1, height: 1 })
  expect(freeSpot([])).toBe(0)
  expect(freeSpot([shot(0), shot(2)])).toBe(1)
  expect(freeSpot([0, 1, 2, 3, 4, 5].map(shot))).toBeNull()
})

test('what is no picture or too large is not sent', () => {
  expect(fits({ type: 'image/png', size: 10 })).toBe(true)
  expect(fits({ type: 'image/svg+xml', size: 10 })).toBe(false)
  expect(fits({ type: 'image/jpeg', size: 9 * 1024 * 1024 })).toBe(false)
})

test('bars are the counts, five stars first', () => {
  expect(bars(rating).map((bar) => bar.n)).toEqual([1, 2, 0, 0, 1])
  expect(bars(rating).reduce((sum, bar) => sum + bar.share, 0)).toBeCloseTo(1)
  expect(bars({ ...rating, count: 0, stars: [0, 0, 0, 0, 0] }).every((bar) => bar.share === 0)).toBe(true)
})

test('filters count what they let through', () => {
  expect(['all', 'pictures', 'low', 'follow-up'].map((one) => countOf(rating, one as 'all'))).toEqual([4, 2, 1, 1])
})

test('only its buyer changes a review, and only in time', () => {
  expect(mayChange(review, Date.parse('2026-01-02T00:00:00Z'))).toBe(true)
  expect(mayChange(review, Date.parse('2026-01-04T00:00:00Z'))).toBe(false)
  expect(mayChange({ ...review, mine: false }, 0)).toBe(false)
  expect(mayFollow({ ...review, followUp: { id: '2', words: 'still', at: review.at, held: false, mine: true } })).toBe(false)
})
