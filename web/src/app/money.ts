/** Money is whole minor units; only here does it become text, and text become money. */
import type { Money } from '@/api/catalog'
import { language } from './words'

const locale = () => (language.value === 'zh' ? 'zh-CN' : 'en')

const formatOf = (currency: string) =>
  new Intl.NumberFormat(locale(), { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })

/** How many decimals a currency has: 2 for CNY, 0 for JPY. */
export function decimals(currency: string): number {
  return formatOf(currency).resolvedOptions().maximumFractionDigits ?? 2
}

export function money({ minor, currency }: Money): string {
  return formatOf(currency).format(minor / 10 ** decimals(currency))
}

const LONG = 100_000

/** An amount where there is little room: long ones in short, as counts are. */
export function shortMoney({ minor, currency }: Money): string {
  const major = minor / 10 ** decimals(currency)
  if (Math.abs(major) < LONG) return money({ minor, currency })
  return new Intl.NumberFormat(locale(), { style: 'currency', currency, currencyDisplay: 'narrowSymbol', notation: 'compact', maximumFractionDigits: 1 }).format(major)
}

/** The pieces of an amount, for a sign and decimals smaller than the whole. */
export function pieces({ minor, currency }: Money): { before: string; whole: string; after: string } {
  const parts = formatOf(currency).formatToParts(minor / 10 ** decimals(currency))
  const is = (type: string) => type === 'integer' || type === 'group' || type === 'minusSign'
  const first = parts.findIndex(({ type }) => is(type))
  const last = parts.findLastIndex(({ type }) => is(type))
  const text = (from: number, to: number) => parts.slice(from, to).map(({ value }) => value).join('')
  return { before: text(0, first), whole: text(first, last + 1), after: text(last + 1, parts.length) }
}

/** The amount as one types it, without sign or groups. */
export function typed({ minor, currency }: Money): string {
  const places = decimals(currency)
  return (minor / 10 ** places).toFixed(places)
}

/** What somebody typed as an amount, exactly; null when it is none or has more decimals than the currency. */
export function amount(text: string, currency: string): Money | null {
  const places = decimals(currency)
  const found = /^(\d{1,10})(?:[.,](\d*))?$/.exec(text.trim())
  const fraction = found?.[2] ?? ''
  if (!found || fraction.length > places) return null
  return { minor: Number(found[1]) * 10 ** places + Number(fraction.padEnd(places, '0') || 0), currency }
}

export function times({ minor, currency }: Money, count: number): Money {
  return { minor: minor * count, currency }
}

/** The sums of amounts, one for each currency, in the order in which these come. */
export function sums(amounts: Money[]): Money[] {
  const totals = new Map<string, number>()
  for (const { minor, currency } of amounts) totals.set(currency, (totals.get(currency) ?? 0) + minor)
  return [...totals].map(([currency, minor]) => ({ minor, currency }))
}

/** The least and the most of some prices. */
export function span(prices: Money[]): { least: Money; most: Money } | null {
  const sorted = [...prices].sort((a, b) => a.minor - b.minor)
  const [least, most] = [sorted[0], sorted.at(-1)]
  return least && most ? { least, most } : null
}
