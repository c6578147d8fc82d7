/** Whom one may want to follow: taken out at once, and back on request. */
import { ref } from 'vue'
import * as identity from '@/api/identity'
import type { Suggestion } from '@/api/types'
import { t, told } from '@/app/words'
import { toast } from '@/design/toasts'

/** Why somebody is suggested, as one sentence. */
export const reason = (one: Suggestion) =>
  t(one.reason === 'common-follows' && one.count === 1 ? 'suggested.common-follows-one' : `suggested.${one.reason}`, { count: one.count })

export function useSuggested(except: () => string | undefined) {
  const items = ref<Suggestion[]>([])

  /** A strip that can't be filled is not there; the page does not need it. */
  async function load(): Promise<void> {
    try {
      items.value = (await identity.suggested()).items.filter((one) => one.person.handle !== except())
    } catch {
      items.value = []
    }
  }

  async function dismiss(one: Suggestion): Promise<void> {
    const at = items.value.indexOf(one)
    items.value = items.value.filter((each) => each !== one)
    if (!(await turn(one, true))) return void back(one, at)
    toast(t('suggested.gone', { name: one.person.name }), 'plain', { label: t('undo'), act: () => void undo(one, at) })
  }

  async function undo(one: Suggestion, at: number): Promise<void> {
    if (await turn(one, false)) back(one, at)
  }

  function back(one: Suggestion, at: number): void {
    items.value = [...items.value.slice(0, at), one, ...items.value.slice(at)]
  }

  async function turn(one: Suggestion, on: boolean): Promise<boolean> {
    try {
      await identity.unsuggest(one.person.handle, on)
      return true
    } catch (cause) {
      toast(told(cause), 'bad')
      return false
    }
  }

  return { items, load, dismiss }
}
