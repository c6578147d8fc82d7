/** Checks a record of origin in the reader's own browser, by the rule that is written in the decision about it. */
import type { OriginEntry } from '@/api/origin'

const NOTHING = '0'.repeat(64)

async function hash(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Whether each entry is what was sealed onto the one before. */
export async function isIntact(batch: string, entries: OriginEntry[]): Promise<boolean> {
  let before = NOTHING
  for (const [at, one] of entries.entries()) {
    const text = ['kanmai-origin-1', batch, one.place, one.kind, one.spot, one.words, one.at, one.toldAt, before].join('\n')
    if (one.place !== at + 1 || (await hash(text)) !== one.hash) return false
    before = one.hash
  }
  return true
}

export const LABEL = 16

/** The address on a parcel: with the seal of the last entry, so that a record that was rewritten later is found out. */
export function labelOf(origin: string, batch: string, entries: OriginEntry[]): string {
  const last = entries[entries.length - 1]
  return `${origin}/origin/${batch}${last ? `?seal=${last.hash.slice(0, LABEL)}` : ''}`
}

/** Whether the record holds the entry that a label was printed from; a label without a seal says nothing. */
export const holds = (entries: OriginEntry[], seal: string | null) => seal === null || entries.some((one) => one.hash.startsWith(seal))
