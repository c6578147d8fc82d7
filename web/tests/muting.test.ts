import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { speak } from '@/app/words'
import { toasts } from '@/design/toasts'
import { mute } from '@/feed/muting'

let calls: string[] = []
function server(answer: () => Response): void {
  vi.stubGlobal('fetch', (path: string, { method }: RequestInit) => {
    calls.push(`${method} ${path}`)
    return Promise.resolve(answer())
  })
}

/** Rows of the matrix: TD-10, GV-03. */
describe('a reason that somebody does not want', () => {
  beforeEach(async () => {
    await speak('en')
    calls = []
    toasts.splice(0)
  })
  afterEach(() => void vi.unstubAllGlobals())

  it('is told to the server, and undone from the message that says so', async () => {
    server(() => new Response(null, { status: 204 }))
    const changed = vi.fn()
    await mute('scene:kitchen', true, changed)
    expect(toasts.map(({ text, tone }) => [text, tone])).toEqual([['No more “Kitchen” scenes from the next page on', 'plain']])
    expect(changed).toHaveBeenCalledTimes(1)
    toasts[0]?.action?.act()
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(2))
    expect(calls).toEqual(['PUT /api/me/muted-tags/scene%3Akitchen', 'DELETE /api/me/muted-tags/scene%3Akitchen'])
  })

  it('is one path segment whatever it is made of', async () => {
    server(() => new Response(null, { status: 204 }))
    await mute('茶', false)
    expect(calls).toEqual(['DELETE /api/me/muted-tags/%E8%8C%B6'])
    expect(toasts.map(({ text }) => text)).toEqual(['You may get #茶 again'])
  })

  it('is not said to be gone when the server refuses it', async () => {
    server(() => new Response(JSON.stringify({ type: '/problems/muted-tags-full', title: 'full' }), { status: 409 }))
    const changed = vi.fn()
    await mute('tea', true, changed)
    expect(toasts.map(({ tone, action }) => [tone, action])).toEqual([['bad', undefined]])
    expect(toasts[0]?.text).toContain('100')
    expect(changed).not.toHaveBeenCalled()
  })
})
