import type { Ref } from 'vue'
import { placed, type Scale } from './ticks'

/** Where a marker stands and how far it goes; `toValue` takes it to what lies under a finger, in the chart's own numbers. */
export interface Marker { at: () => number; last: () => number; to: (place: number) => void; toValue: (value: number) => void }

/** Moves a marker over a chart by arrow keys, by pages, to the ends, or by a finger. */
export function useMarker(frame: Ref<HTMLElement | undefined>, across: Ref<Scale>, marker: Marker) {
  const by = (step: number) => marker.to(marker.at() + step)
  const keys: Record<string, () => void> = {
    ArrowRight: () => by(1), ArrowUp: () => by(1), ArrowLeft: () => by(-1), ArrowDown: () => by(-1),
    PageUp: () => by(10), PageDown: () => by(-10), Home: () => marker.to(0), End: () => marker.to(marker.last()),
  }
  function press(event: KeyboardEvent): void {
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  function point(event: PointerEvent): void {
    const box = frame.value?.getBoundingClientRect()
    if (!box) return
    const { from, to, start, end } = across.value
    marker.toValue(placed(event.clientX - box.left, { from: start, to: end, start: from, end: to }))
  }
  function grab(event: PointerEvent): void {
    frame.value?.setPointerCapture(event.pointerId)
    point(event)
  }
  return { press, point, grab }
}
