/** What the form holds while someone writes. */
import type { Crowd, OwnWork, Scene, Style, WorkWords } from '@/api/types'

export interface WorkDraft {
  title: string; description: string; hashtags: string[]
  scene: Scene | null; style: Style | null; crowd: Crowd | null; cover: number | null; downloadable: boolean
}

const HASHTAGS = 10
const LONGEST = 30

export const blank = (): WorkDraft =>
  ({ title: '', description: '', hashtags: [], scene: null, style: null, crowd: null, cover: null, downloadable: false })

export function draftOf(work: OwnWork): WorkDraft {
  const { title, description, hashtags, downloadable } = work
  return { title, description, hashtags, scene: work.scene ?? null, style: work.style ?? null, crowd: work.crowd ?? null, cover: null, downloadable }
}

export function wordsOf(draft: WorkDraft): WorkWords {
  const { scene, style, crowd, cover, ...rest } = draft
  return {
    ...rest, title: draft.title.trim(), description: draft.description.trim(),
    ...(scene && { scene }), ...(style && { style }), ...(crowd && { crowd }), ...(cover !== null && { cover }),
  }
}

/** The number of a cover candidate, as in `cover-3.jpg`. */
export function coverNumber(address: string): number {
  return Number(/cover-(\d+)\.jpg$/.exec(address)?.[1] ?? 1)
}

/** Words parted by blanks, commas or #; each once, without punctuation. */
export function hashtagsIn(text: string): string[] {
  const words = text.split(/[\s,\uff0c\u3001#\uff03]+/).map((word) => word.replace(/[^\p{L}\p{N}_]/gu, '').slice(0, LONGEST))
  return [...new Set(words.filter(Boolean))].slice(0, HASHTAGS)
}
