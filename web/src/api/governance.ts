import { get, post, query } from './client'
import type { List, Review, ReviewSummary, SubjectKind, Violation } from './types'

export type QueueKind = 'work' | 'product' | 'comment' | 'product-review' | 'room' | 'report'
export const reviews = (state: 'open' | 'decided', kind: QueueKind | null, cursor?: string | null) =>
  get<List<Review>>(`/api/reviews${query({ state, kind, cursor, limit: 30 })}`)
export const decide = (id: string, body: { approve: boolean; violation?: Violation; note?: string }) =>
  post<Review>(`/api/reviews/${id}/decision`, { body })
export const summary = () => get<ReviewSummary>('/api/reviews/summary')
export const report = (subject: { kind: SubjectKind; id: string }, violation: Violation, note: string) =>
  post<void>('/api/reports', { body: note ? { subject, violation, note } : { subject, violation } })
