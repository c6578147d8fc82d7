/** The pictures of a product as its form holds them, and the fewest calls that bring the server there. */
export type PictureDraft = { key: string; url: string; file: File | null; sent: number }

export const MOST_PICTURES = 9
export const LARGEST_BYTES = 8 * 1024 * 1024

export interface Plan { puts: { place: number; picture: PictureDraft }[]; removals: number[] }

/**
 * Puts what is new or stands elsewhere at its place, and takes the surplus away from the end.
 *
 * @param before addresses in today's order
 */
export function planned(before: string[], wanted: PictureDraft[]): Plan {
  const puts = wanted.flatMap((picture, place) => (picture.file === null && before[place] === picture.url ? [] : [{ place, picture }]))
  const removals = before.map((_, place) => place).filter((place) => place >= wanted.length).reverse()
  return { puts, removals }
}

export function moved<T>(list: T[], from: number, to: number): T[] {
  const next = [...list]
  const [one] = next.splice(from, 1)
  if (one !== undefined) next.splice(Math.max(0, Math.min(next.length, to)), 0, one)
  return next
}
