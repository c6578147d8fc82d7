/** The desk for going hot: who waits, and what one decides about them. */
import { ref } from 'vue'
import { asProblem } from '@/api/client'
import * as traffic from '@/api/traffic'
import { useAsked } from '@/api/useAsked'
import { t, told } from '@/app/words'
import { toast } from '@/design/toasts'

export function useHotDesk(done: () => void) {
  const { state, load, refresh } = useAsked(traffic.waitingForHot)
  const deciding = ref(false)

  async function decide(work: string, letGo: boolean, note: string): Promise<void> {
    if (deciding.value) return
    deciding.value = true
    try {
      await traffic.decideHot(work, letGo, note)
      toast(t(letGo ? 'hot.let-go' : 'hot.refused'))
      leave()
    } catch (cause) {
      toast(told(cause), 'bad')
      if (['decided', 'not-waiting'].includes(asProblem(cause).type)) leave()
    } finally {
      deciding.value = false
    }
  }
  function leave(): void {
    done()
    void refresh()
  }
  return { state, load, refresh, deciding, decide }
}
