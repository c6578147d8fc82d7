/** Wishes to change somebody's role, the newest first: what waits, what was decided, and by whom. */
import { computed, ref } from 'vue'
import * as operators from '@/api/operators'
import type { RoleRequest } from '@/api/types'
import { useList } from '@/api/useList'
import { t, told } from '@/app/words'
import { toast } from '@/design/toasts'

export function useRoleRequests(decided: (request: RoleRequest) => void) {
  const list = useList<RoleRequest>((cursor) => operators.roleRequests(cursor))
  const open = computed(() => list.items.value.filter((one) => one.state === 'open'))
  const of = (handle: string) => list.items.value.filter((one) => one.handle === handle)
  const busy = ref(false)

  async function ask(wish: operators.RoleWish): Promise<boolean> {
    return guarded(async () => {
      list.items.value = [await operators.askForRole(wish), ...list.items.value]
      toast(t('roles.asked'))
    })
  }
  async function decide(request: RoleRequest, approve: boolean): Promise<void> {
    await guarded(async () => {
      const answer = await operators.decideRole(request.id, approve)
      list.items.value = list.items.value.map((one) => (one.id === answer.id ? answer : one))
      decided(answer)
      toast(t(`roles.is.${answer.state}`))
    })
  }
  async function guarded(act: () => Promise<void>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    try {
      await act()
      return true
    } catch (cause) {
      toast(told(cause), 'bad')
      return false
    } finally {
      busy.value = false
    }
  }
  return { list, open, of, busy, ask, decide }
}
