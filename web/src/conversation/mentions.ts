/** Cuts a comment into plain words and @handles. */
export interface Part { text: string; handle?: string }

const MENTION = /@([a-z0-9_]{3,24})/g

export function parts(text: string, mentioned: string[]): Part[] {
  const found: Part[] = []
  let from = 0
  for (const match of text.matchAll(MENTION)) {
    if (!mentioned.includes(match[1] ?? '')) continue
    if (match.index > from) found.push({ text: text.slice(from, match.index) })
    found.push({ text: match[0], handle: match[1] })
    from = match.index + match[0].length
  }
  if (from < text.length) found.push({ text: text.slice(from) })
  return found
}

/** The handle being typed at the end of the text, without its @. */
export function typing(text: string): string | null {
  return /(?:^|\s)@([a-z0-9_]{0,24})$/.exec(text)?.[1] ?? null
}
