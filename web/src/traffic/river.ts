/** The bed of a river that grows with the people whom each station reaches; a thousandth of its length and width is one unit. */
export const LONG = 1000
export const WIDE = 100

const NARROWEST = 0.3
const GATE = 0.34
const [FEW, MANY] = [100, 1_000_000]

/** The width for so many people, by powers of ten, in [NARROWEST, 1]; nobody is a gate. */
export function widthFor(people: number): number {
  if (people <= 0) return GATE
  const share = (Math.log10(people) - Math.log10(FEW)) / (Math.log10(MANY) - Math.log10(FEW))
  return NARROWEST + (1 - NARROWEST) * Math.min(1, Math.max(0, share))
}

type Point = [along: number, width: number]

/** The banks through the middle of each station, as one closed path; `down` when it flows from top to bottom. */
export function bed(widths: number[], down: boolean): string {
  const [first = NARROWEST, last = 1] = [widths[0], widths.at(-1)]
  const points: Point[] = [[0, first * 0.7], ...widths.map((width, at): Point => [((at + 0.5) / widths.length) * LONG, width]), [LONG, last]]
  const place = (along: number, side: number) => (down ? `${round(side)} ${round(along)}` : `${round(along)} ${round(side)}`)
  const bank = (sign: number) => points.map(([along, width]): Point => [along, WIDE / 2 + (sign * width * WIDE) / 2])
  const [left, right] = [bank(-1), bank(1).reverse()]
  return `M${place(...left[0]!)}${curves(left, place)}L${place(...right[0]!)}${curves(right, place)}Z`
}

function curves(points: Point[], place: (along: number, side: number) => string): string {
  return points.slice(1).map(([along, side], at) => {
    const [from, begin] = points[at]!
    const middle = (from + along) / 2
    return `C${place(middle, begin)} ${place(middle, side)} ${place(along, side)}`
  }).join('')
}

const round = (value: number) => Math.round(value * 10) / 10
