/** The months of a statement: this one and those before it, the newest first. */
const MONTHS = 24

export function months(now: Date = new Date()): string[] {
  return Array.from({ length: MONTHS }, (_, back) => {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1))
    return month.toISOString().slice(0, 7)
  })
}
