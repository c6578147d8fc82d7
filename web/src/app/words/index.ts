/** The words people read. `zh` is the source of the keys; `en` must have each of them, which the compiler checks. */
import { ref, watchEffect } from 'vue'
import { Problem, asProblem } from '@/api/client'
import { en } from './en'
import { zh } from './zh'

export type Key = keyof typeof zh
export type Language = 'zh' | 'en'
const words: Record<Language, Record<Key, string>> = { zh, en }

export const language = ref<Language>(remembered())
watchEffect(() => {
  document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en'
})

export function speak(next: Language): void {
  language.value = next
  localStorage.setItem('kanmai.language', next)
}

export function t(key: Key, values: Record<string, string | number> = {}): string {
  return words[language.value][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
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
  return key in zh
}

function remembered(): Language {
  const kept = localStorage.getItem('kanmai.language')
  if (kept === 'zh' || kept === 'en') return kept
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
