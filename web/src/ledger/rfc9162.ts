/** The checks of RFC 9162, sections 2.1.3.2 and 2.1.4.2, over SHA-256, by nothing but the proof and the roots. */

export type Bytes = Uint8Array<ArrayBuffer>

export const decoded = (base64: string): Bytes => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))
export const ascii = (text: string): Bytes => new TextEncoder().encode(text)
export const same = (one: Bytes, other: Bytes) => one.length === other.length && one.every((byte, at) => byte === other[at])

export async function sha256(...parts: Bytes[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', await new Blob(parts).arrayBuffer()))
}
export const leaf = (record: Bytes) => sha256(Uint8Array.of(0), record)
const node = (left: Bytes, right: Bytes) => sha256(Uint8Array.of(1), left, right)

/** Whether a path proves that the tree with a root has a leaf of this hash at this place. */
export async function includes(root: Bytes, size: number, place: number, hash: Bytes, path: Bytes[]): Promise<boolean> {
  if (place < 0 || place >= size) return false
  let [at, last, made] = [place, size - 1, hash]
  for (const sibling of path) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      made = await node(sibling, made)
      ;[at, last] = risen(at, last)
    } else made = await node(made, sibling)
    ;[at, last] = up(at, last)
  }
  return last === 0 && same(made, root)
}

/** Whether a path proves that the tree with a root begins with the whole of a former tree. */
export async function extended(formerRoot: Bytes, former: number, root: Bytes, size: number, path: Bytes[]): Promise<boolean> {
  if (former === size) return path.length === 0 && same(formerRoot, root)
  if (former <= 0 || former > size || path.length === 0) return false
  const whole = Number.isInteger(Math.log2(former))
  const [seed, ...rest] = whole ? [formerRoot, ...path] : path
  let [at, last] = [former - 1, size - 1]
  while (at % 2 === 1) [at, last] = up(at, last)
  let [first, second] = [seed!, seed!]
  for (const sibling of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      first = await node(sibling, first)
      second = await node(sibling, second)
      ;[at, last] = risen(at, last)
    } else second = await node(second, sibling)
    ;[at, last] = up(at, last)
  }
  return last === 0 && same(first, formerRoot) && same(second, root)
}

const up = (at: number, last: number): [number, number] => [Math.floor(at / 2), Math.floor(last / 2)]

/** Up past the levels on which a node at the right edge has no sibling. */
function risen(at: number, last: number): [number, number] {
  while (at % 2 === 0 && at !== 0) [at, last] = up(at, last)
  return [at, last]
}
