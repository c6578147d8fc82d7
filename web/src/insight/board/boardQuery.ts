/** What a board shows, kept in the address: a link to a board is a link to what one sees. */
import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { regions } from '@/api/types'
import { groupings, type FunnelWish, type Grouping, type Scope } from '@/api/insight'

export const periods = [7, 28, 90] as const
export type Period = (typeof periods)[number]
/** What a board can be narrowed to, by a tap on a row. */
export const filters = ['work', 'product', 'region'] as const
export type Filter = (typeof filters)[number]
export interface BoardQuery {
  days: Period; by: Grouping; work: string | null; product: string | null; region: string | null; live: boolean
  sort: string; down: boolean; page: number; as: 'counts' | 'shares'
}
const USUAL: BoardQuery = { days: 28, by: 'day', work: null, product: null, region: null, live: false, sort: '', down: true, page: 1, as: 'counts' }

export function read(query: LocationQuery): BoardQuery {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  const id = (name: string) => (/^\d+$/.test(text(name)) ? text(name) : null)
  return {
    days: periods.find((one) => String(one) === text('days')) ?? USUAL.days,
    by: groupings.find((one) => one === text('by')) ?? USUAL.by,
    work: id('work'), product: id('product'),
    region: regions.find((one) => one === text('region')) ?? null, live: text('origin') === 'live',
    sort: text('sort'), down: text('order') !== 'up', page: Math.max(1, Math.floor(Number(text('page'))) || 1), as: text('as') === 'shares' ? 'shares' : 'counts',
  }
}

/** Only what differs from the usual stands in the address. */
export function written(asked: BoardQuery): LocationQueryRaw {
  const { days, by, work, product, region, live, sort, down, page, as } = asked
  const all = {
    days: days === USUAL.days ? null : String(days), by: by === USUAL.by ? null : by, work, product, region, origin: live ? 'live' : null,
    sort: sort || null, order: down ? null : 'up', page: page > 1 ? String(page) : null, as: as === USUAL.as ? null : as,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null))
}

/** A change of what is asked for; whatever changes the rows begins at their first page. */
export function changed(asked: BoardQuery, part: Partial<BoardQuery>): BoardQuery {
  const regrouped = part.by !== undefined && part.by !== asked.by
  return { ...asked, ...(regrouped ? { sort: USUAL.sort, down: USUAL.down } : {}), page: USUAL.page, ...part }
}

const DAY_MILLIS = 86_400_000
const SHANGHAI_MILLIS = 8 * 3_600_000
/** The platform's days are those of UTC+8, wherever the reader sits. */
export const today = (now: number) => new Date(now + SHANGHAI_MILLIS).toISOString().slice(0, 10)

export function wishOf(scope: Scope, asked: BoardQuery, now: number): FunnelWish {
  const { days, by, work, product, region, live } = asked
  return { scope, from: today(now - (days - 1) * DAY_MILLIS), to: today(now), by, work, product, region, origin: live ? 'live' : null }
}
