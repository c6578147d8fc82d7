import { describe, expect, it } from 'vitest'
import type { Dropped } from '@/api/types'
import { grouped } from '@/feed/dropped'

const gone = (filter: string, source: Dropped['source'], times: number): Dropped[] =>
  Array.from({ length: times }, (_, n) => ({ work: String(n), source, filter }))

describe('what a page dropped', () => {
  it('is counted by the filter and within it by the source, the most first', () => {
    expect(grouped([...gone('own', 'fresh', 1), ...gone('seen', 'popular', 2), ...gone('seen', 'interest', 3)])).toEqual([
      { filter: 'seen', count: 5, sources: [{ source: 'interest', count: 3 }, { source: 'popular', count: 2 }] },
      { filter: 'own', count: 1, sources: [{ source: 'fresh', count: 1 }] },
    ])
  })
})
