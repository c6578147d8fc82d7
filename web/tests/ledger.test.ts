import { describe, expect, it } from 'vitest'
import type { Head, PageKey, PageProof } from '@/api/ledger'
import { isChained, isExtended, isProved, isSigned, readable } from '@/ledger/checking'
import { ascii, extended, includes, leaf, sha256, type Bytes } from '@/ledger/rfc9162'

const MOST = 20
const base64 = (bytes: Bytes) => btoa(String.fromCharCode(...bytes)).replace(/=+$/, '')
const node = (left: Bytes, right: Bytes) => sha256(Uint8Array.of(1), left, right)

/** The definitions of section 2.1, as they stand there. */
const split = (n: number) => { let k = 1; while (2 * k < n) k *= 2; return k }
async function root(leaves: Bytes[]): Promise<Bytes> {
  if (leaves.length === 1) return leaves[0]!
  const k = split(leaves.length)
  return node(await root(leaves.slice(0, k)), await root(leaves.slice(k)))
}
async function path(m: number, leaves: Bytes[]): Promise<Bytes[]> {
  if (leaves.length === 1) return []
  const k = split(leaves.length)
  return m < k ? [...(await path(m, leaves.slice(0, k))), await root(leaves.slice(k))] : [...(await path(m - k, leaves.slice(k))), await root(leaves.slice(0, k))]
}
async function subproof(m: number, leaves: Bytes[], known: boolean): Promise<Bytes[]> {
  if (m === leaves.length) return known ? [] : [await root(leaves)]
  const k = split(leaves.length)
  return m <= k ? [...(await subproof(m, leaves.slice(0, k), known)), await root(leaves.slice(k))] : [...(await subproof(m - k, leaves.slice(k), false)), await root(leaves.slice(0, k))]
}
const leaves = (n: number) => Promise.all(Array.from({ length: n }, (_, at) => leaf(ascii(`record ${at}`))))

describe('RFC 9162', () => {
  it('proves each leaf in each tree, and nothing else', async () => {
    const all = await leaves(MOST)
    for (let size = 1; size <= MOST; size++) {
      const top = await root(all.slice(0, size))
      for (let at = 0; at < size; at++) {
        const proof = await path(at, all.slice(0, size))
        expect(await includes(top, size, at, all[at]!, proof)).toBe(true)
        expect(await includes(top, size, at, all[(at + 1) % MOST]!, proof)).toBe(false)
      }
    }
  })

  it('proves that each tree begins with each former one, and with no other', async () => {
    const all = await leaves(MOST)
    for (let size = 2; size <= MOST; size++) {
      const top = await root(all.slice(0, size))
      for (let former = 1; former < size; former++) {
        const proof = await subproof(former, all.slice(0, size), true)
        expect(await extended(await root(all.slice(0, former)), former, top, size, proof)).toBe(true)
        expect(await extended(await root(all.slice(1, former + 1)), former, top, size, proof)).toBe(false)
      }
    }
  })
})

describe('a ledger', async () => {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']) as CryptoKeyPair
  const publicKey = base64(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)))
  const keys: PageKey[] = [{ key: '1', algorithm: 'Ed25519', publicKey, since: '' }]
  const records = ['{"kind":"served","page":"7"}', '{"kind":"other"}'].map(ascii)
  const segment = await root(await Promise.all(records.map(leaf)))
  const lines = ['1', '2', '3'].map((file) => `${file} viewer/4 0 2 ${base64(segment)}`)
  const entries = await Promise.all(lines.map((line) => leaf(ascii(line))))

  async function head(size: number, previous: string): Promise<Head> {
    const top = base64(await root(entries.slice(0, size)))
    const text = `kanmai-head-1 ${size} ${top} 1767225600000 ${previous} 1`
    const signature = base64(new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, ascii(text))))
    return { size, root: top, at: '2026-01-01T00:00:00Z', key: '1', line: `${text} ${signature}` }
  }
  const older = await head(2, '-')
  const newer = await head(3, base64(await sha256(ascii(older.line))))
  const proof: PageProof = {
    page: '7', record: base64(records[0]!), lane: 'viewer/4', place: 0, records: 2,
    recordPath: (await path(0, await Promise.all(records.map(leaf)))).map(base64),
    entry: 1, line: lines[1]!, entryPath: (await path(1, entries)).map(base64), head: newer.line,
  }

  it('is signed, chained and extended', async () => {
    expect(await isSigned(newer.line, keys)).toBe(true)
    expect(await isSigned(newer.line.replace('-1 3 ', '-1 4 '), keys)).toBe(false)
    expect(await isSigned(newer.line, [])).toBe(false)
    expect(await isChained([newer, older])).toBe(true)
    expect(await isChained([newer, newer])).toBe(false)
    const grown = (await subproof(2, entries, true)).map(base64)
    expect(await isExtended(older, newer, grown)).toBe(true)
    expect(await isExtended({ ...older, root: newer.root }, newer, grown)).toBe(false)
  })

  it('proves a page, and no other record, lane or place', async () => {
    expect(await isProved(proof, keys)).toBe(true)
    expect(await isProved({ ...proof, record: base64(records[1]!) }, keys)).toBe(false)
    expect(await isProved({ ...proof, lane: 'viewer/5' }, keys)).toBe(false)
    expect(await isProved({ ...proof, entry: 2 }, keys)).toBe(false)
    expect(await isProved({ ...proof, head: older.line }, keys)).toBe(false)
    expect(readable(proof.record)).toContain('"page": "7"')
  })
})
