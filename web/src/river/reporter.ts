/**
 * Carries what only the browser knows to POST /api/facts.
 *
 * A `watched` fact is cumulative, so the newest of an exposure replaces the one still waiting. A batch that could not be sent is tried
 * three times with growing pauses and then let go; the queue never holds more than one batch. On the way out it goes by sendBeacon.
 */
import type { Report } from '@/api/types'

const BATCH = 100
const TRIES = 3
const PAUSE_MILLIS = 3000

export interface Wire {
  send: (body: string) => Promise<boolean>
  beacon: (body: string) => boolean
  later: (act: () => void, millis: number) => void
}

export class Reporter {
  private waiting: Report[] = []
  private planned = false
  private failures = 0

  constructor(private readonly wire: Wire) {}

  tell(report: Report): void {
    this.waiting = merge(this.waiting, report)
    this.plan(PAUSE_MILLIS)
  }

  /** Sends what waits now, without an answer: the page may be going. */
  leave(): void {
    if (this.waiting.length > 0 && this.wire.beacon(bodyOf(this.waiting))) this.waiting = []
  }

  private plan(millis: number): void {
    if (this.planned) return
    this.planned = true
    this.wire.later(() => void this.flush(), millis)
  }

  private async flush(): Promise<void> {
    const batch = this.waiting
    this.waiting = []
    this.planned = false
    if (batch.length === 0) return
    if (await this.wire.send(bodyOf(batch))) {
      this.failures = 0
      return
    }
    if (++this.failures >= TRIES) {
      this.failures = 0
      return
    }
    this.waiting = this.waiting.reduce(merge, batch)
    this.plan(PAUSE_MILLIS * 2 ** this.failures)
  }
}

const bodyOf = (facts: Report[]) => JSON.stringify({ facts })

function merge(waiting: Report[], report: Report): Report[] {
  const others = report.kind === 'watched'
    ? waiting.filter((one) => one.kind !== 'watched' || one.token !== report.token)
    : waiting
  return [...others, report].slice(-BATCH)
}
