/** The page's one reporter, and the watching of one item while it is in view. */
import { onBeforeUnmount, watch } from 'vue'
import { Reporter } from './reporter'
import { Watching } from './watching'

const TICK_MILLIS = 250

export const reporter = new Reporter({
  send: (body) => fetch('/api/facts', { method: 'POST', body, headers: { 'Content-Type': 'application/json' }, keepalive: true })
    .then((response) => response.status < 500 && response.status !== 429).catch(() => false),
  beacon: (body) => navigator.sendBeacon('/api/facts', new Blob([body], { type: 'application/json' })),
  later: (act, millis) => { setTimeout(act, millis) },
})

const watched = new Set<Watching>()
const leave = () => {
  watched.forEach((one) => one.report())
  reporter.leave()
}
window.addEventListener('pagehide', leave)
document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') leave() })

/** Watches one served item; without a token (a page opened by its address) nothing is told. */
export function useWatching(token: string | undefined, inView: () => boolean, playing: () => boolean) {
  if (!token) return null
  const watching = new Watching(token, (report) => reporter.tell(report))
  let timer: ReturnType<typeof setInterval> | undefined
  let last = 0

  function begin(): void {
    last = performance.now()
    watched.add(watching)
    timer ??= setInterval(tick, TICK_MILLIS)
  }
  function tick(): void {
    const now = performance.now()
    if (document.visibilityState === 'visible') watching.tick(now - last, playing())
    last = now
  }
  function end(): void {
    clearInterval(timer)
    timer = undefined
    watching.report()
    watched.delete(watching)
  }
  watch(inView, (yes) => (yes ? begin() : end()), { immediate: true })
  watch(playing, (yes) => { if (!yes) watching.report() })
  onBeforeUnmount(end)
  return watching
}
