/** The shapes of docs/decisions/0002-http-api.md. Ids are 64-bit numbers as strings, times ISO-8601 UTC. */
import type { Anchor, OwnProduct } from './catalog'
import type { ProductReview } from './reviews'

export interface List<T> { items: T[]; next: string | null }

export const roles = ['viewer', 'creator', 'merchant', 'operator', 'auditor'] as const
export type Role = (typeof roles)[number]
export interface Person { id: string; handle: string; name: string; bio: string; avatar: string | null }
export type Reason = 'common-follows' | 'watched' | 'region' | 'alike' | 'popular'
/** Somebody to follow; `count` says of how many the reason speaks, 0 where it counts nobody. */
export interface Suggestion { person: Person; reason: Reason; count: number }
export interface Profile extends Person {
  followers: number; following: number; works: number; likes: number
  followed: boolean; blocked: boolean; self: boolean
}
export type Purpose = 'behaviour' | 'region' | 'notices'
/** First-level divisions by ISO 3166-2:CN, and everywhere else. */
export const regions = [
  'cn-ah', 'cn-bj', 'cn-cq', 'cn-fj', 'cn-gd', 'cn-gs', 'cn-gx', 'cn-gz', 'cn-ha', 'cn-hb', 'cn-he', 'cn-hi',
  'cn-hk', 'cn-hl', 'cn-hn', 'cn-jl', 'cn-js', 'cn-jx', 'cn-ln', 'cn-mo', 'cn-nm', 'cn-nx', 'cn-qh', 'cn-sc',
  'cn-sd', 'cn-sh', 'cn-sn', 'cn-sx', 'cn-tj', 'cn-tw', 'cn-xj', 'cn-xz', 'cn-yn', 'cn-zj', 'elsewhere',
] as const
export type Region = (typeof regions)[number]
export interface Consent { purpose: Purpose; given: boolean; at?: string | null }
/** A consent as it was given or withdrawn at some time. */
export interface Answered extends Consent { at: string }
export interface Me { person: Person | null; roles: Role[]; world: 'demo' | 'real'; consents: Consent[] }
export interface Roled extends Person { roles: Role[] }
/** `handle` and `askedBy` are empty when that person has been erased. */
export interface RoleRequest {
  id: string; handle: string; role: Role; change: 'grant' | 'revoke'; reason: string; state: 'open' | 'approved' | 'refused'
  askedBy: string; askedAt: string; decidedBy?: string | null; decidedAt?: string | null; singleHanded: boolean
}
export interface KeyProgress { version: number; waiting: number }
export interface DataAccess { at: string; by: string; field: string; reason: string }

export type UploadState = 'uploading' | 'queued' | 'transcoding' | 'ready' | 'failed' | 'cancelled'
export type UploadReason =
  | 'not-a-video' | 'too-long' | 'too-short' | 'broken' | 'no-picture' | 'too-large' | 'timed-out' | 'cancelled'
export interface Upload {
  id: string; size: number; offset: number; state: UploadState; percent: number
  reason?: UploadReason | null; detail?: string | null; covers: string[]; preview?: string | null
  width?: number | null; height?: number | null; durationMillis?: number | null
}

export const scenes = ['home', 'kitchen', 'street', 'farm', 'workshop', 'studio', 'store', 'nature', 'travel', 'live'] as const
export const styles = ['story', 'science', 'vlog', 'review', 'humour', 'emotion', 'tutorial', 'showcase'] as const
export const crowds =
  ['everyone', 'youth', 'parents', 'elders', 'students', 'professionals', 'beauty', 'tech', 'foodies', 'rural'] as const
export type Scene = (typeof scenes)[number]
export type Style = (typeof styles)[number]
export type Crowd = (typeof crowds)[number]

