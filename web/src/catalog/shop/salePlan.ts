/** What a merchant types of a flash sale, and what is sent of it. */
import type { Sku } from '@/api/catalog'
import type { SalePlan } from '@/api/sales'
import { amount } from '@/app/money'

export interface SaleDraft { sku: string; price: string; units: string; most: string; starts: string; ends: string }
export type SaleFault = 'sku' | 'price' | 'units' | 'most' | 'starts' | 'ends'

export const MOST_UNITS = 10_000
export const MOST_EACH = 99
const MINUTE = 60_000
const DAY = 86_400_000
const LONGEST_DAYS = 7
const FARTHEST_DAYS = 30

const whole = (text: string) => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : 0)
const time = (text: string) => new Date(text).getTime()

/** A moment as a field of local time takes it. */
export function local(millis: number): string {
  const at = new Date(millis - new Date(millis).getTimezoneOffset() * MINUTE)
  return at.toISOString().slice(0, 16)
}

export function fresh(now: number): SaleDraft {
  return { sku: '', price: '', units: '', most: '1', starts: local(now + 10 * MINUTE), ends: local(now + 70 * MINUTE) }
}

/** What has to be put right; the server has the last word. */
export function faultsOf(draft: SaleDraft, sku: Sku | undefined, now: number): Set<SaleFault> {
  const price = sku ? amount(draft.price, sku.price.currency) : null
  const [units, most] = [whole(draft.units), whole(draft.most)]
  const [starts, ends] = [time(draft.starts), time(draft.ends)]
  const found: [SaleFault, boolean][] = [
    ['sku', !sku],
    ['price', !!sku && !(price && price.minor > 0 && price.minor < sku.price.minor)],
    ['units', units < 1 || units > Math.min(MOST_UNITS, sku?.free ?? MOST_UNITS)],
    ['most', most < 1 || most > Math.min(MOST_EACH, units || MOST_EACH)],
    ['starts', !(starts < now + FARTHEST_DAYS * DAY)],
    ['ends', !(ends > now && ends >= starts + MINUTE && ends <= starts + LONGEST_DAYS * DAY)],
  ]
  return new Set(found.flatMap(([fault, is]) => (is ? [fault] : [])))
}

/** What is sent, of a draft without faults. */
export function planOf(draft: SaleDraft, sku: Sku): SalePlan {
  return {
    sku: sku.id, price: amount(draft.price, sku.price.currency) ?? sku.price, units: whole(draft.units), most: whole(draft.most),
    startsAt: new Date(draft.starts).toISOString(), endsAt: new Date(draft.ends).toISOString(),
  }
}
