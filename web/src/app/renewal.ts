/** Code that cannot be fetched is from before an update of the site, which one reload cures, or the network is away. */
const RELOADED = 'kanmai.reloaded'
const AGAIN_MILLIS = 30_000

export const again = () => location.reload()

/** Reloads, unless it did so a moment ago or the network is away. */
export function reloadOnce(): void {
  const last = Number(sessionStorage.getItem(RELOADED) ?? 0)
  if (!navigator.onLine || Date.now() - last < AGAIN_MILLIS) return
  sessionStorage.setItem(RELOADED, String(Date.now()))
  again()
}
