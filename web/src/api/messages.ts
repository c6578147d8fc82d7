/** What a shop tells its buyers in words of its own. */
import { get, post, put, remove } from './client'

export const occasions = ['placed', 'paid', 'shipped', 'received', 'closed', 'refunded', 'compensated', 'trouble', 'return-agreed', 'return-refused', 'return-arrived', 'return-refunded', 'return-replaced', 'review-answered'] as const
export type Occasion = (typeof occasions)[number]
export interface Template { chinese: string; english: string }
/** `own` is null where the product's own words stand. */
export interface Message { occasion: Occasion; placeholders: Template[]; own: Template | null; changedAt: string | null }
/** All null while there is no order that could fill it. */
export interface MessagePreview { order: string | null; chinese: string | null; english: string | null }

const at = (occasion: Occasion) => `/api/me/shop/messages/${occasion}`
export const messages = () => get<{ items: Message[] }>('/api/me/shop/messages').then((answer) => answer.items)
export const saveMessage = (occasion: Occasion, body: Template) => put<Message>(at(occasion), { body })
export const removeMessage = (occasion: Occasion) => remove<void>(at(occasion))
export const previewMessage = (occasion: Occasion, body: Template) => post<MessagePreview>(`${at(occasion)}/preview`, { body })
