import { describe, expect, it } from 'vitest'
import type { Product } from '@/api/catalog'
import type { Sale } from '@/api/sales'
import { aheadOf } from '@/live/useTalk'
import { inRoom, runs } from '@/trade/roomShop'

const at = Date.parse('2026-06-18T12:00:00Z')
const sale: Sale = {
  id: '1', shop: '2', product: '3', sku: '4', price: { minor: 990, currency: 'CNY' }, wasPrice: { minor: 1990, currency: 'CNY' },
  units: 10, left: 7, most: 1, startsAt: '2026-06-18T12:00:00Z', endsAt: '2026-06-18T12:05:00Z', state: 'planned', room: '5',
}
const product = { id: '3', skus: [{ id: '4', options: [], code: '', price: { minor: 1990, currency: 'CNY' }, free: 0 }, { id: '6', options: [], code: '', price: { minor: 500, currency: 'CNY' }, free: 3 }] } as unknown as Product

describe('a price of a room', () => {
  it('holds from its first moment to its last by the server\'s clock, whatever was told last', () => {
    expect(runs(sale, at - 1)).toBe(false)
    expect(runs(sale, at)).toBe(true)
    expect(runs(sale, at + 299_999)).toBe(true)
    expect(runs(sale, at + 300_000)).toBe(false)
    expect(runs({ ...sale, state: 'called-off' }, at)).toBe(false)
  })
  it('is what a product costs there, from the units that lie there', () => {
    expect(inRoom(product, [sale], at).skus[0]).toMatchObject({ price: sale.price, free: 7, sale: '1' })
    expect(inRoom(product, [sale], at).skus[1]?.price.minor).toBe(500)
    expect(inRoom(product, [sale], at - 1).skus[0]?.free).toBe(0)
  })
  it('is counted down by what came with the least delay', () => {
    expect(aheadOf(null, 1_000, 900)).toBe(100)
    expect(aheadOf(100, 2_000, 1_950)).toBe(100)
    expect(aheadOf(100, 2_000, 1_880)).toBe(120)
  })
})
