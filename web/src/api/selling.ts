/** What a room sells at prices of its own, drops and asks, as its socket tells it and its host does it. */
import type { Money } from './catalog'
import { get, post, put, query, remove } from './client'
import type { Said } from './live'
import type { Coupon } from './promotion'
import type { Sale } from './sales'
import type { Payment } from './trade'
import type { List, Person } from './types'

export interface Drop { id: string; coupon: Coupon; pieces: number; left: number; until: string }
/** `region` is absent unless enough others there have bought too. */
export interface Bought { product: string; region: string | null }
export interface Pinned { text: string; name: string | null }
export interface Poll { id: string; question: string; options: { text: string; votes: number }[]; endsAt: string; over: boolean }
export interface Question { id: string; name: string | null; text: string; votes: number; answered: boolean }
export const giftKinds = ['tea', 'flower', 'lantern', 'boat'] as const
export type GiftKind = (typeof giftKinds)[number]
export interface GiftShown { name: string | null; kind: GiftKind; pieces: number }
export interface GiftChoice { kind: GiftKind; price: Money }
/** What one message of the room's socket may hold; `false` is what is over, `now` the server's clock in milliseconds. */
export interface News {
  now?: number; said?: Said[]; likes?: number; offers?: Sale[]; drop?: Drop | false; bought?: Bought[]
  pinned?: Pinned | false; poll?: Poll; questions?: Question[]; gift?: GiftShown
}
export interface Call { sku: string; price: Money; units: number; most: number; countdown: number; seconds: number }
export interface Rules { slowSeconds: number; words: string[] }
export const deedKinds = ['granted', 'revoked', 'muted', 'unmuted', 'pinned', 'unpinned', 'changed'] as const
export interface Deed { id: string; room: string | null; by: Person | null; kind: (typeof deedKinds)[number]; about: Person | null; at: string }

export const promiseKinds = ['price-kept', 'free-return', 'sent-within', 'added', 'genuine'] as const
export type PromiseKind = (typeof promiseKinds)[number]
export interface RoomPromise { id: string; room: string; title: string; product: string; kind: PromiseKind; amount: number; words: string | null; saidAt: string; until: string | null }

const items = (answer: { items: RoomPromise[] }) => answer.items
export const promise = (room: string, body: { product: string; kind: PromiseKind; amount: number; words?: string }) => post<void>(`/api/me/rooms/${room}/promises`, { body })
export const withdraw = (room: string, id: string) => remove<void>(`/api/me/rooms/${room}/promises/${id}`)
/** Who answers for what a room sells; {of} where it is an order's. */
export interface Parties { platform: string; host: string; agency: string | null; merchants: string[]; of: { room: string; title: string } | null }
export const partiesOfRoom = async (room: string): Promise<Parties> => {
  const { merchants, ...named } = await get<{ platform: string; host: string; agency: string | null; merchants: { name: string }[] }>(`/api/rooms/${room}/parties`)
  return { ...named, merchants: merchants.map((one) => one.name), of: null }
}
export const partiesOfOrder = async (order: string): Promise<Parties | null> => {
  const { parties } = await get<{ parties: { room: string; title: string; platform: string; host: string; agency: string | null; merchant: string } | null }>(`/api/orders/${order}/parties`)
  return parties && { platform: parties.platform, host: parties.host, agency: parties.agency, merchants: [parties.merchant], of: { room: parties.room, title: parties.title } }
}
export const promisesOfRoom = (room: string) => get<{ items: RoomPromise[] }>(`/api/rooms/${room}/promises`).then(items)
export const promisesOfProduct = (product: string) => get<{ items: RoomPromise[] }>(`/api/products/${product}/room-promises`).then(items)
export const promisesOfOrder = (order: string) => get<{ items: RoomPromise[] }>(`/api/orders/${order}/room-promises`).then(items)

export const callOffer = (room: string, body: Call) => post<Sale>(`/api/me/rooms/${room}/offers`, { body })
export const drop = (room: string, coupon: string, seconds: number) => post<Drop>(`/api/me/rooms/${room}/drops`, { body: { coupon, seconds } })
export const claimDrop = (room: string) => post<void>(`/api/rooms/${room}/drop/claims`)

export const part = (room: string) => get<{ host: boolean; keeps: boolean }>(`/api/rooms/${room}/part`)
export const history = (room: string, cursor?: string | null) => get<List<Said>>(`/api/rooms/${room}/talk${query({ cursor, limit: 50 })}`)
export const rules = (room: string) => get<Rules>(`/api/me/rooms/${room}/manners`)
export const changeRules = (room: string, body: Rules) => put<void>(`/api/me/rooms/${room}/manners`, { body })
export const pin = (room: string, text: string | null) => put<void>(`/api/me/rooms/${room}/pinned`, { body: { text } })
export const moderators = () => get<{ items: Person[] }>('/api/me/moderators').then((answer) => answer.items)
export const grant = (handle: string) => put<void>(`/api/me/moderators/${encodeURIComponent(handle)}`)
export const revoke = (handle: string) => remove<void>(`/api/me/moderators/${encodeURIComponent(handle)}`)
export const deeds = (cursor?: string | null) => get<List<Deed>>(`/api/me/room-deeds${query({ cursor, limit: 20 })}`)

export const askPoll = (room: string, body: { question: string; options: string[]; seconds: number }) => post<Poll>(`/api/me/rooms/${room}/polls`, { body })
export const vote = (room: string, choice: number) => put<void>(`/api/rooms/${room}/poll/vote`, { body: { choice } })
export const ask = (room: string, text: string) => post<void>(`/api/rooms/${room}/questions`, { body: { text } })
export const upvote = (room: string, question: string) => put<void>(`/api/rooms/${room}/questions/${question}/vote`)
export const answered = (room: string, question: string) => put<void>(`/api/me/rooms/${room}/questions/${question}/answered`)
export const hideQuestion = (room: string, question: string) => remove<void>(`/api/me/rooms/${room}/questions/${question}`)

export const giftStates = ['paid', 'returned', 'lapsed', 'released'] as const
export type GiftState = (typeof giftStates)[number]
/** A gift as operators see it; `moneyBack` is null where no money went back. */
export interface ShownGift {
  id: string; room: string; host: Person | null; giver: Person | null; kind: GiftKind; pieces: number; amount: Money; state: GiftState; madeAt: string; paidAt: string | null
  cause: 'taken-back' | 'too-late' | 'unpaid' | null; reason: string | null; returnedBy: Person | null; moneyBack: boolean | null
}
export interface Movement { kind: string; at: string; parts: { owner: 'person' | 'shop' | 'platform' | 'provider'; purpose: string; party: Person | null; amount: Money }[] }
export const shownGifts = (state: GiftState, cursor: string | null) => get<List<ShownGift>>(`/api/gifts${query({ state, cursor, limit: 20 })}`)
export const giftMovements = (id: string) => get<{ items: Movement[] }>(`/api/gifts/${id}/movements`).then((answer) => answer.items)
export const giveGiftBack = (id: string, reason: string) => post<void>(`/api/gifts/${id}/return`, { body: { reason } })
export const giftChoices = () => get<{ items: GiftChoice[] }>('/api/gifts/kinds').then((answer) => answer.items)
export const give = (room: string, kind: GiftKind, pieces: number, provider: string) => post<{ id: string; payment: Payment }>(`/api/rooms/${room}/gifts`, { body: { kind, pieces, provider } })
