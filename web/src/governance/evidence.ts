import type { Evidence } from '@/api/types'
import { isKey, t } from '@/app/words'

/** Whether a machine check wants a person to look: it found something, or could not tell. */
export const raises = (evidence: Evidence) => evidence.finding !== 'clear'

/** What was checked, in the reader's language where we know the code, as it came where we do not. */
export const checked = (code: string) => worded(`check.${code}`, code)
/** What a check cannot see; the server's English where we have no words for the check. */
export const blind = (evidence: Evidence) => worded(`blind.${evidence.check}`, evidence.blindSpot)

function worded(key: string, code: string): string {
  return isKey(key) ? t(key) : code
}
