import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { OriginEntry } from '@/api/origin'
import { holds, isIntact, labelOf } from '@/catalog/origin/chain'

function record(): OriginEntry[] {
  let before = '0'.repeat(64)
  return ['采摘', 'Packed'].map((words, at) => {
    const one = { place: at + 1, kind: 'produced' as const, spot: '杭州', words, at: '2026-11-20T08:00:00Z', toldAt: '2026-11-20T09:00:00Z' }
    const text = ['kanmai-origin-1', '7', one.place, one.kind, one.spot, one.words, one.at, one.toldAt, before].join('\n')
    before = createHash('sha256').update(text).digest('hex')
    return { ...one, hash: before }
  })
}

describe('a record of origin', () => {
  it('is intact as it was sealed', async () => expect(await isIntact('7', record())).toBe(true))
  it('is found out when a word, a place or its batch is another', async () => {
    const [first, second] = record() as [OriginEntry, OriginEntry]
    expect(await isIntact('7', [{ ...first, words: '收购' }, second])).toBe(false)
    expect(await isIntact('7', [second])).toBe(false)
    expect(await isIntact('7', [second, first])).toBe(false)
    expect(await isIntact('8', [first, second])).toBe(false)
  })
  it('holds what a label was printed from', () => {
    const entries = record()
    const seal = new URL(labelOf('https://kanmai.example', '7', entries)).searchParams.get('seal')
    expect(holds([...entries], seal)).toBe(true)
    expect(holds(entries.slice(0, 1), seal)).toBe(false)
    expect(holds(entries, null)).toBe(true)
  })
})
