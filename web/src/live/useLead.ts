/** What led somebody into a room: the exposure that they tapped, or, for who came by its address, a page of its own. */
import { ref } from 'vue'
import * as api from '@/api/live'
import { tokenOf } from '@/river/tokens'
import { reporter } from '@/river/useFacts'

export function useLead(room: string) {
  const token = ref<string | undefined>(tokenOf(room))
  let asked: Promise<string | undefined> | undefined

  async function ask(): Promise<string | undefined> {
    if (token.value) return token.value
    try {
      const now = await api.room(room)
      if (now.state !== 'open' && now.state !== 'live') return undefined
      const item = (await api.opened(room)).items[0]
      if (item) reporter.tell({ kind: 'exposed', token: item.token })
      token.value = item?.token
    } catch {
      asked = undefined
    }
    return token.value
  }
  return { token, lead: () => (asked ??= ask()) }
}
