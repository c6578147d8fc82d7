/** What a term of a score rests on, in words: a hashtag, or a facet such as `scene:kitchen`. */
import { isKey, t } from '@/app/words'

export function taste(detail: string | undefined): string {
  if (!detail) return ''
  const [facet, code] = detail.split(':', 2)
  const [phrase, word] = [`why.${facet}`, `facet.${code}`]
  return isFacet(facet) && isKey(phrase) && isKey(word) ? t(phrase, { word: t(word) }) : `#${detail}`
}

const isFacet = (name: string | undefined) => name === 'scene' || name === 'style' || name === 'crowd'
