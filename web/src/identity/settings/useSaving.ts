/** One saving action with its outcome in words. */
import { ref } from 'vue'
import { t, told } from '@/app/words'
import { toast } from '@/design/toasts'

export function useSaving() {
  const saving = ref(false)

  async function save(act: () => Promise<unknown>, thanks: string = t('saved')): Promise<boolean> {
    saving.value = true
    try {
      await act()
      toast(thanks)
      return true
    } catch (cause) {
      toast(told(cause), 'bad')
      return false
    } finally {
      saving.value = false
    }
  }
  return { saving, save }
}
