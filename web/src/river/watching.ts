/**
 * What one exposure amounts to. An item counts as exposed once at least half of it was in view for one whole second; the feed's snap
 * makes that "it came to rest". Milliseconds are cumulative per exposure and never decrease:
 *
 * - `watchedMillis`: time on the wall clock while it was in view and playing, so never more than has elapsed;
 * - `playedMillis`: time of the medium that ran by, which at double speed is twice as much;
 * - `positionMillis`: the furthest reached in the first run; `ended`: it came to its end at least once;
 * - `loops`: whole runs to the end. A run counts once what has been played covers it, so neither a jump to the end nor a pause of the
 *   page makes one.
 */
import type { Report } from '@/api/types'

export const EXPOSED_AFTER_MILLIS = 1000
export const REPORT_EVERY_MILLIS = 3000
const STEP_MAX_MILLIS = 1500
const LOOP_SLACK_MILLIS = 500

export class Watching {
  private shownMillis = 0
  private exposed = false
  private sequence = 0
  private watchedMillis = 0
  private playedMillis = 0
  private positionMillis = 0
  private loops = 0
  private ended = false
  private reported = 0
  private lastPosition: number | null = null

  constructor(private readonly token: string, private readonly tell: (report: Report) => void) {}

  /** Call a few times a second while the item is in view; a gap (a sleeping tab) counts for no more than 1.5 s. */
  tick(elapsedMillis: number, playing: boolean): void {
    const step = Math.min(elapsedMillis, STEP_MAX_MILLIS)
    this.shownMillis += step
    if (!this.exposed && this.shownMillis >= EXPOSED_AFTER_MILLIS) {
      this.exposed = true
      this.tell({ kind: 'exposed', token: this.token })
    }
    if (playing) this.watchedMillis += step
    if (this.watchedMillis - this.reported >= REPORT_EVERY_MILLIS) this.report()
  }

  at(seconds: number, durationSeconds: number): void {
    const position = Math.round(seconds * 1000)
    this.play(this.lastPosition === null ? 0 : position - this.lastPosition)
    this.lastPosition = position
    if (this.loops === 0) this.positionMillis = Math.max(this.positionMillis, position)
    if (durationSeconds > 0 && seconds >= durationSeconds - 0.3) this.ended = true
  }

  /** It began anew; `durationMillis` is how long it is. */
  looped(durationMillis: number): void {
    this.play(this.lastPosition === null ? 0 : durationMillis - this.lastPosition)
    if ((this.loops + 1) * durationMillis <= this.playedMillis + LOOP_SLACK_MILLIS) this.loops++
    this.ended = true
    this.lastPosition = 0
  }

  private play(run: number): void {
    if (run > 0 && run <= STEP_MAX_MILLIS * 2) this.playedMillis += run
  }

  /** After a jump the way between is not played time. */
  jumped(): void {
    this.lastPosition = null
  }

  report(): void {
    if (!this.exposed || this.watchedMillis === this.reported) return
    this.reported = this.watchedMillis
    this.tell({
      kind: 'watched', token: this.token, sequence: ++this.sequence,
      watchedMillis: Math.round(this.watchedMillis), playedMillis: this.playedMillis,
      positionMillis: this.positionMillis, loops: this.loops, ended: this.ended,
    })
  }
}
