import { beforeEach, describe, expect, it } from 'vitest'
import { ago, clock, count, megabytes } from '@/app/format'
import { speak } from '@/app/words'

describe('counts', () => {
  it('are short in Chinese', async () => {
    await speak('zh')
    expect([0, 9999, 12_345, 128_000, 987_654_321].map(count)).toEqual(['0', '9999', '1.2万', '12.8万', '9.8亿'])
  })
  it('are short in English', async () => {
    await speak('en')
    expect([0, 999, 1250, 128_000, 987_654_321].map(count)).toEqual(['0', '999', '1.2K', '128K', '987.6M'])
  })
})

describe('times', () => {
  const now = Date.parse('2026-03-01T12:00:00Z')
  beforeEach(() => speak('en'))

  it('are relative within a week', () => {
    expect(ago('2026-03-01T11:59:40Z', now)).toBe('now')
    expect(ago('2026-03-01T11:55:00Z', now)).toBe('5 min. ago')
    expect(ago('2026-02-26T12:00:00Z', now)).toBe('3 days ago')
  })
  it('become a date later on, with the year when it is another', () => {
    expect(ago('2026-01-05T12:00:00Z', now)).toBe('Jan 5')
    expect(ago('2025-01-05T12:00:00Z', now)).toBe('Jan 5, 2025')
  })
  it('count minutes and seconds', () => {
    expect([0, 9_400, 61_000].map(clock)).toEqual(['0:00', '0:09', '1:01'])
  })
})

it('megabytes are decimal', () => {
  expect([1_500_000, 500_000_000].map(megabytes)).toEqual(['1.5 MB', '500 MB'])
})
