/** What is said in a room, the newest last, and likes that rise; a socket that breaks is opened again. */
import { onBeforeUnmount, ref } from 'vue'
import { socket } from '@/api/live'
import type { Batch, Said } from '@/api/live'

const MOST = 100
const AGAIN_MILLIS = 2000
const SEND_MILLIS = 300

/** Puts what is new behind what is there, each once, and lets go of the oldest. */
export function joined(there: Said[], come: Said[]): Said[] {
  const known = new Set(there.map((one) => one.id))
  return [...there, ...come.filter((one) => !known.has(one.id))].slice(-MOST)
}

/** `lead` gives the token that led into the room, for who came to watch. */
export function useTalk(room: string, liked: (count: number) => void, lead: () => Promise<string | undefined> = () => Promise.resolve(undefined)) {
  const lines = ref<Said[]>([])
  let wire: WebSocket | undefined
  let closed = false
  let again: ReturnType<typeof setTimeout> | undefined
  let waiting = 0

  async function open(): Promise<void> {
    const token = await lead()
    if (closed) return
    wire = new WebSocket(socket(room, 'talk', token))
    wire.onmessage = ({ data }: MessageEvent<string>) => {
      const batch = JSON.parse(data) as Batch
      lines.value = joined(lines.value, batch.said)
      if (batch.likes > 0) liked(batch.likes)
    }
    wire.onclose = () => { if (!closed) again = setTimeout(() => void open(), AGAIN_MILLIS) }
  }
  void open()
  onBeforeUnmount(() => {
    closed = true
    clearTimeout(again)
    wire?.close()
  })

  function like(): void {
    if (waiting++ > 0) return
    setTimeout(() => {
      if (wire?.readyState === WebSocket.OPEN) wire.send(String(Math.min(waiting, 20)))
      waiting = 0
    }, SEND_MILLIS)
  }
  return { lines, like }
}
