/** Does one thing at a time, says when it failed, and asks again for what it may have changed. */
import { ref } from 'vue'
import { told } from '@/app/words'
import { toast } from '@/design/toasts'

export function useDoing(load: () => unknown) {
  const busy = ref(false)
  async function doing(deed: () => Promise<unknown>): Promise<void> {
    busy.value = true
    try {
      await deed()
    } catch (cause) {
      toast(told(cause), 'bad')
    } finally {
      busy.value = false
      void load()
    }
  }
  return { busy, doing }
}
