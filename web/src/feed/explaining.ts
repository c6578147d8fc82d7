/** Whether the feed is asked to explain itself: an operator's choice, kept in this browser. */
import { ref } from 'vue'

const NOTE = 'kanmai.explain'
export const explaining = ref(localStorage.getItem(NOTE) === '1')

export function explain(on: boolean): void {
  explaining.value = on
  if (on) localStorage.setItem(NOTE, '1')
  else localStorage.removeItem(NOTE)
}
