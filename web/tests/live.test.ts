import { describe, expect, it } from 'vitest'
import { wayOf } from '@/live/playlist'
import { afterGap, catchUp } from '@/live/stream'
import { saidBy } from '@/live/useReplayTalk'
import { joined } from '@/live/useTalk'
import type { Said } from '@/api/live'

const said = (id: number): Said => ({ id: String(id), handle: 'anna', name: 'Anna', text: 'hi', at: '2026-01-01T00:00:00Z' })

describe('a live picture', () => {
  it('plays as it is when it is near the edge, a little faster when late, and jumps when far behind', () => {
    expect(catchUp(0.8)).toEqual({ rate: 1, jump: false })
    expect(catchUp(2)).toEqual({ rate: 1.08, jump: false })
    expect(catchUp(9)).toEqual({ rate: 1, jump: true })
  })
  it('goes on behind a gap, and only there', () => {
    expect(afterGap(3, [[0, 5], [8, 12]])).toBeNull()
    expect(afterGap(5, [[0, 5], [8, 12]])).toBe(8)
    expect(afterGap(12, [[0, 5], [8, 12]])).toBeNull()
  })
})

describe('the way to a live picture', () => {
  it('is fragments where they can be played, a playlist where only that can, and none else', () => {
    expect(wayOf(true, () => 'maybe')).toBe('fragments')
    expect(wayOf(false, (type) => type.includes('mpegurl') ? 'maybe' : '')).toBe('playlist')
    expect(wayOf(false, () => '')).toBe('none')
  })
})

describe('what is said', () => {
  it('is there once, in its order, and the oldest goes', () => {
    expect(joined([said(1), said(2)], [said(2), said(3)]).map((one) => one.id)).toEqual(['1', '2', '3'])
    expect(joined([], Array.from({ length: 150 }, (_, id) => said(id)))).toHaveLength(100)
  })
})

describe('what was said in a replay', () => {
  it('is there once its moment is shown', () => {
    const lines = [1000, 5000, 9000].map((atMillis, id) => ({ ...said(id), atMillis }))
    expect(saidBy(lines, 5000).map((one) => one.id)).toEqual(['0', '1'])
  })
})
