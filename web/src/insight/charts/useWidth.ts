/** How wide an element is drawn, so that a chart's words keep their size. */
import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

export function useWidth(element: Ref<HTMLElement | undefined>, before: number) {
  const width = ref(before)
  const observer = new ResizeObserver(([entry]) => { if (entry) width.value = entry.contentRect.width })
  onMounted(() => { if (element.value) observer.observe(element.value) })
  onBeforeUnmount(() => observer.disconnect())
  return width
}
