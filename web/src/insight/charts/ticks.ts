/** Where an axis is marked, and how points become a line. */

const nice = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600]

/** Round seconds from 0 to the last, at most about so many. */
export function secondTicks(last: number, most: number): number[] {
  const step = nice.find((one) => last / one <= most) ?? nice.at(-1) ?? 1
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, at) => at * step)
}

export interface Scale { from: number; to: number; start: number; end: number }

/** A place on a scale; its start where the scale has no extent. */
export function placed(value: number, { from, to, start, end }: Scale): number {
  return to === from ? start : start + ((value - from) / (to - from)) * (end - start)
}

type Point = readonly [number, number]

/** An SVG path through points, with a gap where one is unknown. */
export function line(points: readonly (Point | null)[]): string {
  return points.map((point, at) => (point === null ? '' : `${at > 0 && points[at - 1] ? 'L' : 'M'}${round(point[0])} ${round(point[1])}`)).join('')
}

const round = (value: number) => Math.round(value * 100) / 100

/** The least and the most of what is known, opened by a little so that a level line stands in the middle. */
export function extent(values: (number | null | undefined)[]): { from: number; to: number } | null {
  const known = values.filter((one): one is number => one != null)
  if (known.length === 0) return null
  const [least, most] = [Math.min(...known), Math.max(...known)]
  const room = (most - least) * 0.08 || Math.abs(most) * 0.5 || 1
  return { from: least - room, to: most + room }
}
