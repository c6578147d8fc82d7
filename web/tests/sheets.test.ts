import { describe, expect, it } from 'vitest'
import { speak } from '@/app/words'
import { attributeOf } from '@/catalog/shop/attributeFault'

describe('a line of a sheet', () => {
  const detail = '茶类|Kind of tea|choice|绿茶、红茶|Green, Black'

  it('names the attribute that is wrong, and what it can be', async () => {
    await speak('en')
    expect(attributeOf({ field: 'attributes', kind: 'attribute-value', detail, place: null })).toBe('“Kind of tea” can’t be that; it can be: Green, Black')
    expect(attributeOf({ field: 'attributes', kind: 'attribute-unknown', detail: 'size', place: null })).toBe('this category has no attribute “size”')
    await speak('zh')
    expect(attributeOf({ field: 'attributes', kind: 'attribute-missing', detail, place: null })).toBe('这个类目必须填“茶类”，可填：绿茶、红茶')
  })
})
