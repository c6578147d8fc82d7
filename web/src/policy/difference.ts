/** Two texts line by line: E. W. Myers, "An O(ND) difference algorithm and its variations", Algorithmica 1 (1986). */

/** `before` and `after` are the line's number in either text, from 1 on. */
export type Line =
  | { is: 'same'; text: string; before: number; after: number }
  | { is: 'gone'; text: string; before: number }
  | { is: 'new'; text: string; after: number }
/** Lines that are the same and far from any change are left out, and counted. */
export type Part = Line | { is: 'left-out'; count: number }

/** Beyond so many changed lines two texts have nothing to do with each other. */
const MOST_CHANGES = 600
const AROUND = 3

export function difference(before: string, after: string): Line[] {
  const a = lines(before)
  const b = lines(after)
  const path = shortest(a, b)
  const answer: Line[] = []
  let x = 0
  let y = 0
  for (const step of path) {
    if (step === 'same') answer.push({ is: 'same', text: a[x]!, before: ++x, after: ++y })
    else if (step === 'gone') answer.push({ is: 'gone', text: a[x]!, before: ++x })
    else answer.push({ is: 'new', text: b[y]!, after: ++y })
  }
  return answer
}

/** The same without what is far from any change. */
export function folded(all: Line[]): Part[] {
  const near = new Set<number>()
  all.forEach((line, at) => {
    if (line.is === 'same') return
    for (let by = -AROUND; by <= AROUND; by++) near.add(at + by)
  })
  const parts: Part[] = []
  all.forEach((line, at) => {
    const last = parts.at(-1)
    if (near.has(at)) parts.push(line)
    else if (last?.is === 'left-out') last.count++
    else parts.push({ is: 'left-out', count: 1 })
  })
  return parts
}

const lines = (text: string) => text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')

/** The steps from one text to the other, as few changes as there can be. */
function shortest(a: string[], b: string[]): Line['is'][] {
  const furthest = new Map<number, number>([[1, 0]])
  const rounds: Map<number, number>[] = []
  for (let changes = 0; changes <= Math.min(a.length + b.length, MOST_CHANGES); changes++) {
    rounds.push(new Map(furthest))
    for (let k = -changes; k <= changes; k += 2) {
      let x = downward(furthest, k, changes) ? furthest.get(k + 1)! : furthest.get(k - 1)! + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      furthest.set(k, x)
      if (x >= a.length && x - k >= b.length) return traced(rounds, a.length, b.length)
    }
  }
  return [...a.map(() => 'gone' as const), ...b.map(() => 'new' as const)]
}

const downward = (furthest: Map<number, number>, k: number, changes: number) =>
  k === -changes || (k !== changes && furthest.get(k - 1)! < furthest.get(k + 1)!)

/** Goes back from the end of both texts through what each round knew. */
function traced(rounds: Map<number, number>[], x: number, y: number): Line['is'][] {
  const steps: Line['is'][] = []
  for (let changes = rounds.length - 1; changes >= 0; changes--) {
    const known = rounds[changes]!
    const k = x - y
    const before = downward(known, k, changes) ? k + 1 : k - 1
    const beforeX = known.get(before)!
    while (x > beforeX && y > beforeX - before && x > 0 && y > 0) {
      steps.push('same')
      x--
      y--
    }
    if (changes === 0) break
    steps.push(before === k + 1 ? 'new' : 'gone')
    x = beforeX
    y = beforeX - before
  }
  return steps.reverse()
}
