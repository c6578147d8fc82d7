/** A draft that is kept in this browser until it is proposed. */
const KEPT = 'kanmai.policy-draft'
const DAY_MILLIS = 86_400_000

export const kept = () => localStorage.getItem(KEPT)
export const forget = () => localStorage.removeItem(KEPT)

export function keep(text: string): void {
  try {
    localStorage.setItem(KEPT, text)
  } catch {
    // A full or closed store costs the draft only when the page goes.
  }
}

/** The text in force with the next number, from tomorrow on, for somebody to change. */
export function begun(text: string, next: number, zone: string, now: number = Date.now()): string {
  const tomorrow = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(now + DAY_MILLIS))
  return text.replace(/^version:.*$/m, `version: ${next}`).replace(/^from:.*$/m, `from: ${tomorrow}`).replace(/(, version )\d+/, `$1${next}`)
}
