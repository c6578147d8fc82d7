/** Rooms: what is on, what is said in them, what they sell, and how a host goes live. */
import type { Money, Product } from './catalog'
import { get, post, put, query, remove } from './client'
import type { List, Person, RoomItem, Violation, WarmUp } from './types'

export interface Room {
  id: string; host: Person | null; shop: string | null; title: string; state: 'open' | 'live' | 'ended' | 'cut' | 'planned'; onAir: boolean; viewers: number
  openedAt: string; begunAt: string | null; endedAt: string | null; reason: string | null
}
export interface Goods { items: Product[]; explained: { product: string; since: string } | null }
export interface Push { server: string | null; key: string }
export interface Said { id: string; handle: string | null; name: string | null; text: string; at: string; part?: 'viewer' | 'moderator' | 'host'; replyTo?: string | null }

export const rooms = () => get<{ items: Room[] }>('/api/rooms')
export const room = (id: string) => get<Room>(`/api/rooms/${id}`)
export const goods = (id: string) => get<Goods>(`/api/rooms/${id}/goods`)
export const say = (id: string, text: string, token?: string, replyTo?: string) => post<void>(`/api/rooms/${id}/talk`, { body: { text, ...(replyTo && { replyTo }) }, itemToken: token })
/** Live rooms, ranked for who asks. */
export const ranked = () => get<{ items: RoomItem[] }>('/api/live')
/** The page of one room that was opened by its address. */
export const opened = (id: string) => get<{ items: RoomItem[] }>(`/api/rooms/${id}/page`)
export const openedGood = (id: string, product: string, token?: string) => post<void>(`/api/rooms/${id}/goods/${product}/opened`, { itemToken: token })

export const own = (cursor?: string | null) => get<List<Room>>(`/api/me/rooms${query({ cursor, limit: 20 })}`)
export const open = (title: string) => post<Room>('/api/me/rooms', { body: { title } })
export const end = (id: string) => post<Room>(`/api/me/rooms/${id}/end`)
export const putGoods = (id: string, products: string[]) => put<void>(`/api/me/rooms/${id}/goods`, { body: { products } })
export const explain = (id: string, product: string | null) => put<void>(`/api/me/rooms/${id}/explained`, { body: { product } })
export const mute = (id: string, handle: string) => put<void>(`/api/me/rooms/${id}/muted/${handle}`)
export const unmute = (id: string, handle: string) => remove<void>(`/api/me/rooms/${id}/muted/${handle}`)
export const streamKey = () => get<Push>('/api/me/stream-key')
export const renewStreamKey = () => post<Push>('/api/me/stream-key')

export interface Slice { mark: string; product: string; title: string | null; from: string; until: string }
export const slices = (id: string) => get<{ items: Slice[] }>(`/api/me/rooms/${id}/slices`)
export const cutSlice = (id: string, mark: string) => post<{ upload: string }>(`/api/me/rooms/${id}/slices`, { body: { mark }, timeoutMillis: 90_000 })

/** A room to come; its room has the same id. */
export interface Plan { id: string; host: Person | null; title: string; at: string; reminded: boolean }
export const coming = () => get<{ items: Plan[] }>('/api/plans')
export const ownPlans = () => get<{ items: Plan[] }>('/api/me/plans')
export const announce = (title: string, at: string) => post<Plan>('/api/me/plans', { body: { title, at } })
export interface Linked { work: string; title: string }
/** What a work warms up for; null for nothing. */
export const warmUpOf = (work: string) => get<{ warmUp: WarmUp | null }>(`/api/works/${work}/warm-up`).then((answer) => answer.warmUp)
export const warmUps = (plan: string) => get<{ items: Linked[] }>(`/api/me/plans/${plan}/warm-ups`)
export const warmUp = (work: string, plan: string) => put<void>(`/api/me/works/${work}/warm-up`, { body: { plan } })
export const coolDown = (work: string) => remove<void>(`/api/me/works/${work}/warm-up`)
export const cancelPlan = (id: string) => remove<void>(`/api/me/plans/${id}`)
export const openPlan = (id: string) => post<void>(`/api/me/plans/${id}/open`)
export const remind = (id: string, on: boolean) => (on ? put<void>(`/api/me/reminders/${id}`) : remove<void>(`/api/me/reminders/${id}`))

