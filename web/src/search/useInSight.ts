/** Whether at least half of an element is on the screen. */
import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

export function useInSight(element: Ref<Element | undefined>) {
  const inSight = ref(false)
  const observer = new IntersectionObserver((entries) => { inSight.value = entries.at(-1)?.isIntersecting ?? false }, { threshold: 0.5 })
  onMounted(() => { if (element.value) observer.observe(element.value) })
  onBeforeUnmount(() => observer.disconnect())
  return inSight
}
