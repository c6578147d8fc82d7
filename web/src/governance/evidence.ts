import type { Evidence } from '@/api/types'
import { isKey, t } from '@/app/words'

const calm = ['clear', 'ok', 'none', 'nothing', 'pass', 'passed']

/** Whether a machine check found something a person should look at. */
export function raises(evidence: Evidence): boolean {
  return !calm.includes(evidence.finding.toLowerCase())
}

/** What was checked, in the reader's language where we know the code, as it came where we do not. */
export const checked = (code: string) => worded(`check.${code}`, code)
export const found = (code: string) => worded(`finding.${code}`, code)

function worded(key: string, code: string): string {
  return isKey(key) ? t(key) : code
}
