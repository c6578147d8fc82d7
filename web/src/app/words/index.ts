/**
 * The words people read, of one language at a time: the other is fetched when somebody chooses it. `zh` is the source of the keys;
 * `en` must have each of them, which the compiler checks.
 */
import { ref, shallowRef } from 'vue'
import { Problem, asProblem } from '@/api/client'
import type { zh } from './zh'

export type Key = keyof typeof zh
export type Language = 'zh' | 'en'
type Words = Record<Key, string>

const sources: Record<Language, () => Promise<Words>> = {
  zh: () => import('./zh').then((source) => source.zh),
  en: () => import('./en').then((source) => source.en),
}
const words = shallowRef<Partial<Words>>({})
let wish = 0

export const language = ref<Language>(remembered())

/** Fetches the words of whoever is here; before that nothing can be said. */
export const learn = () => turn(language.value)

/** Says everything in this language from now on, once its words are here; fails when they cannot be had. */
export async function speak(next: Language): Promise<void> {
  await turn(next)
  localStorage.setItem('kanmai.language', next)
}

/** Of several wishes the last one counts, whichever words come first. */
async function turn(next: Language): Promise<void> {
  const mine = ++wish
  const learnt = await sources[next]()
  if (mine !== wish) return
  words.value = learnt
  language.value = next
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en'
}

export function t(key: Key, values: Record<string, string | number> = {}): string {
  return (words.value[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
/** A refusal in the reader's language, by its type; the server's own title where we have no words for it. */
export function told(cause: unknown): string {
  const problem: Problem = asProblem(cause)
  const field = Object.keys(problem.fields)[0]
  if (problem.type === 'invalid' && field) return faulty(problem, field)
  const key = `problem.${problem.type}`
  return isKey(key) ? t(key, { seconds: problem.retryAfterSeconds ?? 60 }) : problem.title || t('problem.unexpected')
}

/** What is wrong with one field, or nothing. */
export function faulty(problem: Problem | null, field: string): string {
  const reason = problem?.fields[field]
  if (!reason) return ''
  const key = `invalid.${field}`
  return isKey(key) ? t(key) : reason
}

export function isKey(key: string): key is Key {
  return key in words.value
}

function remembered(): Language {
  const kept = localStorage.getItem('kanmai.language')
  if (kept === 'zh' || kept === 'en') return kept
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
