/** Words that advertising law forbids, said to who wrote them. */
import type { ForbiddenWord } from '@/api/sheets'
import { isKey, t } from '@/app/words'

export function why(word: string, rule: string, article: string): string {
  const key = `advertising-rule.${rule}`
  return t('advertising.named', { word, article, why: isKey(key) ? t(key) : rule })
}

/** The words that a refused product holds, as the server named them. */
export function forbiddenIn(body: Record<string, unknown> | undefined): ForbiddenWord[] {
  return Array.isArray(body?.words) ? (body.words as ForbiddenWord[]) : []
}

/** A line's word of the law, of `word|rule|article`. */
export function whyOf(detail: string): string {
  const [word = '', rule = '', article = ''] = detail.split('|')
  return why(word, rule, article)
}
