import { describe, expect, it } from 'vitest'
import { parts, typing } from '@/conversation/mentions'
import { backTo } from '@/identity/back'
import { hashtagsIn } from '@/works/draft'

describe('hashtags', () => {
  it('are cut at blanks, commas and signs, each once', () => {
    expect(hashtagsIn('#厨房好物 #小家电,厨房好物 tea!')).toEqual(['厨房好物', '小家电', 'tea'])
  })
  it('are at most ten', () => {
    expect(hashtagsIn(Array.from({ length: 20 }, (_, n) => `#a${n}`).join(''))).toHaveLength(10)
  })
})

describe('mentions', () => {
  it('link only those whom the server knows', () => {
    expect(parts('hi @anna and @nobody', ['anna'])).toEqual([{ text: 'hi ' }, { text: '@anna', handle: 'anna' }, { text: ' and @nobody' }])
  })
  it('are suggested while one is typed', () => {
    expect([typing('hello @an'), typing('a@b'), typing('@')]).toEqual(['an', null, ''])
  })
})

describe('the way back after signing in', () => {
  const to = (back: string) => backTo({ query: { back } } as never)
  it('stays in this app', () => {
    expect([to('/me'), to('//evil.example'), to('/\\evil.example'), to('https://evil.example')]).toEqual(['/me', '/', '/', '/'])
  })
})
