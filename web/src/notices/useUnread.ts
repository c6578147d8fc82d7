/** How much is unread: asked while somebody looks, every half minute, and ever more rarely while there is no answer. */
import { ref, watch } from 'vue'
import { unread } from '@/api/notices'
import { useMe } from '@/identity/useMe'

const EVERY_MILLIS = 30_000
const SLOWEST_MILLIS = 480_000
const count = ref(0)
let timer: ReturnType<typeof setTimeout> | undefined
let pause = EVERY_MILLIS
let watching: string | undefined

async function ask(): Promise<void> {
  const mine = watching
  clearTimeout(timer)
  if (!mine || document.hidden) return
  try {
    const answer = await unread()
    if (mine !== watching) return
    count.value = answer.count
    pause = EVERY_MILLIS
  } catch {
    pause = Math.min(pause * 2, SLOWEST_MILLIS)
  }
  clearTimeout(timer)
  timer = setTimeout(() => void ask(), pause)
}

export const askUnread = ask
export const setUnread = (now: number) => { count.value = Math.max(0, now) }

/** Keeps the count true for as long as somebody is signed in. */
export function useUnread() {
  const { person } = useMe()
  watch(() => person.value?.id, (id) => {
    if (id === watching) return
    if (!watching) document.addEventListener('visibilitychange', ask)
    watching = id
    count.value = 0
    if (id) void ask()
    else document.removeEventListener('visibilitychange', ask)
  }, { immediate: true })
  return count
}
