/** What a band of works is called. */
import type { Report } from '@/api/transparency'
import { exact } from '@/app/format'
import { t } from '@/app/words'

export type Band = Report['published']['bands'][number]

export function bandName({ from, to }: Band): string {
  if (to === 1) return t('transparency.band-none')
  return to == null ? t('transparency.band-open', { from: exact(from) }) : t('transparency.band', { from: exact(from), to: exact(to - 1) })
}
