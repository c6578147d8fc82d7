/** What the board of traffic knows: asked again when the address says so and every now and then. */
import { computed, ref, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import * as insight from '@/api/insight'
import { useAsked } from '@/api/useAsked'
import { useWhileSeen } from '@/app/useWhileSeen'
import { changed, read, wishOf, written, type BoardQuery } from '../board/boardQuery'

const LOOK_MILLIS = 60_000

export function useTraffic() {
  const route = useRoute()
  const router = useRouter()
  const asked = computed(() => read(route.query))
  /** When it was last asked: a board that stays open over midnight moves on to the new day. */
  const now = ref(Date.now())
  const wish = computed<insight.TrafficWish>(() => {
    const { from, to, origin } = wishOf('all', asked.value, now.value)
    return { from, to, origin }
  })
  const traffic = useAsked((signal) => insight.traffic(wish.value, signal))
  const file = (part: insight.TrafficPart) => insight.trafficFile(wish.value, part)

  watch(() => JSON.stringify(wish.value), () => void traffic.refresh())
  useWhileSeen(refresh, LOOK_MILLIS)
  function refresh(): void {
    now.value = Date.now()
    void traffic.refresh()
  }
  function ask(part: Partial<BoardQuery>): void {
    void router.replace({ query: written(changed(asked.value, part)) })
  }
  void traffic.load()
  return { asked, state: traffic.state, load: traffic.load, refresh, ask, file }
}