export interface Counts { likes: number; comments: number; favourites: number; shares: number; plays: number }
export interface Mine { liked: boolean; favourited: boolean }
export interface Work {
  id: string; creator: Person & { followed: boolean }; title: string; description: string; hashtags: string[]
  scene?: Scene | null; style?: Style | null; crowd?: Crowd | null
  durationMillis: number; width: number; height: number; downloadable: boolean; publishedAt: string | null
  media: { hls: string; cover: string; preview: string; sprite: string }
  counts: Counts; mine: Mine
}
export type WorkState = 'draft' | 'processing' | 'reviewing' | 'published' | 'rejected' | 'failed' | 'taken-down'
export type FigureName = 'brightness' | 'contrast' | 'colourfulness' | 'motion' | 'cuts-a-minute' | 'loudness' | 'silence'
/** What machines made of a work; `frames` is text that was read in its pictures. */
export interface Understanding {
  keywords: string[]; removed: string[]; topics: string[]; frames: string; compared: boolean; at: string
  length: 'flash' | 'short' | 'medium' | 'long' | null; shape: 'upright' | 'square' | 'wide' | null
  figures: Partial<Record<FigureName, number>>
}
export interface OwnWork extends Work {
  state: WorkState; upload: Pick<Upload, 'id' | 'covers'> & Partial<Upload>; reason?: { violation: Violation; note: string } | null
  counters?: Partial<Record<string, number>>; understanding?: Understanding | null
}
export interface WorkWords {
  title: string; description?: string; hashtags?: string[]
  scene?: Scene | null; style?: Style | null; crowd?: Crowd | null; cover?: number; downloadable?: boolean
}

export const violations = [
  'illegal', 'pornographic', 'violent', 'gambling-or-drugs', 'fraud', 'false-advertising',
  'counterfeit', 'infringement', 'privacy', 'minors', 'vulgar', 'low-quality',
] as const
export type Violation = (typeof violations)[number]
export interface Evidence { check: string; finding: 'clear' | 'doubtful' | 'unknown'; value: string | number | null; blindSpot: string }
export interface Decision { approve: boolean; violation?: Violation | null; note?: string | null; by: Person | null; at: string }
export type SubjectKind = 'work' | 'comment' | 'person' | 'product' | 'product-review' | 'room'
export interface Review {
  id: string; subject: { kind: SubjectKind; id: string }; state: 'open' | 'decided'; openedAt: string; dueAt: string
  evidence: Evidence[]; reports: { violation: Violation; note: string; at: string }[]
  work?: (Work & Pick<OwnWork, 'understanding'>) | null; comment?: { text: string; author: Person | null } | null; person?: Person | null; product?: OwnProduct | null; productReview?: ProductReview | null; room?: { id: string; title: string; host: Person | null } | null
  decision?: Decision | null
}
export interface ReviewSummary { open: number; overdue: number; decidedToday: number }

export interface Comment {
  /** Absent when it is deleted. */
  author: Person | null
  id: string; text: string; at: string; likes: number; liked: boolean; replies: number
  parent?: string | null; mentions: string[]; mine: boolean; byCreator: boolean; held?: boolean; deleted: boolean
}

export type Source = 'following' | 'fresh' | 'popular' | 'interest' | 'explore' | 'again' | 'pool' | 'bought' | 'similar' | 'friends' | 'nearby' | 'trending' | 'content' | 'graph' | 'sequence' | 'search' | 'live' | 'direct'
export type Slot = 'ranked' | 'randomised' | 'reserved'
/** `detail` names what a term rests on, such as a hashtag; may be empty. */
export interface Term { name: string; value: number; detail?: string }
export interface Why { source: Source; terms: Term[] }
/** A candidate that a filter dropped; told to operators only. */
export interface Dropped { work: string; source: Source; filter: string }
export interface Item {
  exposure: string; token: string; position: number; source: Source; slot: Slot; propensity: number; again: boolean; why: Why
  work: Work; products?: Anchor[]; warmUp?: WarmUp | null
}
/** The room that a work warms up for. */
export interface WarmUp { room: string; title: string; at: string; state: 'planned' | 'live' | 'replay' | 'over'; reminded: boolean }
/** A live room that was served: the token proves its exposure and leads into it. */
export interface RoomItem { exposure: string; token: string; position: number; source: Source; terms: Term[]; room: { id: string; host: Person; title: string; viewers: number; begunAt: string | null } }
export interface Page {
  page: string; policy: number; state: 'ok' | 'up-to-date' | 'follows-only' | 'region-unknown'; items: Item[]; rooms?: RoomItem[]; signature: string; key: string
  dropped?: Dropped[] | null
}

export type Report =
  | { kind: 'exposed'; token: string }
  | {
      kind: 'watched'; token: string; sequence: number; watchedMillis: number; playedMillis: number
      positionMillis: number; loops: number; ended: boolean
    }
  | { kind: 'opened'; token: string; target: 'profile' | 'comments' | 'topic' | 'product' }
  | { kind: 'shared'; token: string; channel: 'copy' | 'system' | 'qr' }
