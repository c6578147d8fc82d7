/** One consent of whoever is here, a stranger's browser included: changed at once, told in words. */
import { computed } from 'vue'
import * as identity from '@/api/identity'
import type { Purpose } from '@/api/types'
import { t, told } from '@/app/words'
import { toast } from '@/design/toasts'
import { setMe, useMe } from './useMe'

export function useConsent(purpose: Purpose) {
  const { me } = useMe()
  const consent = computed(() => me.value.consents.find((one) => one.purpose === purpose))
  const given = computed(() => consent.value?.given ?? false)

  async function answer(yes: boolean): Promise<void> {
    try {
      setMe({ ...me.value, consents: await identity.changeConsent(purpose, yes) })
      toast(t(yes ? 'consent.given' : 'consent.withdrawn'))
    } catch (cause) {
      toast(told(cause), 'bad')
    }
  }
  return { consent, given, answer }
}
