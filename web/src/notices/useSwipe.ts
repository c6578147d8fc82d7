/** A finger that draws a row to the left far enough throws it away. */
import { ref } from 'vue'

const FAR = 96
const BEGUN = 12

export function useSwipe(thrown: () => void) {
  const shift = ref(0)
  let start: { x: number; y: number } | null = null
  let sideways = false

  function begin(event: TouchEvent): void {
    const touch = event.touches[0]
    start = touch && event.touches.length === 1 ? { x: touch.clientX, y: touch.clientY } : null
    sideways = false
  }
  function move(event: TouchEvent): void {
    const touch = event.touches[0]
    if (!start || !touch) return
    const x = touch.clientX - start.x
    const y = touch.clientY - start.y
    if (!sideways && Math.abs(y) > BEGUN) start = null
    else if (sideways || x < -BEGUN) { sideways = true; shift.value = Math.min(0, x) }
  }
  function end(): void {
    const far = sideways && shift.value < -FAR
    start = null
    shift.value = 0
    if (far) thrown()
  }
  return { shift, on: { touchstart: begin, touchmove: move, touchend: end, touchcancel: () => { start = null; shift.value = 0 } } }
}
