import { describe, expect, it } from 'vitest'
import type { PageKey } from '@/api/ledger'
import type { Release, Whole } from '@/api/policies'
import { difference, folded, type Line } from '@/policy/difference'
import { begun } from '@/policy/draft'
import { hex, isSigned } from '@/policy/signature'
import { spans, story } from '@/policy/story'

const before = (lines: Line[]) => lines.filter((one) => one.is !== 'new').map((one) => one.text)
const after = (lines: Line[]) => lines.filter((one) => one.is !== 'gone').map((one) => one.text)
const changes = (lines: Line[]) => lines.filter((one) => one.is !== 'same').length

/** The length of the longest common subsequence, by its definition. */
function common(a: string[], b: string[]): number {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let x = 1; x <= a.length; x++)
    for (let y = 1; y <= b.length; y++)
      table[x]![y] = a[x - 1] === b[y - 1] ? table[x - 1]![y - 1]! + 1 : Math.max(table[x - 1]![y]!, table[x]![y - 1]!)
  return table[a.length]![b.length]!
}

describe('the difference of two texts', () => {
  it('names each line that went and came, with its number', () => {
    expect(difference('a\nb\nc\n', 'a\nB\nc\nd\n')).toEqual([
      { is: 'same', text: 'a', before: 1, after: 1 },
      { is: 'gone', text: 'b', before: 2 },
      { is: 'new', text: 'B', after: 2 },
      { is: 'same', text: 'c', before: 3, after: 3 },
      { is: 'new', text: 'd', after: 4 },
    ])
  })

  it('is nothing between a text and itself, whatever ends its lines', () => {
    expect(changes(difference('a\nb\n', 'a\r\nb'))).toBe(0)
    expect(changes(difference('', ''))).toBe(0)
  })

  it('gives both texts back with as few changes as there can be', () => {
    let seed = 7
    const draw = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most
    const drawn = () => Array.from({ length: 1 + draw(14) }, () => 'abc'[draw(3)]!)
    for (let round = 0; round < 500; round++) {
      const [a, b] = [drawn(), drawn()]
      const found = difference(a.join('\n'), b.join('\n'))
      expect([before(found), after(found)]).toEqual([a, b])
      expect(changes(found)).toBe(a.length + b.length - 2 * common(a, b))
    }
  })

  it('ends soon where two texts have nothing in common', () => {
    const many = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word} ${at}`).join('\n')
    const found = difference(many('a'), many('b'))
    expect(changes(found)).toBe(40_000)
  })

  it('leaves out and counts what is far from any change', () => {
    const text = Array.from({ length: 20 }, (_, at) => `line ${at}`).join('\n')
    const parts = folded(difference(text, text.replace('line 10', 'other')))
    expect(parts[0]).toEqual({ is: 'left-out', count: 7 })
    expect(parts.at(-1)).toEqual({ is: 'left-out', count: 6 })
    expect(parts.length).toBe(2 + 3 + 2 + 3)
    expect(folded(difference(text, text))).toEqual([{ is: 'left-out', count: 20 }])
  })
})

describe('the story of releases', () => {
  const at = (second: number) => new Date(second * 1000).toISOString()
  const one = (number: number, version: number, begins: number, how: Release['how'] = 'two-people'): Release =>
    ({ number, version, beginsAt: at(begins), how, by: { role: 'operator' }, at: at(0), reason: how === 'rollback' ? `because of ${number}` : null })
  const told = (releases: Release[], now: number) => story(releases, now * 1000).map((each) => `${each.version} ${each.standing}`)

  it('begins with what begins last', () => {
    expect(told([one(1, 1, 0), one(2, 2, 10), one(3, 3, 99)], 20)).toEqual(['3 coming', '2 now', '1 past'])
  })

  it('tells of a rollback as of a release', () => {
    expect(told([one(1, 1, 0), one(2, 2, 10), one(3, 1, 20, 'rollback')], 30)).toEqual(['1 now', '2 past', '1 past'])
  })

  it('tells of what was called off once, with the reason', () => {
    const called = [one(1, 1, 0), one(2, 2, 50), one(3, 1, 50, 'rollback'), one(4, 3, 20), one(5, 3, 50, 'rollback')]
    expect(told(called, 30)).toEqual(['2 off', '3 now', '1 past'])
    expect(story(called, 30_000)[0]!.off).toBe('because of 5')
    expect(told(called, 60)).toEqual(['2 off', '3 now', '1 past'])
  })

  it('says of any version when it held, each time', () => {
    const all = [one(1, 1, 0), one(2, 2, 10), one(3, 1, 20, 'rollback'), one(4, 3, 30), one(5, 1, 30, 'rollback'), one(6, 4, 40)]
    expect(spans(all, 1)).toEqual([{ from: at(0), to: at(10) }, { from: at(20), to: at(40) }])
    expect(spans(all, 2)).toEqual([{ from: at(10), to: at(20) }])
    expect(spans(all, 3)).toEqual([])
    expect(spans(all, 4)).toEqual([{ from: at(40), to: undefined }])
  })
})

describe('a draft', () => {
  it('is the text in force with the next number from tomorrow on', () => {
    const text = '# How works are distributed, version 1. More.\nversion: 1\nfrom: 2026-01-01\nalpha: 0.05\n'
    expect(begun(text, 4, 'Asia/Shanghai', Date.parse('2026-11-27T17:00:00Z'))).toBe(
      '# How works are distributed, version 4. More.\nversion: 4\nfrom: 2026-11-29\nalpha: 0.05\n',
    )
  })
})

describe('the signature of a document', () => {
  const base64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)))

  it('holds for its very text and no other', async () => {
    const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair
    const text = 'version: 1 # 看\n'
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
    const keys: PageKey[] = [{ key: '1', algorithm: 'Ed25519', publicKey: base64(await crypto.subtle.exportKey('spki', pair.publicKey)), since: '' }]
    const signature = base64(await crypto.subtle.sign('Ed25519', pair.privateKey, digest))
    const document = { version: 1, text, digest: base64(digest), signature, key: '1' } as Whole
    expect(await isSigned(document, keys)).toBe(true)
    expect(await isSigned({ ...document, text: `${text} ` }, keys)).toBe(false)
    expect(await isSigned({ ...document, key: '2' }, keys)).toBe(false)
    expect(hex(document.digest)).toMatch(/^[0-9a-f]{64}$/)
  })
})
