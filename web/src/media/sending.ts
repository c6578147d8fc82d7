/**
 * Sends a file in parts and goes on after a dropped connection: the server's offset is the truth, asked for again after each failure.
 * Pauses grow to 30 s; after TRIES failures in a row it gives up, which the person can answer with "go on".
 */
import { Problem, asProblem } from '@/api/client'
import * as media from '@/api/media'

export const PART_BYTES = 4 * 1024 * 1024
const TRIES = 10
const LONGEST_PAUSE_MILLIS = 30_000

export interface Told { sent: (bytes: number) => void; waiting: (yes: boolean) => void }
export interface Wire {
  sendPart: typeof media.sendPart
  offset: (id: string) => Promise<number>
  pause: (millis: number, signal: AbortSignal) => Promise<void>
}

const real: Wire = {
  sendPart: media.sendPart,
  offset: async (id) => (await media.upload(id)).offset,
  pause: (millis, signal) => new Promise((resolve) => {
    const done = () => { clearTimeout(timer); window.removeEventListener('online', done); resolve() }
    const timer = setTimeout(done, millis)
    window.addEventListener('online', done)
    signal.addEventListener('abort', done, { once: true })
  }),
}

export async function sendFile(id: string, file: Blob, from: number, told: Told, signal: AbortSignal, wire: Wire = real): Promise<void> {
  let offset = from
  let failures = 0
  while (offset < file.size && !signal.aborted) {
    try {
      const start = offset
      offset = await wire.sendPart(id, start, file.slice(start, start + PART_BYTES), (bytes) => told.sent(start + bytes), signal)
      told.sent(offset)
      failures = 0
    } catch (cause) {
      const problem = asProblem(cause)
      if (signal.aborted) return
      if (!passing(problem) || ++failures >= TRIES) throw problem
      told.waiting(true)
      if (problem.status !== 409) await wire.pause(Math.min(LONGEST_PAUSE_MILLIS, 500 * 2 ** failures), signal)
      offset = await wire.offset(id).catch(() => offset)
      told.waiting(false)
    }
  }
}

function passing(problem: Problem): boolean {
  return problem.status === 0 || problem.status === 409 || problem.status === 429 || problem.status >= 500
}
