import { describe, expect, it } from 'vitest'
import type { Category } from '@/api/categories'
import { asked, choices, pathOf, spread } from '@/catalog/categories/tree'

const one = (id: number, parent: number | null, retired = false): Category => ({
  id, parent, name: { zh: `类${id}`, en: `kind ${id}` }, retired,
  attributes: [{ id: id * 10, name: { zh: '产地', en: 'Origin' }, kind: 'text', choices: [], required: true }],
})
const tree = [one(1, null), one(9, null), one(2, 1), one(3, 1, true), one(4, 2)]

describe('the tree of categories', () => {
  it('knows the way from the top', () => {
    expect(pathOf(tree, 4).map(({ id }) => id)).toEqual([1, 2, 4])
    expect(pathOf(tree, 77)).toEqual([])
  })
  it('asks what all on the way ask', () => {
    expect(asked(tree, 4).map(({ id }) => id)).toEqual([10, 20, 40])
  })
  it('offers what is not retired, in its order', () => {
    expect(choices(tree).map(({ id }) => id)).toEqual([1, 2, 4, 9])
  })
  it('counts with each child what lies in it', () => {
    const counts = [{ category: 4, count: 3 }, { category: 2, count: 1 }, { category: 9, count: 5 }, { category: 1, count: 2 }]
    expect(spread(tree, counts, null)).toEqual([{ category: 1, count: 6 }, { category: 9, count: 5 }])
    expect(spread(tree, counts, 1)).toEqual([{ category: 2, count: 4 }])
  })
  it('survives a tree that bites its tail', () => {
    const ring = [one(1, 2), one(2, 1)]
    expect(pathOf(ring, 1).length).toBe(2)
  })
})
