/** What a merchant types of a group-buy, and what is sent of it. */
import type { Sku } from '@/api/catalog'
import type { DealTerms, Step } from '@/api/groups'
import { amount } from '@/app/money'

export interface StepDraft { people: string; price: string }
export interface DealDraft { sku: string; steps: StepDraft[]; hours: string; units: string; most: string }
export type DealFault = 'sku' | 'steps' | 'hours' | 'units' | 'most'

export const MOST_STEPS = 9
const LARGEST = 10
const LONGEST_HOURS = 72
const MINUTES = 60
const SHORTEST_MINUTES = 5
const MOST_UNITS = 100_000
const MOST_EACH = 99

const whole = (text: string) => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : 0)
const minutes = (hours: string) => (/^\d{1,2}(\.\d{1,2})?$/.test(hours.trim()) ? Math.round(Number(hours) * MINUTES) : 0)

export const fresh = (): DealDraft => ({ sku: '', steps: [{ people: '2', price: '' }], hours: '24', units: '', most: '1' })

function stepsOf(draft: DealDraft, sku: Sku): Step[] {
  return draft.steps.map((step) => ({ people: whole(step.people), price: amount(step.price, sku.price.currency) ?? { minor: 0, currency: sku.price.currency } }))
}
/** People rise and prices fall from step to step, below the price for one, and at most to half of the first. */
function falls(steps: Step[], alone: number): boolean {
  const first = steps[0]?.price.minor ?? 0
  return steps.every((step, place) => {
    const before = steps[place - 1]
    const range = step.people >= 2 && step.people <= LARGEST && step.price.minor > 0 && step.price.minor * 2 >= first
    return range && (before ? step.people > before.people && step.price.minor < before.price.minor : step.price.minor < alone)
  })
}
/** What has to be put right; the server has the last word. */
export function faultsOf(draft: DealDraft, sku: Sku | undefined): Set<DealFault> {
  const [units, most, long] = [whole(draft.units), whole(draft.most), minutes(draft.hours)]
  const steps = sku ? stepsOf(draft, sku) : []
  const found: [DealFault, boolean][] = [
    ['sku', !sku],
    ['steps', !!sku && !falls(steps, sku.price.minor)],
    ['hours', long < SHORTEST_MINUTES || long > LONGEST_HOURS * MINUTES],
    ['units', units < (steps.at(-1)?.people ?? 2) || units > MOST_UNITS],
    ['most', most < 1 || most > Math.min(MOST_EACH, units || MOST_EACH)],
  ]
  return new Set(found.flatMap(([fault, is]) => (is ? [fault] : [])))
}
/** What is sent, of a draft without faults. */
export function termsOf(draft: DealDraft, sku: Sku): DealTerms {
  return { sku: sku.id, steps: stepsOf(draft, sku), minutes: minutes(draft.hours), units: whole(draft.units), most: whole(draft.most) }
}
