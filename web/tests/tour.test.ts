import { afterEach, describe, expect, it, vi } from 'vitest'
import { roles } from '@/api/types'
import { router } from '@/app/router'
import { guests } from '@/insight/tour/tour'
import { madeAnew } from '@/insight/tour/startingOver'

const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'
const USUAL_SEED = 1
const wide = (value: bigint) => BigInt.asUintN(64, value)

/** The password that a demo world gives a handle: Java's SplittableRandom, seeded by the world's seed and the handle. */
function passwordOf(handle: string, seed: number): string {
  const hash = [...handle].reduce((sum, sign) => (Math.imul(sum, 31) + sign.charCodeAt(0)) | 0, 0)
  let state = wide(BigInt(seed * 31 + hash))
  const next = () => {
    state = wide(state + 0x9e3779b97f4a7c15n)
    let mixed = wide((state ^ (state >> 33n)) * 0x62a9d9ed799705f5n)
    mixed = wide((mixed ^ (mixed >> 28n)) * 0xcb24d0a5c88c35b3n)
    return Number(mixed >> 32n) >>> 1
  }
  return `demo-${Array.from({ length: 9 }, () => SIGNS[next() % SIGNS.length]).join('')}`
}

describe('the tour', () => {
  it('has one guest for each role, in the order of the roles', () => {
    expect(guests.map(({ role }) => role)).toEqual([...roles])
  })
  it('knows the passwords that the console of a usual demo world prints', () => {
    expect(guests.map(({ password }) => password)).toEqual(guests.map(({ handle }) => passwordOf(handle, USUAL_SEED)))
  })
  it('gives everyone three to five things to try, on pages that exist', () => {
    for (const { tries } of guests) expect(tries.length).toSatisfy((many: number) => many >= 3 && many <= 5)
    const pages = guests.flatMap(({ tries }) => tries).filter(({ file }) => !file)
    expect(pages.filter(({ to }) => router.resolve(to).matched[0]?.path === '/:rest(.*)*')).toEqual([])
  })
})

describe('a world that starts over', () => {
  const visitor = { person: null, roles: [], world: 'demo', consents: [] }
  const served = (me: object, known: boolean) => vi.stubGlobal('fetch', (path: string) => Promise.resolve(
    path === '/api/me' ? Response.json(me) : known ? Response.json({}) : Response.json({ type: '/problems/not-found' }, { status: 404 }),
  ))
  afterEach(() => vi.unstubAllGlobals())

  it('is there again when nobody is signed in and its operator is known', async () => {
    served(visitor, true)
    expect(await madeAnew()).toBe(true)
  })
  it('is not yet while the former session lasts, its people are missing, or nobody answers', async () => {
    served({ ...visitor, person: { handle: 'olga' } }, true)
    expect(await madeAnew()).toBe(false)
    served(visitor, false)
    expect(await madeAnew()).toBe(false)
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('refused')))
    expect(await madeAnew()).toBe(false)
  })
})
