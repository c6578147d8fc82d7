/** What was said up to the moment of a replay that is shown; it is fetched a minute at a time, as the replay comes to it. */
import { ref, shallowRef } from 'vue'
import * as api from '@/api/live'
import type { ReplayLine } from '@/api/live'

const PART_MILLIS = 60_000

/** What had been said at a moment, of what is there. */
export const saidBy = (lines: ReplayLine[], millis: number) => lines.filter((one) => one.atMillis <= millis)

export function useReplayTalk(room: string, durationMillis: number) {
  const lines = ref<ReplayLine[]>([])
  const parts = shallowRef(new Map<number, ReplayLine[]>())
  let now = 0

  async function fetched(part: number): Promise<void> {
    if (parts.value.has(part) || part * PART_MILLIS >= durationMillis) return
    parts.value.set(part, [])
    try {
      parts.value.set(part, (await api.replayTalk(room, part * PART_MILLIS)).said)
      show()
    } catch {
      parts.value.delete(part)
    }
  }
  function show(): void {
    const part = Math.floor(now / PART_MILLIS)
    lines.value = saidBy([...parts.value.get(part - 1) ?? [], ...parts.value.get(part) ?? []], now)
  }
  function seek(millis: number): void {
    now = millis
    const part = Math.floor(millis / PART_MILLIS)
    if (part > 0) void fetched(part - 1)
    void fetched(part)
    show()
  }
  seek(0)
  return { lines, seek }
}
