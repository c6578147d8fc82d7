/** What the product says itself, and how a placeholder is put where somebody writes. */
import type { Occasion } from '@/api/messages'
import type { Key } from '@/app/words'

export const productWords: Record<Occasion, Key> = {
  'placed': 'notice.order-placed', 'paid': 'notice.order-paid', 'shipped': 'notice.order-shipped', 'received': 'notice.order-received',
  'closed': 'notice.order-closed', 'refunded': 'notice.order-refunded', 'compensated': 'notice.order-compensated', 'trouble': 'notice.parcel-trouble',
  'return-agreed': 'notice.return-moved', 'return-refused': 'notice.return-moved', 'return-arrived': 'notice.return-moved',
  'return-refunded': 'notice.return-moved', 'return-replaced': 'notice.return-moved', 'review-answered': 'notice.review-answered',
}

/** A placeholder as it stands in a text. */
export const braced = (name: string) => `{${name}}`

/** Puts a placeholder in place of what is chosen in a text; says where the writer goes on. */
export function placed(text: string, name: string, from: number, to: number): { text: string; at: number } {
  const put = braced(name)
  return { text: text.slice(0, from) + put + text.slice(to), at: from + put.length }
}
