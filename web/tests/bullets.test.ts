import { beforeAll, describe, expect, it, vi } from 'vitest'

const moment = (atMillis: number) => ({ id: String(atMillis), text: 'hi', atMillis, mine: false })
let bullets: typeof import('@/conversation/bullets')

beforeAll(async () => {
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
  bullets = await import('@/conversation/bullets')
})

describe('comments over a film', () => {
  it('come at their moments, and none of them after a jump', () => {
    const items = [moment(100), moment(900), moment(1_500)]
    expect(bullets.due(items, 0, 1_000).map((one) => one.atMillis)).toEqual([100, 900])
    expect(bullets.due(items, 1_000, 1_000)).toEqual([])
    expect(bullets.due(items, 1_000, 500)).toEqual([])
    expect(bullets.due(items, 0, 60_000)).toEqual([])
  })
  it('never have a lane that another one still fills', () => {
    const lanes = new bullets.Lanes(2, 2_500)
    expect([lanes.take(0), lanes.take(0), lanes.take(0)]).toEqual([0, 1, null])
    expect(lanes.take(2_500)).toBe(0)
  })
})
