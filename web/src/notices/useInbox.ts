/** One's inbox: what is deleted goes at once, and for good only when it can no longer be undone. */
import { onBeforeUnmount, ref, watch } from 'vue'
import * as api from '@/api/notices'
import type { Notice, NoticePurpose } from '@/api/notices'
import { useList } from '@/api/useList'
import { t, told } from '@/app/words'
import { toast } from '@/design/toasts'
import { askUnread, setUnread, useUnread } from './useUnread'

const UNDO_MILLIS = 4000

export function useInbox() {
  const purpose = ref<NoticePurpose | null>(null)
  const list = useList<Notice>((cursor) => api.notices(purpose.value, cursor))
  const unread = useUnread()
  const leaving = new Map<string, ReturnType<typeof setTimeout>>()
  watch(purpose, () => void list.fresh())

  function mark(notice: Notice): void {
    if (notice.read) return
    notice.read = true
    setUnread(unread.value - 1)
    void api.read(notice.id).catch(() => undefined)
  }
  async function markAll(): Promise<void> {
    const top = list.items.value[0]
    if (!top) return
    try {
      await api.readUpTo(top.id)
      for (const one of list.items.value) one.read = true
      await askUnread()
    } catch (cause) {
      toast(told(cause), 'bad')
    }
  }
  function drop(notice: Notice): void {
    const at = list.items.value.indexOf(notice)
    list.items.value = list.items.value.filter((one) => one !== notice)
    leaving.set(notice.id, setTimeout(() => void remove(notice.id), UNDO_MILLIS))
    toast(t('notices.deleted'), 'plain', { label: t('undo'), act: () => keep(notice, at) })
  }
  function keep(notice: Notice, at: number): void {
    if (!leaving.has(notice.id)) return
    clearTimeout(leaving.get(notice.id))
    leaving.delete(notice.id)
    list.items.value = [...list.items.value.slice(0, at), notice, ...list.items.value.slice(at)]
  }
  async function remove(id: string): Promise<void> {
    clearTimeout(leaving.get(id))
    leaving.delete(id)
    await api.removeNotice(id).then(askUnread).catch((cause) => { if (cause.status !== 404) toast(told(cause), 'bad') })
  }
  onBeforeUnmount(() => { for (const id of [...leaving.keys()]) void remove(id) })
  return { ...list, purpose, unread, mark, markAll, drop }
}
