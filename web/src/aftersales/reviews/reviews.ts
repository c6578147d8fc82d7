/** What a review form needs to know of pictures, and what a review allows its buyer. */
import type { ProductReview, Rating, ReviewFilter, Shot } from '@/api/reviews'

export const MOST_SHOTS = 6
export const LARGEST_BYTES = 8 * 1024 * 1024

/** The first place without a picture; none when all are taken. */
export function freeSpot(shots: Shot[]): number | null {
  const taken = new Set(shots.map((one) => one.spot))
  for (let spot = 0; spot < MOST_SHOTS; spot++) if (!taken.has(spot)) return spot
  return null
}

export const fits = (file: { type: string; size: number }) => /^image\/(png|jpeg|webp)$/.test(file.type) && file.size > 0 && file.size <= LARGEST_BYTES

export const mayChange = (review: ProductReview, now: number) =>
  review.mine && review.changeableUntil !== null && new Date(review.changeableUntil).getTime() > now
export const mayFollow = (review: ProductReview) => review.mine && review.followUp === null

/** How many reviews a filter lets through. */
export function countOf(rating: Rating, filter: ReviewFilter): number {
  return { all: rating.count, pictures: rating.pictured, low: rating.low, 'follow-up': rating.followed }[filter]
}

/** Shares of five stars down to one, as bars show them. */
export const bars = (rating: Rating) => [5, 4, 3, 2, 1].map((star) => ({ star, share: rating.count ? (rating.stars[star - 1] ?? 0) / rating.count : 0, n: rating.stars[star - 1] ?? 0 }))
