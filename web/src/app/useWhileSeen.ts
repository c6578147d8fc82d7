/** Does something now and then, as long as somebody looks. */
import { onBeforeUnmount } from 'vue'

export function useWhileSeen(act: () => void, everyMillis: number): void {
  const timer = setInterval(() => { if (document.visibilityState === 'visible') act() }, everyMillis)
  onBeforeUnmount(() => clearInterval(timer))
}
