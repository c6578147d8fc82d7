/** The words of a trace: what happened, and how long after the step before. */
import type { Moment } from '@/api/insight'
import { clock, exact } from '@/app/format'
import { isKey, t } from '@/app/words'

/** What happened, as exactly as there are words for it; its code where there are none. */
export function momentName({ kind, detail, millis }: Moment): string {
  const [whole, part] = [`moment.${kind}`, `moment.${kind}-${detail ?? ''}`]
  if (kind === 'watched') return t('moment.watched', { n: clock(millis ?? 0) })
  return isKey(part) ? t(part) : isKey(whole) ? t(whole) : kind
}

const MINUTE_SECONDS = 60
const HOUR_SECONDS = 3600
const DAY_SECONDS = 86_400

/** In the largest unit that says something. */
export function took(from: string, to: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000))
  if (seconds < MINUTE_SECONDS) return t('took.seconds', { n: exact(seconds) })
  if (seconds < HOUR_SECONDS) return t('took.minutes', { n: exact(Math.round(seconds / MINUTE_SECONDS)) })
  if (seconds < DAY_SECONDS) return t('took.hours', { n: exact(Math.round(seconds / HOUR_SECONDS)) })
  return t('took.days', { n: exact(Math.round(seconds / DAY_SECONDS)) })
}
