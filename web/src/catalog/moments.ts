/** Moments of a film as people write them: 0:12 or 12. */
export function millisOf(text: string): number | null {
  const found = /^(?:(\d{1,2}):)?(\d{1,3}(?:\.\d)?)$/.exec(text.trim().replace('\uff1a', ':'))
  if (!found || (found[1] !== undefined && Number(found[2]) >= 60)) return null
  return Math.round((Number(found[1] ?? 0) * 60 + Number(found[2])) * 1000)
}

export function written(millis: number): string {
  const seconds = Math.floor(millis / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
