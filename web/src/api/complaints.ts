/** What buyers complain about, and how it is handled. */
import { get, post, query } from './client'
import type { List } from './types'

export const complaintTopics = ['not-sent', 'goods', 'service', 'promise', 'other'] as const
export type ComplaintTopic = (typeof complaintTopics)[number]
export const complaintStates = ['open', 'answered', 'escalated', 'decided', 'closed'] as const
export type ComplaintState = (typeof complaintStates)[number]
/** `dueAt` is when silence is an answer; with an operator, until when it should be decided. */
export interface Complaint {
  id: string; order: string; topic: ComplaintTopic; state: ComplaintState; words: string; answer: string; verdict: string
  askedAt: string; answeredAt: string | null; escalatedAt: string | null; decidedAt: string | null
  dueAt: string | null; overdue: boolean; mayRate: boolean; stars: number | null
}
/** How those of the last 30 days were handled. */
export interface ComplaintFigures { complaints: number; answered: number; rated: number; satisfied: number }

export const complaintsOf = (order: string) => get<{ items: Complaint[] }>(`/api/me/orders/${order}/complaints`).then((answer) => answer.items)
export const complain = (order: string, topic: ComplaintTopic, words: string) =>
  post<Complaint>(`/api/me/orders/${order}/complaints`, { body: { topic, words } })
export const escalate = (id: string) => post<Complaint>(`/api/me/complaints/${id}/escalation`)
export const withdrawComplaint = (id: string) => post<Complaint>(`/api/me/complaints/${id}/withdrawal`)
export const rateComplaint = (id: string, stars: number) => post<Complaint>(`/api/me/complaints/${id}/rating`, { body: { stars } })

export const shopComplaints = (cursor?: string | null) => get<List<Complaint>>(`/api/me/shop/complaints${query({ cursor, limit: 20 })}`)
export const answerComplaint = (id: string, words: string) => post<Complaint>(`/api/me/shop/complaints/${id}/answer`, { body: { words } })
export const escalated = (cursor?: string | null) => get<List<Complaint>>(`/api/complaints${query({ cursor, limit: 20 })}`)
export const decideComplaint = (id: string, words: string) => post<Complaint>(`/api/complaints/${id}/decision`, { body: { words } })
export const complaintFigures = () => get<ComplaintFigures>('/api/complaints/figures')
