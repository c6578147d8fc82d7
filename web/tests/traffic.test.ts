import { beforeEach, describe, expect, it } from 'vitest'
import type { Shown } from '@/api/insight'
import type { PageKey } from '@/api/ledger'
import { decimal, monthOfYear } from '@/app/format'
import { speak } from '@/app/words'
import { figure } from '@/insight/figures'
import { barName, grouped } from '@/insight/traffic/shown'
import { bandName } from '@/insight/transparency/bands'
import { isSealed } from '@/ledger/checking'
import { ascii, sha256 } from '@/ledger/rfc9162'

const shown = (source: string, surface: string, slot: string, exposures: number, natural = true): Shown => ({ source, surface, slot, natural, exposures })

describe('what was shown', () => {
  const all = [shown('fresh', 'for-you', 'reserved', 30), shown('interest', 'for-you', 'ranked', 50), shown('fresh', 'profile', 'ranked', 20)]
  it('is grouped one way or another, the most first', () => {
    expect(grouped(all, 'source')).toEqual([{ key: 'fresh', exposures: 50, share: 0.5, natural: true }, { key: 'interest', exposures: 50, share: 0.5, natural: true }])
    expect(grouped(all, 'slot').map((one) => [one.key, one.exposures])).toEqual([['ranked', 70], ['reserved', 30]])
    expect(grouped([], 'surface')).toEqual([])
  })
  it('keeps what was bought beside what is natural', () => {
    expect(grouped([...all, shown('fresh', 'for-you', 'ranked', 25, false)], 'surface').map((one) => [one.key, one.natural, one.exposures]))
      .toEqual([['for-you', true, 80], ['for-you', false, 25], ['profile', true, 20]])
  })
})

describe('in English', () => {
  beforeEach(() => speak('en'))
  it('an index has three decimals and a multiple its sign', () => {
    expect([figure(0.71249, 'index'), figure(41.3, 'times'), figure(5 / 3, 'times'), figure(null, 'times')]).toEqual(['0.712', '41×', '1.7×', '–'])
    expect(decimal(1_234.56, 1)).toBe('1,234.6')
  })
  it('bands, months and bars have names', () => {
    expect([bandName({ from: 0, to: 1, works: 3 }), bandName({ from: 200, to: 500, works: 3 }), bandName({ from: 10_000, to: null, works: 3 })]).toEqual(['not seen', '200 to 499', '10,000 or more'])
    expect(monthOfYear('2026-11')).toBe('November 2026')
    expect([barName('source', 'fresh'), barName('slot', 'reserved'), barName('source', 'unheard-of')]).toEqual(['Fresh', 'Reserved', 'unheard-of'])
  })
})

describe('a report', async () => {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']) as CryptoKeyPair
  const base64 = (bytes: ArrayBuffer | Uint8Array) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/=+$/, '')
  const keys: PageKey[] = [{ key: '1', algorithm: 'Ed25519', publicKey: base64(await crypto.subtle.exportKey('spki', pair.publicKey)), since: '' }]
  const text = '{"month":"2026-10","says":"曝光"}'
  const signed = `kanmai-report-1 2026-10 ${base64(await sha256(new TextEncoder().encode(text)))} 1767225600000 1`
  const line = `${signed} ${base64(await crypto.subtle.sign('Ed25519', pair.privateKey, ascii(signed)))}`

  it('is the one that was signed, or it is not', async () => {
    expect(await isSealed(text, line, keys)).toBe(true)
    expect(await isSealed(text.replace('10', '11'), line, keys)).toBe(false)
    expect(await isSealed(text, line.replace('2026-10', '2026-11'), keys)).toBe(false)
    expect(await isSealed(text, line.replace('report', 'head'), keys)).toBe(false)
    expect(await isSealed(text, line, [])).toBe(false)
  })
})
