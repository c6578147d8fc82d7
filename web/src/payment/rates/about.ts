/** What a price is about in another currency, and rates as an operator types them. */
import type { Money } from '@/api/catalog'
import type { Rate } from '@/api/rates'
import { decimals } from '@/app/money'

/** The currencies that a viewer can choose to see prices in as well. */
export const currencies = ['CNY', 'EUR', 'GBP', 'HKD', 'JPY', 'SGD', 'USD'] as const

/** The amount in another currency by the newest rate either way; null where there is none, or no need of one. */
export function about(price: Money, to: string, rates: Rate[]): { amount: Money; rate: Rate } | null {
  if (price.currency === to) return null
  const direct = rates.find((one) => one.from === price.currency && one.to === to)
  const back = rates.find((one) => one.from === to && one.to === price.currency)
  const rate = direct && (!back || direct.day >= back.day) ? direct : back
  if (!rate) return null
  const factor = rate === direct ? Number(rate.value) : 1 / Number(rate.value)
  const minor = Math.round(price.minor / 10 ** decimals(price.currency) * factor * 10 ** decimals(to))
  return Number.isSafeInteger(minor) ? { amount: { minor, currency: to }, rate } : null
}

/** Lines such as `2026-01-31,USD,CNY,7.12`; null when one of them is no rate. */
export function typedRates(text: string, source: string): Rate[] | null {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean)
  const found = lines.map((line) => /^(\d{4}-\d{2}-\d{2})[,;\t ]+([A-Z]{3})[,;\t ]+([A-Z]{3})[,;\t ]+(\d{1,9}(?:\.\d{1,8})?)$/.exec(line))
  if (!lines.length || found.some((one) => !one)) return null
  return found.map((one) => ({ day: one?.[1] ?? '', from: one?.[2] ?? '', to: one?.[3] ?? '', value: one?.[4] ?? '', source }))
}
