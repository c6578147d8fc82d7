/** What a browser can check of the traffic ledger by itself; the forms are those of docs/verify.md. */
import type { Head, PageKey, PageProof } from '@/api/ledger'
import { ascii, decoded, extended, includes, leaf, same, sha256, type Bytes } from './rfc9162'

interface Said { size: number; root: Bytes; previous: string; key: string; text: string; signature: Bytes }

/** Browsers keep their cryptography for secure addresses: https, and this machine's own. */
export const canCheck = () => typeof crypto !== 'undefined' && crypto.subtle !== undefined

/** Whether a head's line is signed by one of the keys. */
export async function isSigned(line: string, keys: PageKey[]): Promise<boolean> {
  const head = said(line)
  const key = keys.find((one) => one.key === head.key)
  if (!key) return false
  const imported = await crypto.subtle.importKey('spki', decoded(key.publicKey), 'Ed25519', false, ['verify'])
  return crypto.subtle.verify('Ed25519', imported, head.signature, ascii(head.text))
}

/** Whether a report's text is the one of which a signed line gives the hash; the line is `kanmai-report-1 MONTH HASH AT KEY SIGNATURE`. */
export async function isSealed(text: string, line: string, keys: PageKey[]): Promise<boolean> {
  const [form, , hash, , key, signature] = line.split(' ')
  const holder = keys.find((one) => one.key === key)
  if (form !== 'kanmai-report-1' || !hash || !signature || !holder) return false
  const signed = ascii(line.slice(0, line.lastIndexOf(' ')))
  const imported = await crypto.subtle.importKey('spki', decoded(holder.publicKey), 'Ed25519', false, ['verify'])
  return same(await sha256(new TextEncoder().encode(text)), decoded(hash)) && crypto.subtle.verify('Ed25519', imported, decoded(signature), signed)
}

/** Whether each head, the newest first, names the one that follows it here by its hash. */
export async function isChained(heads: Head[]): Promise<boolean> {
  for (const [at, head] of heads.slice(0, -1).entries()) {
    const before = await sha256(ascii(heads[at + 1]!.line))
    if (!same(before, decoded(said(head.line).previous))) return false
  }
  return true
}

/** Whether the ledger of a head begins with that of an older one. */
export const isExtended = (older: Head, newer: Head, path: string[]) =>
  extended(decoded(older.root), older.size, decoded(newer.root), newer.size, path.map(decoded))

/** Whether a page's record is in its segment, the segment in its entry, and the entry in a signed head. */
export async function isProved(proof: PageProof, keys: PageKey[]): Promise<boolean> {
  const words = proof.line.split(' ')
  const root = words[words.indexOf(proof.lane) + 3]
  const head = said(proof.head)
  if (!words.includes(proof.lane) || !root) return false
  return (
    (await includes(decoded(root), proof.records, proof.place, await leaf(decoded(proof.record)), proof.recordPath.map(decoded))) &&
    (await includes(head.root, head.size, proof.entry, await leaf(ascii(proof.line)), proof.entryPath.map(decoded))) &&
    (await isSigned(proof.head, keys))
  )
}

/** What a record says, for people to read. */
export const readable = (record: string) => JSON.stringify(JSON.parse(new TextDecoder().decode(decoded(record))), null, 2)

function said(line: string): Said {
  const [, size, root, , previous, key, signature] = line.split(' ')
  return { size: Number(size), root: decoded(root ?? ''), previous: previous ?? '', key: key ?? '', text: line.slice(0, line.lastIndexOf(' ')), signature: decoded(signature ?? '') }
}
