/** Does one thing at a time; what is refused is said. */
import { ref } from 'vue'
import { told } from '@/app/words'
import { toast } from '@/design/toasts'

export function useAttempt(after?: () => void) {
  const busy = ref(false)
  async function attempt(act: () => Promise<unknown>): Promise<void> {
    busy.value = true
    try {
      await act()
    } catch (cause) {
      toast(told(cause), 'bad')
    } finally {
      busy.value = false
      after?.()
    }
  }
  return { busy, attempt }
}
