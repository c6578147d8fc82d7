/** Which comments run over a film now, and in which lane: never two in one lane that could meet, never more than there are lanes. */
import { ref } from 'vue'
import type { Moment } from '@/api/conversation'

export const MINUTE_MILLIS = 60_000
export const RUN_MILLIS = 7_000
const JUMP_MILLIS = 2_000
const KEY = 'kanmai.bullets'

/** Whether somebody wants to see them; kept on this device. */
export const shown = ref(localStorage.getItem(KEY) !== 'off')
export function show(on: boolean): void {
  shown.value = on
  localStorage.setItem(KEY, on ? 'on' : 'off')
}

/** What comes between two looks at the film's clock; nothing after a jump. */
export function due(items: Moment[], before: number, now: number): Moment[] {
  if (now <= before || now - before > JUMP_MILLIS) return []
  return items.filter((one) => one.atMillis > before && one.atMillis <= now)
}

/** Gives lanes away: a lane is free again once what runs in it has left the edge; what finds none is not shown. */
export class Lanes {
  private readonly freeAt: number[]
  constructor(count: number, private readonly gapMillis: number) {
    this.freeAt = Array.from({ length: count }, () => 0)
  }
  take(nowMillis: number): number | null {
    const lane = this.freeAt.findIndex((at) => at <= nowMillis)
    if (lane < 0) return null
    this.freeAt[lane] = nowMillis + this.gapMillis
    return lane
  }
}
