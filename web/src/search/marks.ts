/** A text in pieces, those that were asked for marked; ranges that make no sense are passed over. */
import type { Marked } from '@/api/search'

export interface Piece { text: string; marked: boolean }

export function marks(text: string, ranges: readonly Marked[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const add = (to: number, marked: boolean) => { if (to > at) pieces.push({ text: text.slice(at, to), marked }); at = Math.max(at, to) }
  for (const { from, to } of ranges) {
    if (from < at || to <= from || to > text.length) continue
    add(from, false)
    add(to, true)
  }
  add(text.length, false)
  return pieces
}
