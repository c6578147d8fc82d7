/** Colours the browser's own bars like the top of the page: night over video, else the ground of the page. */
import { nextTick, watch } from 'vue'
import { dark } from './theme'

export function useThemeColour(night: () => boolean): void {
  watch([night, dark], () => void nextTick(() => {
    const name = night() ? '--stage' : '--n0'
    const colour = getComputedStyle(document.documentElement).getPropertyValue(name).trim()
    document.querySelectorAll('meta[name=theme-color]').forEach((meta) => meta.setAttribute('content', colour))
  }), { immediate: true })
}
