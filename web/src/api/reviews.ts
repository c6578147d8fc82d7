/** What buyers say of what they received, and what is said below. */
import { get, post, put, query, remove } from './client'
import type { List } from './types'

export const reviewFilters = ['all', 'pictures', 'low', 'follow-up'] as const
export type ReviewFilter = (typeof reviewFilters)[number]
export interface Shot { spot: number; url: string; width: number; height: number }
/** `held` things are seen by their author alone. */
export interface Below { id: string; words: string; at: string; held: boolean; mine: boolean }
export interface ProductReview {
  id: string; product: string; title: string; options: string[]; author: string; stars: number; words: string; pictures: Shot[]
  at: string; editedAt: string | null; refunded: boolean; followUp: Below | null; reply: Below | null; mine: boolean; held: boolean
  order: string | null; line: number; changeableUntil: string | null
}
/** `stars` counts those with one to five; `average` is absent without reviews. */
export interface Rating { count: number; average: number | null; stars: number[]; pictured: number; followed: number; low: number }
export interface ReviewedLine { line: number; open: boolean; pictures: Shot[]; review: ProductReview | null }
export interface Opinion { stars: number; words: string }

export const rating = (product: string) => get<Rating>(`/api/products/${product}/rating`)
export const reviewsOf = (product: string, filter: ReviewFilter, cursor?: string | null) =>
  get<List<ProductReview>>(`/api/products/${product}/reviews${query({ with: filter, cursor, limit: 10 })}`)
export const reviewedLines = (order: string) => get<{ items: ReviewedLine[] }>(`/api/me/orders/${order}/reviews`).then((answer) => answer.items)
export const writeReview = (order: string, line: number, opinion: Opinion) => post<ProductReview>(`/api/me/orders/${order}/reviews`, { body: { line, ...opinion } })
export const changeReview = (id: string, opinion: Opinion) => put<ProductReview>(`/api/me/reviews/${id}`, { body: opinion })
export const withdrawReview = (id: string) => remove<void>(`/api/me/reviews/${id}`)
export const followUp = (id: string, words: string) => post<ProductReview>(`/api/me/reviews/${id}/follow-up`, { body: { words } })
export const myReviews = (cursor?: string | null) => get<List<ProductReview>>(`/api/me/reviews${query({ cursor, limit: 20 })}`)
const shot = (order: string, line: number, spot: number) => `/api/me/orders/${order}/reviews/${line}/pictures/${spot}`
export const putShot = (order: string, line: number, spot: number, picture: Blob) => put<void>(shot(order, line, spot), { body: picture, timeoutMillis: 60_000 })
export const removeShot = (order: string, line: number, spot: number) => remove<void>(shot(order, line, spot))

export const shopReviews = (filter: ReviewFilter | 'unanswered', cursor?: string | null) =>
  get<List<ProductReview>>(`/api/me/shop/reviews${query(filter === 'unanswered' ? { unanswered: 'true', cursor } : { with: filter, cursor })}`)
export const reply = (id: string, words: string) => post<ProductReview>(`/api/me/shop/reviews/${id}/reply`, { body: { words } })
export const removeReply = (id: string) => remove<void>(`/api/me/shop/reviews/${id}/reply`)
