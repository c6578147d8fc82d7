/** Says a notice in the reader's language, and where it leads. */
import { rate } from '@/affiliate/ladder'
import type { Notice } from '@/api/notices'
import { exact } from '@/app/format'
import { isKey, language, t } from '@/app/words'

/** Who did it: one, two, or one and how many more. */
export function who({ actors, count }: Notice): string {
  const [first, second] = actors
  if (!first) return t('notice.somebody')
  if (count <= 1) return first.name
  if (count === 2 && second) return t('notice.who-two', { name: first.name, other: second.name })
  return t('notice.who-many', { name: first.name, n: exact(count - 1) })
}

export function sentence(notice: Notice): string {
  const named = `notice.thing.${notice.subject.kind}`
  const thing = isKey(named) ? t(named) : ''
  const figure = notice.arguments[language.value] ?? t('notice.some-figure')
  return t(`notice.${notice.kind}`, { who: who(notice), thing, figure, n: exact(notice.count), rate: rate(Number(notice.arguments.rate ?? 0)) })
}

/** In the words of whom it concerns, where they have some; otherwise in the product's. */
export function spoken(notice: Notice): string {
  const { words } = notice
  return words ? (language.value === 'zh' ? words.chinese : words.english) : sentence(notice)
}

/** Why something was refused. */
export function reason(notice: Notice): string {
  const key = `violation.${notice.arguments.violation}`
  return isKey(key) ? t(key) : ''
}

/** Where a notice leads; nowhere when there is nothing to open. */
export function way(notice: Notice, self: string): string | null {
  const { kind, id } = notice.subject
  const refused = ['rejected', 'taken-down', 'hidden', 'change-rejected'].includes(notice.kind)
  if (notice.kind === 'commission-changed') return '/me/goods'
  if (notice.kind.startsWith('contract-')) return '/me/earnings'
  if (notice.kind === 'sample-moved') return '/me/goods'
  if (notice.kind === 'room-price-asked') return '/shop/sales'
  if (notice.kind === 'room-price-answered') return '/me/live'
  if (notice.kind === 'sample-news') return '/shop/alliance'
  if (kind === 'work') return refused ? '/me/works' : `/works/${id}`
  if (kind === 'comment') return notice.arguments.work ? `/works/${notice.arguments.work}` : null
  if (kind === 'person') return notice.actors.length === 1 ? `/@${notice.actors[0]?.handle}` : `/@${self}`
  if (['return-asked', 'return-news', 'complaint-raised', 'complaint-news'].includes(notice.kind)) return '/shop/aftersales'
  if (notice.kind === 'complaint-escalated') return '/operator/complaints'
  if (notice.kind === 'credit-changed') return '/shop/credit'
  if (notice.kind === 'product-reviewed') return '/shop/reviews'
  const ways = { product: `/shop/products/${id}`, 'product-review': '/reviews', order: `/orders/${id}`, sale: '/shop/orders', queue: '/operator/reviews', board: '/operator/board', 'shop-board': '/shop/board', inbox: null, room: '/me/live', live: `/live/${id}`, group: `/group/${id}`, entry: '/shop' }
  return ways[kind]
}

/** Lines under the day on which they came. */
export function byDay(notices: Notice[], dayOf: (iso: string) => string): { day: string; notices: Notice[] }[] {
  const days: { day: string; notices: Notice[] }[] = []
  for (const notice of notices) {
    const day = dayOf(notice.at)
    const last = days.at(-1)
    if (last?.day === day) last.notices.push(notice)
    else days.push({ day, notices: [notice] })
  }
  return days
}
