import { describe, expect, it } from 'vitest'
import { occasions } from '@/api/messages'
import { isKey } from '@/app/words'
import { placed, productWords } from '@/trade/messages/occasions'

describe('a message to buyers', () => {
  it('of every occasion has a name, and words of the product', () => {
    expect(occasions.filter((one) => !isKey(`occasion.${one}`) || !isKey(productWords[one]))).toEqual([])
  })

  it('takes a placeholder where its writer is, in place of what is chosen', () => {
    expect(placed('To be sent', 'order', 0, 2)).toEqual({ text: '{order} be sent', at: 7 })
    expect(placed('No. ', 'number', 4, 4)).toEqual({ text: 'No. {number}', at: 12 })
  })
})
