/** A freight scheme as it is written down by hand, and as it is sent. */
import type { Basis, NewScheme, Rate, Scheme } from '@/api/freight'
import type { Region } from '@/api/types'
import { amount, typed } from '@/app/money'

/** Kilograms, units or money for `first` and `next`; an empty `freeFrom` is never. */
export interface RateDraft { regions: Region[]; first: string; firstPrice: string; next: string; nextPrice: string; freeFrom: string }
export interface SchemeDraft { name: string; basis: Basis; currency: string; rates: RateDraft[] }

const GRAMS = 1_000

export const newRate = (): RateDraft => ({ regions: [], first: '1', firstPrice: '', next: '1', nextPrice: '', freeFrom: '' })

export function draftOf(scheme: Scheme | null): SchemeDraft {
  if (!scheme) return { name: '', basis: 'weight', currency: 'CNY', rates: [newRate()] }
  const { name, basis, currency } = scheme
  const price = (minor: number) => typed({ minor, currency })
  return { name, basis, currency, rates: scheme.rates.map((rate) => ({
    regions: [...rate.regions], first: shown(rate.first, basis, currency), firstPrice: price(rate.firstMinor),
    next: shown(rate.next, basis, currency), nextPrice: price(rate.nextMinor), freeFrom: rate.freeFromMinor ? price(rate.freeFromMinor) : '',
  })) }
}

/** What was written, or null when a number is missing or none. */
export function read(draft: SchemeDraft): NewScheme | null {
  const rates = draft.rates.map((rate) => readRate(rate, draft))
  return draft.name.trim() && rates.length && rates.every((rate) => rate !== null) ? { name: draft.name.trim(), basis: draft.basis, currency: draft.currency, rates } : null
}

function readRate(rate: RateDraft, { basis, currency }: SchemeDraft): Rate | null {
  const price = (text: string) => amount(text, currency)?.minor ?? null
  const first = measured(rate.first, basis, currency)
  const next = measured(rate.next, basis, currency)
  const firstMinor = price(rate.firstPrice)
  const nextMinor = price(rate.nextPrice)
  const freeFromMinor = rate.freeFrom.trim() ? price(rate.freeFrom) : undefined
  if (!rate.regions.length || first === null || !next || firstMinor === null || nextMinor === null || freeFromMinor === null) return null
  return { regions: rate.regions, first, firstMinor, next, nextMinor, ...(freeFromMinor && { freeFromMinor }) }
}

function shown(value: number, basis: Basis, currency: string): string {
  if (basis === 'amount') return typed({ minor: value, currency })
  return String(basis === 'weight' ? value / GRAMS : value)
}

function measured(text: string, basis: Basis, currency: string): number | null {
  if (basis === 'amount') return amount(text, currency)?.minor ?? null
  const number = Number(text.trim().replace(',', '.'))
  if (!text.trim() || !Number.isFinite(number) || number < 0) return null
  const value = basis === 'weight' ? Math.round(number * GRAMS) : number
  return Number.isInteger(value) ? value : null
}
