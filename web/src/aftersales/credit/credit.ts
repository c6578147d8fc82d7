/** How figures of credit read, and what would raise them. */
import type { Came, CreditTerm } from '@/api/credit'
import { decimal, percent } from '@/app/format'

/** Stars to a tenth, all others as shares. */
export const figure = (term: CreditTerm, value: number) => (term.measure === 'reviews' ? decimal(value, 1) : percent(value, 1))

/** Terms that have points to give, the one that has most first. */
export function raises(came: Came): CreditTerm[] {
  return came.terms.filter((term) => term.points < term.most).sort((one, other) => other.most - other.points - (one.most - one.points))
}
