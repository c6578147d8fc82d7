import { describe, expect, it } from 'vitest'
import type { Sale } from '@/api/sales'
import { faultsOf, fresh, planOf } from '@/catalog/shop/salePlan'
import { standing } from '@/trade/useSale'

const start = Date.parse('2026-06-18T12:00:00Z')
const sale: Sale = {
  id: '1', shop: '2', product: '3', sku: '4', price: { minor: 990, currency: 'CNY' }, wasPrice: { minor: 1990, currency: 'CNY' },
  units: 100, left: 100, most: 1, startsAt: '2026-06-18T12:00:00Z', endsAt: '2026-06-18T13:00:00Z', state: 'planned',
}
const sku = { id: '4', options: [], code: '', price: { minor: 1990, currency: 'CNY' }, free: 50 }

describe('a flash sale', () => {
  it('counts down to its start, then to its end, by the time it is told', () => {
    expect(standing(sale, start - 61_000)).toEqual({ is: 'before', left: '01:01' })
    expect(standing(sale, start)).toEqual({ is: 'running', left: '1:00:00' })
    expect(standing(sale, start + 3_600_000)).toEqual({ is: 'over', left: null })
  })
  it('is over when it was called off', () => {
    expect(standing({ ...sale, state: 'called-off' }, start)).toEqual({ is: 'over', left: null })
  })
})

describe('a plan', () => {
  const good = { ...fresh(start), sku: '4', price: '9.90', units: '50', most: '2' }
  it('is sent as it was typed, at local times', () => {
    expect(faultsOf(good, sku, start)).toEqual(new Set())
    expect(planOf(good, sku)).toMatchObject({ sku: '4', price: { minor: 990, currency: 'CNY' }, units: 50, most: 2, startsAt: '2026-06-18T12:10:00.000Z' })
  })
  it('says each thing that is wrong with it', () => {
    expect(faultsOf({ ...good, price: '19.90' }, sku, start)).toEqual(new Set(['price']))
    expect(faultsOf({ ...good, units: '51' }, sku, start)).toEqual(new Set(['units']))
    expect(faultsOf({ ...good, units: '1' }, sku, start)).toEqual(new Set(['most']))
    expect(faultsOf({ ...good, ends: good.starts }, sku, start)).toEqual(new Set(['ends']))
    expect(faultsOf({ ...good, starts: '' }, sku, start)).toEqual(new Set(['starts', 'ends']))
    expect(faultsOf(good, undefined, start)).toContain('sku')
  })
})
