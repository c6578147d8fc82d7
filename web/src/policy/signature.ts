/** Whether a document is what the site has signed, found out by the browser itself. */
import type { PageKey } from '@/api/ledger'
import type { Whole } from '@/api/policies'
import { decoded, same, sha256, type Bytes } from '@/ledger/rfc9162'

export async function isSigned(document: Whole, keys: PageKey[]): Promise<boolean> {
  const key = keys.find((one) => one.key === document.key)
  if (!key) return false
  const digest = await sha256(new TextEncoder().encode(document.text) as Bytes)
  if (!same(digest, decoded(document.digest))) return false
  const imported = await crypto.subtle.importKey('spki', decoded(key.publicKey), 'Ed25519', false, ['verify'])
  return crypto.subtle.verify('Ed25519', imported, decoded(document.signature), digest)
}

/** A digest as `sha256sum` writes it. */
export const hex = (base64: string) => Array.from(decoded(base64), (byte) => byte.toString(16).padStart(2, '0')).join('')
