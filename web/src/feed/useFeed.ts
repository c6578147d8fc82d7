/** The feed of one tab: pages of six, asked for before they are needed, at most MAX items a sitting. */
import { computed, onBeforeUnmount, reactive, ref, shallowRef } from 'vue'
import { asProblem, type Problem } from '@/api/client'
import * as feed from '@/api/feed'
import type { Page, RoomItem } from '@/api/types'
import { useMe } from '@/identity/useMe'
import { explaining } from './explaining'
import { served, type Showing } from './showing'

const AHEAD = 3
const MAX = 300
type State = { is: 'loading' } | { is: 'ready' } | { is: 'up-to-date' } | { is: 'rest' } | { is: 'error'; problem: Problem }

export function useFeed(tab: feed.Tab) {
  const { may } = useMe()
  const items = reactive<Showing[]>([])
  const rooms = ref<{ from: number; item: RoomItem }[]>([])
  const state = shallowRef<State>({ is: 'loading' })
  const followsOnly = ref(false)
  const regionUnknown = ref(false)
  const again = ref(false)
  let going: AbortController | null = null

  async function load(): Promise<void> {
    going?.abort()
    const call = (going = new AbortController())
    state.value = { is: 'loading' }
    try {
      take(await feed.page(tab, again.value, explaining.value && may('operator'), call.signal))
    } catch (cause) {
      if (!call.signal.aborted) state.value = { is: 'error', problem: asProblem(cause) }
    } finally {
      if (going === call) going = null
    }
  }

  function take(page: Page): void {
    const held = new Set(items.map((one) => one.work.id))
    const fresh = page.items.filter((item) => item.again || !held.has(item.work.id))
    const shown = new Set(rooms.value.map(({ item }) => item.room.id))
    for (const item of page.rooms ?? []) if (!shown.has(item.room.id)) rooms.value.push({ from: items.length, item })
    items.push(...fresh.map((item) => served(item, page)))
    followsOnly.value = page.state === 'follows-only'
    regionUnknown.value = page.state === 'region-unknown'
    if (page.state === 'up-to-date' || fresh.length === 0) state.value = { is: 'up-to-date' }
    else state.value = items.length >= MAX ? { is: 'rest' } : { is: 'ready' }
  }

  function reached(index: number): void {
    if (state.value.is === 'ready' && index >= items.length - AHEAD) void load()
  }

  function refresh(): Promise<void> {
    items.splice(0)
    rooms.value = []
    again.value = false
    return load()
  }

  function watchAgain(): Promise<void> {
    again.value = true
    return load()
  }

  function drop(keys: string[]): void {
    for (const key of keys) {
      const at = items.findIndex((one) => one.key === key)
      if (at >= 0) items.splice(at, 1)
    }
  }

  onBeforeUnmount(() => going?.abort())
  return { items, rooms, state, followsOnly, regionUnknown, empty: computed(() => items.length === 0), load, reached, refresh, watchAgain, drop }
}
