import { describe, expect, it } from 'vitest'
import type { Group } from '@/api/groups'
import { faultsOf, fresh, termsOf } from '@/promotion/groups/dealDraft'
import { joinLink, missing, sizeOf } from '@/promotion/groups/groups'

const yuan = (minor: number) => ({ minor, currency: 'CNY' })
const sku = { id: '9', options: [], code: '', price: yuan(1_990), free: 50 }
const deal: Group['deal'] = {
  id: '3', shop: '1', product: '2', sku: '9', steps: [{ people: 2, price: yuan(1_800) }, { people: 4, price: yuan(1_500) }],
  minutes: 60, units: 40, left: 40, most: 2, state: 'open',
}
const member = { handle: 'li', name: '李', avatar: null }
const group = (people: number, state: Group['state'] = 'open'): Group =>
  ({ id: '7', deal, item: null, state, people: Array.from({ length: people }, () => member), places: 4 - people, price: yuan(1_800), endsAt: '2026-06-18T12:00:00Z', mine: null })

describe('a group', () => {
  it('is filled by the last step, and waits for the next one', () => {
    expect(sizeOf(deal)).toBe(4)
    expect([1, 2, 3, 4].map((people) => missing(group(people)))).toEqual([1, 2, 1, 0])
  })
  it('waits for nobody once it is over', () => {
    expect(missing(group(1, 'failed'))).toBe(0)
  })
  it('is joined on the page of its product, a new one opened there', () => {
    expect(joinLink(deal, '7')).toBe('/products/2?sku=9&units=1&deal=3&group=7')
    expect(joinLink(deal)).toBe('/products/2?sku=9&units=1&deal=3')
  })
})

describe('a group-buy that is typed', () => {
  const good = { ...fresh(), sku: '9', steps: [{ people: '2', price: '18' }, { people: '4', price: '15' }], units: '40' }
  it('is sent as it was typed', () => {
    expect(faultsOf(good, sku)).toEqual(new Set())
    expect(termsOf(good, sku)).toEqual({ sku: '9', steps: deal.steps, minutes: 1_440, units: 40, most: 1 })
  })
  it('says each thing that is wrong with it', () => {
    expect(faultsOf(good, undefined)).toContain('sku')
    expect(faultsOf({ ...good, steps: [{ people: '2', price: '19.90' }] }, sku)).toEqual(new Set(['steps']))
    expect(faultsOf({ ...good, steps: [{ people: '11', price: '18' }] }, sku)).toContain('steps')
    expect(faultsOf({ ...good, steps: [{ people: '4', price: '15' }, { people: '2', price: '14' }] }, sku)).toContain('steps')
    expect(faultsOf({ ...good, steps: [{ people: '2', price: '18' }, { people: '3', price: '8.99' }] }, sku)).toEqual(new Set(['steps']))
    expect(faultsOf({ ...good, hours: '73', units: '3', most: '0' }, sku)).toEqual(new Set(['hours', 'units', 'most']))
  })
})
