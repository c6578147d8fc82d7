/** The number in what somebody typed or pasted: alone, or the last one in a link; nothing when there is none. */
export function idIn(text: string): string | null {
  const found = /(\d{1,19})(?:\/insight)?\/?$/.exec(text.trim().split(/[?#]/)[0] ?? '')
  return found?.[1] ?? null
}
