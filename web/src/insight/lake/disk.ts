/** What the lake weighs, put together from its files by part and state. */
import type { LakeState } from '@/api/insight'

export interface Pile { name: 'fresh' | 'folded' | 'live' | 'replaced'; files: number; facts: number; bytes: number }

/** The piles that lie on the disk, in the order in which a file goes through them; dropped files lie there no more. */
const names = ['fresh', 'folded', 'live', 'replaced'] as const

export function piles(files: LakeState['files']): Pile[] {
  return names.flatMap((name) => files.filter((one) => one.state === name && one.files > 0).map((one) => ({ name, files: one.files, facts: one.facts, bytes: one.bytes })))
}
