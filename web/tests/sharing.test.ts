import { describe, expect, it } from 'vitest'
import { cameBy, linkIn } from '@/promotion/sharing/links'

describe('a link that is shared', () => {
  it('is found in the address of the page', () => {
    expect(linkIn('?sku=1&share=123456789012345678')).toBe('123456789012345678')
  })
  it('is nothing else than a number', () => {
    expect(linkIn('?share=1;drop')).toBeNull()
    expect(linkIn('?share=1234567890123456789')).toBeNull()
    expect(linkIn('')).toBeNull()
  })
  it('is not known where nobody came by one', () => {
    expect(cameBy('product', '5')).toBeNull()
  })
})
