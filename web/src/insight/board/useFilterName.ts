/** What the work or product is called that a board is narrowed to: remembered from its row, else asked for. */
import { reactive } from 'vue'
import * as catalog from '@/api/catalog'
import * as works from '@/api/works'

const names = reactive(new Map<string, string>())
const asked = new Set<string>()

export function remember(id: string, name: string | null | undefined): void {
  if (name) names.set(id, name)
}

export function filterName(by: 'work' | 'product', id: string): string {
  if (!names.has(id) && !asked.has(id)) {
    asked.add(id)
    void (by === 'work' ? works.work(id) : catalog.product(id)).then(({ title }) => remember(id, title), () => undefined)
  }
  return names.get(id) ?? `#${id}`
}
