/** How long is left, as a clock that runs down; null when the time is over. */
export function left(until: string, now: number): string | null {
  const seconds = Math.ceil((new Date(until).getTime() - now) / 1000)
  if (!(seconds > 0)) return null
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}
