import { describe, expect, it } from 'vitest'
import type { Dropped } from '@/api/types'
import { speak } from '@/app/words'
import { grouped } from '@/feed/dropped'
import { taste } from '@/feed/taste'

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

describe('what a taste is for', () => {
  it('is a hashtag, or a facet in words', async () => {
    await speak('en')
    expect(['tea', 'scene:kitchen', 'slot:kitchen', 'style:unheard-of', '', undefined].map(taste)).toEqual(['#tea', '“Kitchen” scenes', '#slot:kitchen', '#style:unheard-of', '', ''])
    await speak('zh')
    expect(taste('scene:kitchen')).toBe('“厨房”场景')
  })
})
