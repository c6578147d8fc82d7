/** Keyboard of the stage: ↑ ↓ space L C P M E, silent while someone types or a dialog is open. */
import { onBeforeUnmount, onMounted } from 'vue'

export type Keys = Partial<Record<'ArrowUp' | 'ArrowDown' | 'Escape' | ' ' | 'l' | 'c' | 'p' | 'm' | 'e', () => void>>

export function useKeys(keys: Keys): void {
  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || busy(event)) return
    const act = keys[(event.key.length === 1 ? event.key.toLowerCase() : event.key) as keyof Keys]
    if (!act) return
    event.preventDefault()
    act()
  }
  onMounted(() => window.addEventListener('keydown', press))
  onBeforeUnmount(() => window.removeEventListener('keydown', press))
}

/** Space is a button's own; all other keys go to the stage from there too. */
function busy({ target, key }: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open]')) return true
  const own = key === ' ' ? 'input, textarea, select, [role=slider], button, a' : 'input, textarea, select, [role=slider]'
  return target instanceof HTMLElement && target.closest(own) !== null
}
