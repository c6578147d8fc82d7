/** How a figure is written, by its unit, and how its codes are named. */
import type { Metric, Said, Unit } from '@/api/insight'
import { dayOfYear, count, decimal, percent } from '@/app/format'
import { shortMoney } from '@/app/money'
import { isKey, language, t } from '@/app/words'

/** Money is written in its currency; without one nothing was paid, and zero has none. */
export function figure(value: number | null | undefined, unit: Unit, currency?: string | null): string {
  if (value == null || (unit === 'money' && !currency)) return '–'
  if (unit === 'ratio') return percent(value, value < 0.01 ? 2 : 1)
  if (unit === 'index') return decimal(value, 3)
  if (unit === 'times') return t('times', { n: decimal(value, value < 10 ? 1 : 0) })
  return unit === 'money' && currency ? shortMoney({ minor: Math.round(value), currency }) : count(value)
}

export const said = (words: Said) => words[language.value]

/** The name of a metric; its key where the dictionary has none. */
export const nameOf = (metric: Metric | undefined, key: string) => (metric ? said(metric.name) : key)

/** The words of a key that is put together from a code; the code itself where there are none. */
const coded = (key: string, code: string) => (isKey(key) ? t(key) : code)

export const stepName = (step: string) => coded(`step.${step}`, step)
export const stepShort = (step: string) => coded(`step-short.${step}`, step)
export const surfaceName = (surface: string) => coded(`surface.${surface}`, surface)
export const slotName = (slot: string) => coded(`slot.${slot}`, slot)
export const sourceName = (source: string) => coded(`source.${source}`, source)

/** What a row of a breakdown is called. */
export function rowName(by: string, key: string | null | undefined, label: string | null | undefined): string {
  if (!key) return t(by === 'region' ? 'breakdown.unknown-region' : 'breakdown.nothing')
  if (key === 'few') return t('breakdown.few')
  if (by === 'region') return coded(`region.${key}`, key)
  if (by === 'day') return dayOfYear(key)
  if (by === 'source') return sourceName(key)
  return by === 'surface' ? surfaceName(key) : label || `#${key}`
}