export interface Figures { viewers: number; most: number; people: number; averageStayMillis: number; chats: number; likes: number; opened: number; ordered: number; sold: number; paid: Money | null; conversion: number }
export interface Fared { product: string; title: string | null; explainedMillis: number; reached: number; opened: number; ordered: number; orderedExplained: number; conversion: number; units: number; paid: Money | null }
export interface Beat { at: string; viewers: number; entered: number; left: number; chats: number; likes: number; opened: number; ordered: number; paid: Money | null }
export interface Alarm { kind: 'low-conversion' | 'leaving' | 'too-slow' | 'too-expensive'; figure: number; bar: number }
export interface Marker { product: string; title: string | null; from: string; until: string | null }
export interface Earlier { room: string; title: string; begunAt: string; figures: Figures }
export interface Board {
  room: string; title: string; state: Room['state']; at: string; begunAt: string | null; endedAt: string | null; figures: Figures; entries: Record<string, number>
  explained: string | null; explainedSince: string | null; products: Fared[]; beats: Beat[]; alarms: Alarm[]; markers: Marker[]; earlier: Earlier[]
}
export const board = (id: string) => get<Board>(`/api/me/rooms/${id}/board`)

/** The address of one of a room's sockets; the token says what led there. */
export const socket = (id: string, what: 'stream' | 'talk' | 'camera', token?: string) => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live/${id}/${what}${token ? `?token=${token}` : ''}`

/** The address of a room's picture as a playlist. */
export const playlist = (id: string) => `/api/rooms/${id}/picture.m3u8`

/** From mild to grave. */
export const steps = ['warn', 'mute-goods', 'cut'] as const
export type Step = (typeof steps)[number]
/** What an operator did; the last three are null until they are there. */
export interface Measure { id: string; room: string; step: Step; violation: Violation; note: string; at: string; appeal: string | null; upheld: boolean | null; answer: string | null }
export interface Flag { id: string; kind: 'black' | 'flat' | 'frozen' | 'words'; value: string; at: string }
export interface Tile { id: string; host: Person | null; title: string; onAir: boolean; viewers: number; begunAt: string | null; lookedAt: string | null; flags: Flag[]; measures: Measure[] }
export interface Wall { items: Tile[]; appeals: { measure: Measure; own: boolean }[] }

export const wall = () => get<Wall>('/api/live-wall')
export const takeMeasure = (id: string, step: Step, violation: Violation, note: string) => post<Measure>(`/api/live-wall/${id}/measures`, { body: { step, violation, note } })
export const answerAppeal = (measure: string, uphold: boolean, note: string) => post<Measure>(`/api/live-wall/measures/${measure}/answer`, { body: { uphold, note } })
export const ownMeasures = (id: string) => get<{ items: Measure[] }>(`/api/me/rooms/${id}/measures`)
export const appeal = (id: string, measure: string, words: string) => post<Measure>(`/api/me/rooms/${id}/measures/${measure}/appeal`, { body: { words } })
/** The newest picture of a room that was looked at. */
export const looked = (tile: Tile) => tile.lookedAt ? `/api/live-wall/${tile.id}/picture.jpg?at=${Date.parse(tile.lookedAt)}` : null
export const flagged = (room: string, flag: string) => `/api/live-wall/${room}/flags/${flag}/picture.jpg`

export interface Chapter { product: string; title: string | null; atMillis: number }
/** `playlist` is null where there is nothing to see; `standing` is told to the host alone. */
export interface Replay { playlist: string | null; durationMillis: number; chapters: Chapter[]; standing: 'reviewing' | 'approved' | 'rejected' | 'withdrawn' | 'taken-down' | null }
export interface ReplayLine extends Said { atMillis: number }
export const replay = (id: string) => get<Replay>(`/api/rooms/${id}/replay`)
export const replayTalk = (id: string, from: number) => get<{ said: ReplayLine[]; untilMillis: number }>(`/api/rooms/${id}/replay/talk${query({ from })}`)
export const publishReplay = (id: string) => post<void>(`/api/me/rooms/${id}/replay`)
export const withdrawReplay = (id: string) => remove<void>(`/api/me/rooms/${id}/replay`)
