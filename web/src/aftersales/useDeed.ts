/** Does one thing at a time and says how it went. */
import { ref } from 'vue'
import { t, told } from '@/app/words'
import { toast } from '@/design/toasts'

export function useDeed(after: () => void | Promise<void>) {
  const busy = ref(false)
  async function act(call: () => Promise<unknown>): Promise<void> {
    busy.value = true
    try {
      await call()
      toast(t('return.done'))
    } catch (cause) {
      toast(told(cause), 'bad')
    } finally {
      await after()
      busy.value = false
    }
  }
  return { busy, act }
}
