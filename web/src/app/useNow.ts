/** The time, once a second, for as long as somebody looks. */
import { onBeforeUnmount, ref } from 'vue'

const SECOND_MILLIS = 1000

export function useNow() {
  const now = ref(Date.now())
  const timer = setInterval(() => (now.value = Date.now()), SECOND_MILLIS)
  onBeforeUnmount(() => clearInterval(timer))
  return now
}
