/** Reads the tree of categories: paths, what lies where, what a place asks. */
import type { Attribute, Category, Name } from '@/api/categories'
import { language } from '@/app/words'

export const named = (name: Name) => name[language.value]

/** A category and those it lies in, from the top. */
export function pathOf(tree: Category[], id: number | null | undefined): Category[] {
  const path: Category[] = []
  let one = tree.find((each) => each.id === id)
  while (one && !path.includes(one)) {
    path.unshift(one)
    const parent = one.parent
    one = tree.find((each) => each.id === parent)
  }
  return path
}
export const childrenOf = (tree: Category[], id: number | null) => tree.filter((one) => (one.parent ?? null) === id)

/** What a product there says of itself: the attributes of the category and of those above. */
export const asked = (tree: Category[], id: number | null | undefined): Attribute[] => pathOf(tree, id).flatMap((one) => one.attributes)

/** All that can be chosen, each with its path as a text, in the order of the tree. */
export function choices(tree: Category[], parent: number | null = null, before = ''): { id: number; words: string }[] {
  return childrenOf(tree, parent).filter((one) => !one.retired).flatMap((one) => {
    const words = before ? `${before} › ${named(one.name)}` : named(one.name)
    return [{ id: one.id, words }, ...choices(tree, one.id, words)]
  })
}

export interface CategoryCount { category: number; count: number }

/** How many results lie in each child of a category, with all that lies in those. */
export function spread(tree: Category[], counts: CategoryCount[], within: number | null): CategoryCount[] {
  const sums = new Map<number, number>()
  for (const { category, count } of counts) {
    const path = pathOf(tree, category)
    const at = within === null ? 0 : path.findIndex((one) => one.id === within) + 1
    const child = within === null || at > 0 ? path[at] : undefined
    if (child) sums.set(child.id, (sums.get(child.id) ?? 0) + count)
  }
  return tree.flatMap((one) => { const count = sums.get(one.id); return count ? [{ category: one.id, count }] : [] })
}

/** What a value is called: of a choice in the reader's language. */
export function said(attribute: Attribute, value: string): string {
  const choice = attribute.choices.find((one) => one.zh === value)
  return choice ? named(choice) : value
}
