/** What people are told: their inbox, and what they want in it. */
import { get, post, put, query, remove } from './client'
import type { List, Person } from './types'

export const noticePurposes = ['orders', 'reviews', 'conversation', 'following', 'shop', 'platform', 'offers', 'live'] as const
export type NoticePurpose = (typeof noticePurposes)[number]
export const noticeKinds = [
  'order-placed', 'order-paid', 'order-shipped', 'order-received', 'order-refunded', 'order-closed',
  'sale-paid', 'sale-cancelled', 'sale-refunded', 'sale-due', 'parcel-trouble', 'sale-trouble', 'order-compensated', 'sale-compensated', 'approved', 'rejected', 'taken-down', 'change-approved', 'change-rejected', 'hidden',
  'commented', 'replied', 'mentioned', 'liked', 'more', 'followed', 'alarm', 'figure-alarm', 'shop-figure-alarm', 'offer', 'commission-changed', 'contract-offered',
  'return-asked', 'return-moved', 'return-news', 'product-reviewed', 'review-answered', 'credit-changed',
  'complaint-raised', 'complaint-moved', 'complaint-news', 'complaint-escalated', 'room-measure', 'room-appeal-answered',
  'group-joined', 'group-complete', 'group-failed', 'entry-accepted', 'entry-refused', 'contract-accepted', 'contract-declined', 'contract-ended',
  'sample-moved', 'sample-news', 'room-live', 'room-soon', 'room-mentioned', 'room-price-asked', 'room-price-answered',
] as const
export type NoticeKind = (typeof noticeKinds)[number]
export type NoticeSubject = 'work' | 'product' | 'comment' | 'product-review' | 'person' | 'order' | 'sale' | 'queue' | 'board' | 'shop-board' | 'inbox' | 'room' | 'group' | 'entry' | 'live'

/** `actors` are the latest three of those who did it; `glimpse` is the subject as it is now. */
export interface Notice {
  id: string; purpose: NoticePurpose; kind: NoticeKind; at: string; read: boolean; actors: Person[]; count: number
  subject: { kind: NoticeSubject; id: string }; arguments: Record<string, string>
  glimpse: { words: string; picture: string | null } | null
  /** What whom it concerns says of it, in their own words. */
  words?: { by: string; chinese: string; english: string } | null
}
export interface Channels { purpose: NoticePurpose; inbox: boolean; mail: boolean; fixed: boolean }
export interface Quiet { on: boolean; from: string; until: string; zone: string }
/** `offered` says whether this site sends e-mail at all. */
export interface MailStanding { offered: boolean; address: string | null; confirmed: boolean }
export interface NoticeSettings { purposes: Channels[]; quiet: Quiet; mail: MailStanding }

export const notices = (purpose: NoticePurpose | null, cursor: string | null) =>
  get<List<Notice>>(`/api/me/notices${query({ purpose, cursor })}`)
export const unread = () => get<{ count: number }>('/api/me/notices/unread')
export const readUpTo = (id: string) => put<void>('/api/me/notices/read', { body: { upTo: id } })
export const read = (id: string) => put<void>(`/api/me/notices/${id}/read`)
export const removeNotice = (id: string) => remove<void>(`/api/me/notices/${id}`)
export const noticeSettings = () => get<NoticeSettings>('/api/me/notices/settings')
export const changeNoticeSettings = (purposes: Channels[], quiet: Quiet) =>
  put<NoticeSettings>('/api/me/notices/settings', { body: { purposes: purposes.map(({ purpose, inbox, mail }) => ({ purpose, inbox, mail })), quiet } })
export const keepMail = (mail: string) => put<MailStanding>('/api/me/notices/mail', { body: { mail } })
export const confirmMail = (digits: string) => post<MailStanding>('/api/me/notices/mail/confirmation', { body: { digits } })
export const forgetMail = () => remove<MailStanding>('/api/me/notices/mail')
export const endLetters = (token: string) => post<{ purpose: NoticePurpose }>(`/api/notices/off${query({ token })}`)
