/** How a group is said, and where it is joined. */
import type { Deal, Group } from '@/api/groups'
import { money } from '@/app/money'
import { t } from '@/app/words'

export const sizeOf = (deal: Deal) => deal.steps.at(-1)?.people ?? 0

/** The steps of a deal's price, each with its people. */
export function steps(deal: Deal): string {
  return deal.steps.map((step) => t('group.step', { n: step.people, price: money(step.price) })).join(' · ')
}
/** How long a group has, in the largest unit that is whole. */
export function lasting(minutes: number): string {
  return minutes % 60 === 0 ? t('group.hours', { n: minutes / 60 }) : t('group.minutes', { n: minutes })
}
/** How many are still missing for the next step of the price; 0 when there is none. */
export function missing(group: Group): number {
  const next = group.deal.steps.find((step) => step.people > group.people.length)
  return group.state === 'open' && next ? next.people - group.people.length : 0
}
/** Where somebody buys with a group, or opens one. */
export function joinLink(deal: Deal, group?: string): string {
  return `/products/${deal.product}?${new URLSearchParams({ sku: deal.sku, units: '1', deal: deal.id, ...(group && { group }) })}`
}
