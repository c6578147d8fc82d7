/** Numbers and times as people say them: 12.8万 in Chinese, 128K in English. */
import { language } from './words'

const locale = () => (language.value === 'zh' ? 'zh-CN' : 'en')

export function count(value: number): string {
  return new Intl.NumberFormat(locale(), {
    notation: value < 10_000 && language.value === 'zh' ? 'standard' : 'compact',
    maximumFractionDigits: 1,
    roundingMode: 'trunc',
    useGrouping: false,
  } as Intl.NumberFormatOptions).format(value)
}

export function exact(value: number): string {
  return new Intl.NumberFormat(locale()).format(value)
}

/** A difference: always with its sign, but for nothing. */
export function signed(value: number): string {
  return new Intl.NumberFormat(locale(), { signDisplay: 'exceptZero' }).format(value)
}

export function signedPercent(share: number): string {
  return new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(share)
}

export function percent(share: number, digits = 0): string {
  return new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: digits }).format(share)
}

/** A number with so many decimals at most. */
export function decimal(value: number, digits: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value)
}

/** A part of a score: always with its sign and three decimals, so that columns line up. */
export function weight(value: number): string {
  return new Intl.NumberFormat(locale(), { minimumFractionDigits: 3, maximumFractionDigits: 3, signDisplay: 'exceptZero' }).format(value)
}

export function clock(millis: number): string {
  const seconds = Math.max(0, Math.round(millis / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`
}

const spans: [Intl.RelativeTimeFormatUnit, number][] = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000]]

/** How long ago, up to a week; then the date. */
export function ago(iso: string, now: number = Date.now()): string {
  const past = new Date(iso).getTime() - now
  if (Math.abs(past) > 7 * 86_400_000) return day(iso, now)
  const [unit, size] = spans.find(([, millis]) => Math.abs(past) >= millis) ?? ['second', 1000]
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto', style: 'short' })
  return unit === 'second' ? relative.format(0, 'second') : relative.format(Math.round(past / size), unit)
}

function day(iso: string, now: number): string {
  const at = new Date(iso)
  const sameYear = at.getFullYear() === new Date(now).getFullYear()
  return new Intl.DateTimeFormat(locale(), { year: sameYear ? undefined : 'numeric', month: 'short', day: 'numeric' }).format(at)
}

/** The day of a time, as people call it. */
export function calendarDay(iso: string, now: number = Date.now()): string {
  const midnight = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime()
  const days = Math.round((midnight(new Date(iso)) - midnight(new Date(now))) / 86_400_000)
  if (Math.abs(days) > 1) return day(iso, now)
  const named = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(days, 'day')
  return named.charAt(0).toUpperCase() + named.slice(1)
}

export function moment(iso: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))
}

/** A difference of two shares, in percentage points, without its sign. */
export function points(difference: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(Math.abs(difference) * 100)
}

const sizes = ['B', 'KB', 'MB', 'GB', 'TB']

/** Bytes in the largest decimal unit that leaves a whole part. */
export function size(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(sizes.length - 1, Math.floor(Math.log10(bytes) / 3))
  const digits = step === 0 ? 0 : 1
  return `${new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(bytes / 1000 ** step)} ${sizes[step]}`
}

/** A day of the calendar, such as `2026-11-01`, whatever the reader's zone. */
export function dayOfYear(day: string): string {
  return new Intl.DateTimeFormat(locale(), { month: 'short', day: 'numeric', weekday: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** The same without its weekday. */
export function monthDay(day: string): string {
  return new Intl.DateTimeFormat(locale(), { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** A month of the calendar, such as `2026-11`. */
export function monthOfYear(month: string): string {
  return new Intl.DateTimeFormat(locale(), { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))
}

export function timeOfDay(iso: string): string {
  return new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(new Date(iso))
}
