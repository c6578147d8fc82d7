/** What somebody types of a coupon, and what is sent of it. */
import type { CouponKind, CouponTerms, CouponWay } from '@/api/promotion'
import { amount } from '@/app/money'
import { local } from '@/catalog/shop/salePlan'

export interface CouponDraft {
  name: string; kind: CouponKind; off: string; percent: string; threshold: string; way: CouponWay; code: string; friends: string; onSales: boolean; products: string[]; shops: string[]; categories: number[]
  starts: string; ends: string; days: string; budget: string; pieces: string; most: string
}
/** How many products a coupon can name. */
export const MOST_PRODUCTS = 100
export type CouponFault = 'name' | 'off' | 'percent' | 'threshold' | 'code' | 'friends' | 'ends' | 'days' | 'budget' | 'pieces' | 'most'

const CURRENCY = 'CNY'
const MINUTE = 60_000
const DAY = 86_400_000
const HOURS = 24
const LONGEST_DAYS = 365
const MOST_PIECES = 1_000_000
const MOST_EACH = 20
const MOST_FRIENDS = 10
const MOST_PERCENT = 90

const whole = (text: string) => (/^\d{1,7}$/.test(text.trim()) ? Number(text) : 0)
const sum = (text: string) => amount(text, CURRENCY)
const none = { minor: 0, currency: CURRENCY }

export function fresh(now: number): CouponDraft {
  return { name: '', kind: 'amount', off: '', percent: '', threshold: '', way: 'public', code: '', friends: '3', onSales: false, products: [], shops: [], categories: [], starts: local(now), ends: local(now + 7 * DAY), days: '7', budget: '', pieces: '', most: '1' }
}

/** Of which a person has one, whatever was typed. */
export const single = (draft: CouponDraft) => draft.kind === 'first-order' || draft.way === 'friends'

/** What has to be put right; the server has the last word. */
export function faultsOf(draft: CouponDraft, now: number): Set<CouponFault> {
  const off = sum(draft.off)?.minor ?? 0
  const threshold = draft.threshold.trim() ? sum(draft.threshold)?.minor ?? -1 : 0
  const [starts, ends] = [new Date(draft.starts).getTime(), new Date(draft.ends).getTime()]
  const length = [...draft.name.trim()].length
  const found: [CouponFault, boolean][] = [
    ['name', length < 2 || length > 30],
    ['off', off < 1],
    ['percent', draft.kind === 'percent' && (whole(draft.percent) < 1 || whole(draft.percent) > MOST_PERCENT)],
    ['threshold', threshold < 0 || (draft.kind !== 'percent' && threshold > 0 && threshold <= off)],
    ['code', draft.way === 'code' && !/^[A-Za-z0-9]{6,20}$/.test(draft.code.trim())],
    ['friends', draft.way === 'friends' && (whole(draft.friends) < 1 || whole(draft.friends) > MOST_FRIENDS)],
    ['ends', !(ends > now && ends >= starts + MINUTE && ends <= starts + LONGEST_DAYS * DAY)],
    ['days', whole(draft.days) < 1 || whole(draft.days) > LONGEST_DAYS],
    ['budget', (sum(draft.budget)?.minor ?? 0) < Math.max(1, off)],
    ['pieces', whole(draft.pieces) < 1 || whole(draft.pieces) > MOST_PIECES],
    ['most', !single(draft) && (whole(draft.most) < 1 || whole(draft.most) > MOST_EACH)],
  ]
  return new Set(found.flatMap(([fault, is]) => (is ? [fault] : [])))
}

/** What is sent, of a draft without faults. */
export function termsOf(draft: CouponDraft): CouponTerms {
  return {
    name: draft.name.trim(), kind: draft.kind, off: sum(draft.off) ?? none,
    ...(draft.kind === 'percent' && { percent: whole(draft.percent) }),
    threshold: sum(draft.threshold) ?? none, products: draft.products, shops: draft.shops, categories: draft.categories, onSales: draft.onSales,
    way: draft.way, ...(draft.way === 'code' && { code: draft.code.trim() }),
    ...(draft.way === 'friends' && { friends: whole(draft.friends) }),
    startsAt: new Date(draft.starts).toISOString(), endsAt: new Date(draft.ends).toISOString(),
    hours: whole(draft.days) * HOURS, budget: sum(draft.budget) ?? none, pieces: whole(draft.pieces),
    most: single(draft) ? 1 : whole(draft.most),
  }
}
