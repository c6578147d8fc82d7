/** What was searched for lately; it stays in this browser. */
import { ref } from 'vue'
import { LONGEST } from './wish'

const KEY = 'kanmai.searches'
const MOST = 10

/** The list with a search on top of it, each once. */
export function added(list: readonly string[], words: string): string[] {
  const said = words.trim()
  return said ? [said, ...list.filter((one) => one !== said)].slice(0, MOST) : [...list]
}

/** What was kept, if it is what this page would keep. */
export function parsed(kept: string | null): string[] {
  try {
    const list: unknown = JSON.parse(kept ?? '[]')
    return Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string' && one.length <= 2 * LONGEST).slice(0, MOST) : []
  } catch {
    return []
  }
}

const searches = ref<string[]>(parsed(localStorage.getItem(KEY)))

export function useRecent() {
  function keep(list: string[]): void {
    searches.value = list
    if (list.length) localStorage.setItem(KEY, JSON.stringify(list))
    else localStorage.removeItem(KEY)
  }
  return { searches, add: (words: string) => keep(added(searches.value, words)), clear: () => keep([]) }
}
