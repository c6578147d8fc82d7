/** Sound is one choice for the whole visit. Browsers start silent until the person touches the page. */
import { ref } from 'vue'

export const silent = ref(true)
export const volume = ref(1)

export function unmute(): void {
  silent.value = false
}
export function toggleSound(): void {
  silent.value = !silent.value
}
