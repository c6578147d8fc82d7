/** Tap, double tap and long press on the stage, told apart from a swipe. */
import { onBeforeUnmount } from 'vue'

const DOUBLE_MILLIS = 300
const HOLD_MILLIS = 480
const STILL_PIXELS = 12

interface Acts { tap: () => void; doubleTap: (x: number, y: number) => void; hold: () => void }

export function useGestures(acts: Acts) {
  let down: { x: number; y: number } | null = null
  let holding: ReturnType<typeof setTimeout> | undefined
  let single: ReturnType<typeof setTimeout> | undefined
  let lastTap = 0

  function cancel(): void {
    clearTimeout(holding)
    down = null
  }
  function pointerdown(event: PointerEvent): void {
    if (event.button !== 0) return
    down = { x: event.clientX, y: event.clientY }
    holding = setTimeout(() => { cancel(); acts.hold() }, HOLD_MILLIS)
  }
  function pointermove(event: PointerEvent): void {
    if (down && Math.hypot(event.clientX - down.x, event.clientY - down.y) > STILL_PIXELS) cancel()
  }
  function pointerup(event: PointerEvent): void {
    if (!down) return
    cancel()
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect()
    if (event.timeStamp - lastTap < DOUBLE_MILLIS) {
      clearTimeout(single)
      acts.doubleTap(event.clientX - box.left, event.clientY - box.top)
    } else {
      single = setTimeout(acts.tap, DOUBLE_MILLIS)
    }
    lastTap = event.timeStamp
  }
  onBeforeUnmount(() => { cancel(); clearTimeout(single) })
  return { pointerdown, pointermove, pointerup, pointercancel: cancel, contextmenu: (event: Event) => event.preventDefault() }
}
