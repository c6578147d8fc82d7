/** What a provider is called; its code where we have no name for it. */
import { isKey, t } from '@/app/words'

export function providerName(code: string): string {
  const key = `provider.${code}`
  return isKey(key) ? t(key) : code
}
