/** What a board knows: figures, funnel and alarms of one reader, asked again when the address says so and every now and then. */
import { computed, ref, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import * as insight from '@/api/insight'
import type { Alarm, Scope } from '@/api/insight'
import { useAsked } from '@/api/useAsked'
import { useWhileSeen } from '@/app/useWhileSeen'
import { changed, read, wishOf, written, type BoardQuery } from './boardQuery'

const LOOK_MILLIS = 30_000

function alarmsOf(scope: Scope, signal: AbortSignal): Promise<Alarm[]> {
  if (scope === 'works') return Promise.resolve([])
  return scope === 'all' ? insight.alarms(signal) : insight.shopAlarms(signal)
}

export function useBoard(scope: Scope) {
  const route = useRoute()
  const router = useRouter()
  const asked = computed(() => read(route.query))
  /** When it was last asked: a board that stays open over midnight moves on to the new day. */
  const now = ref(Date.now())
  const wish = computed(() => wishOf(scope, asked.value, now.value))
  const board = useAsked((signal) => insight.board(scope, asked.value.days, asked.value.live ? 'live' : null, signal))
  const funnel = useAsked((signal) => insight.funnel(wish.value, signal))
  const alarms = useAsked((signal) => alarmsOf(scope, signal))
  const file = computed(() => insight.funnelFile(wish.value))

  watch(() => [asked.value.days, asked.value.live].join(), () => void board.refresh())
  watch(() => JSON.stringify(wish.value), () => void funnel.refresh())
  useWhileSeen(refresh, LOOK_MILLIS)
  function refresh(): void {
    now.value = Date.now()
    for (const one of [board, funnel, alarms]) void one.refresh()
  }
  function load(): void {
    for (const one of [board, funnel, alarms]) void one.load()
  }
  function ask(part: Partial<BoardQuery>): void {
    void router.replace({ query: written(changed(asked.value, part)) })
  }
  load()
  return { asked, board: board.state, funnel: funnel.state, alarms: alarms.state, file, ask, load, refresh }
}
