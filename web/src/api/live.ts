/** Rooms: what is on, what is said in them, what they sell, and how a host goes live. */
import type { Product } from './catalog'
import { get, post, put, query, remove } from './client'
import type { List, Person } from './types'

export interface Room {
  id: string; host: Person | null; shop: string | null; title: string; state: 'open' | 'live' | 'ended' | 'cut'; onAir: boolean; viewers: number
  openedAt: string; begunAt: string | null; endedAt: string | null; reason: string | null
}
export interface Goods { items: Product[]; explained: { product: string; since: string } | null }
export interface Push { server: string | null; key: string }
export interface Said { id: string; handle: string | null; name: string | null; text: string; at: string; part?: 'viewer' | 'moderator' | 'host'; replyTo?: string | null }

export const rooms = () => get<{ items: Room[] }>('/api/rooms')
export const room = (id: string) => get<Room>(`/api/rooms/${id}`)
export const goods = (id: string) => get<Goods>(`/api/rooms/${id}/goods`)
export const say = (id: string, text: string, replyTo?: string) => post<void>(`/api/rooms/${id}/talk`, { body: { text, ...(replyTo && { replyTo }) } })
export const cut = (id: string, reason: string) => post<Room>(`/api/rooms/${id}/cut`, { body: { reason } })

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

/** The address of one of a room's sockets. */
export const socket = (id: string, what: 'stream' | 'talk' | 'camera') => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live/${id}/${what}`
