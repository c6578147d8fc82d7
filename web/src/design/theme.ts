/** Light, dark, or as the device says; kept in this browser only. */
import { computed, ref, watchEffect } from 'vue'

export type Theme = 'device' | 'light' | 'dark'
const device = window.matchMedia('(prefers-color-scheme: dark)')
const deviceIsDark = ref(device.matches)
device.addEventListener('change', (event) => (deviceIsDark.value = event.matches))

const kept = localStorage.getItem('kanmai.theme')
export const theme = ref<Theme>(kept === 'light' || kept === 'dark' ? kept : 'device')

export const dark = computed(() => theme.value === 'dark' || (theme.value === 'device' && deviceIsDark.value))

watchEffect(() => {
  document.documentElement.dataset.theme = dark.value ? 'dark' : 'light'
})

export function wear(next: Theme): void {
  theme.value = next
  localStorage.setItem('kanmai.theme', next)
}
