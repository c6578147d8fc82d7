/** Pulling the first slide down asks for a fresh page. */
import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

const ENOUGH_PIXELS = 84
const MOST_PIXELS = 120

export function usePull(element: Ref<HTMLElement | undefined>, act: () => void) {
  const distance = ref(0)
  const ready = ref(false)
  let from: number | null = null

  function start(event: TouchEvent): void {
    from = (element.value?.scrollTop ?? 1) <= 0 ? event.touches[0]?.clientY ?? null : null
  }
  function move(event: TouchEvent): void {
    const now = event.touches[0]?.clientY
    if (from === null || now === undefined) return
    distance.value = Math.min(MOST_PIXELS, Math.max(0, (now - from) * 0.6))
    ready.value = distance.value >= ENOUGH_PIXELS
  }
  function end(): void {
    if (ready.value) act()
    from = null
    distance.value = 0
    ready.value = false
  }
  onMounted(() => {
    element.value?.addEventListener('touchstart', start, { passive: true })
    element.value?.addEventListener('touchmove', move, { passive: true })
    element.value?.addEventListener('touchend', end)
    element.value?.addEventListener('touchcancel', end)
  })
  onBeforeUnmount(() => {
    element.value?.removeEventListener('touchstart', start)
    element.value?.removeEventListener('touchmove', move)
    element.value?.removeEventListener('touchend', end)
    element.value?.removeEventListener('touchcancel', end)
  })
  return { distance, ready }
}
