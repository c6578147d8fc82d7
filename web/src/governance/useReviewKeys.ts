/** J K or arrows move, A approves, R rejects, Escape leaves; silent while someone types. */
import { onBeforeUnmount, onMounted } from 'vue'

interface Acts { next: () => void; previous: () => void; approve: () => void; reject: () => void; leave: () => void }

export function useReviewKeys(acts: Acts): void {
  const keys: Record<string, () => void> = {
    j: acts.next, ArrowDown: acts.next, k: acts.previous, ArrowUp: acts.previous, a: acts.approve, r: acts.reject, Escape: acts.leave,
  }
  function press(event: KeyboardEvent): void {
    const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || (typing && event.key !== 'Escape')) return
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  onMounted(() => window.addEventListener('keydown', press))
  onBeforeUnmount(() => window.removeEventListener('keydown', press))
}
