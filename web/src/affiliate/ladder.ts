/** Commission ladders as people write and read them; the server's rules, so that a mistake shows while it is made. */
import type { Good, Step } from '@/api/alliance'
import type { Money } from '@/api/catalog'
import { decimal, exact } from '@/app/format'
import { t } from '@/app/words'

export const MOST_STEPS = 5
export const HIGHEST_PER_CENT = 30
export interface Draft { from: string; perCent: string }

/** A rate as it is read: 125 thousandths are 12.5 %. */
export const rate = (perMille: number): string => `${decimal(perMille / 10, 1)} %`

export const drafts = (steps: Step[]): Draft[] => steps.map(({ from, perMille }) => ({ from: String(from), perCent: String(perMille / 10) }))

/** What was written, or which line of it is wrong (from 0). */
export function read(lines: Draft[]): { steps: Step[] } | { wrong: number } {
  const steps: Step[] = []
  for (const [index, line] of lines.entries()) {
    const step = readStep(line)
    const before = steps.at(-1)
    const rises = before ? step !== null && step.from > before.from && step.perMille >= before.perMille : step?.from === 0
    if (!step || !rises) return { wrong: index }
    steps.push(step)
  }
  return { steps }
}

function readStep({ from, perCent }: Draft): Step | null {
  if (!/^\d{1,7}$/.test(from.trim()) || !/^\d{1,2}([.,]\d)?$/.test(perCent.trim())) return null
  const step = { from: Number(from), perMille: Math.round(Number(perCent.replace(',', '.')) * 10) }
  return step.perMille >= 1 && step.perMille <= HIGHEST_PER_CENT * 10 && step.from <= 1_000_000 ? step : null
}

/** All steps in one line: the first rate, and from how many sold on it rises. */
export const inWords = (steps: Step[]): string =>
  steps.map(({ from, perMille }) => (from === 0 ? rate(perMille) : t('good.step', { from: exact(from), rate: rate(perMille) }))).join(' · ')

/** The rate of the next unit after so many. */
export const rateAt = (steps: Step[], sold: number): number => steps.findLast((step) => step.from <= sold)?.perMille ?? 0

/** What the next unit of a good earns at its lowest price; null when nothing is earned now. */
export function earns(good: Good): Money | null {
  const steps = good.terms.now?.ladder.steps ?? []
  const least = good.product.skus.map((sku) => sku.price).sort((a, b) => a.minor - b.minor)[0]
  return steps.length && least ? { minor: Math.floor((least.minor * rateAt(steps, good.own)) / 1000), currency: least.currency } : null
}
