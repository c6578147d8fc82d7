/** What is said in a room, the newest last, and likes that rise; a socket that breaks is opened again. */
import { onBeforeUnmount, ref, shallowRef } from 'vue'
import { socket } from '@/api/live'
import type { Said } from '@/api/live'
import type { Sale } from '@/api/sales'
import type { Bought, Drop, GiftShown, News, Pinned, Poll, Question } from '@/api/selling'

const MOST = 100
const MOST_READ = 1000
const MOST_BOUGHT = 3
const AGAIN_MILLIS = 2000
const SEND_MILLIS = 300

/** Puts what is new behind what is there, each once, and lets go of the oldest. */
export function joined(there: Said[], come: Said[], most = MOST): Said[] {
  const known = new Set(there.map((one) => one.id))
  return [...there, ...come.filter((one) => !known.has(one.id))].slice(-most)
}

/** How far the server's clock is ahead: what came with the least delay knows best. */
export function aheadOf(before: number | null, now: number, here: number): number {
  return before === null ? now - here : Math.max(before, now - here)
}

/** `lead` gives the token that led into the room, for who came to watch. */
export function useTalk(room: string, liked: (count: number) => void, lead: () => Promise<string | undefined> = () => Promise.resolve(undefined)) {
  const lines = ref<Said[]>([])
  const offers = shallowRef<Sale[]>([])
  const drop = shallowRef<Drop | null>(null)
  const bought = shallowRef<Bought[]>([])
  const pinned = shallowRef<Pinned | null>(null)
  const poll = shallowRef<Poll | null>(null)
  const questions = shallowRef<Question[]>([])
  const gift = shallowRef<GiftShown | null>(null)
  const ahead = ref(0)
  let measured: number | null = null
  let most = MOST
  let wire: WebSocket | undefined
  let closed = false
  let again: ReturnType<typeof setTimeout> | undefined
  let waiting = 0

  async function open(): Promise<void> {
    const token = await lead()
    if (closed) return
    wire = new WebSocket(socket(room, 'talk', token))
    wire.onmessage = ({ data }: MessageEvent<string>) => {
      hear(JSON.parse(data) as News)
    }
    wire.onclose = () => { if (!closed) again = setTimeout(() => void open(), AGAIN_MILLIS) }
  }
  function hear(news: News): void {
    if (news.now) {
      measured = aheadOf(measured, news.now, Date.now())
      ahead.value = measured
    }
    if (news.said) lines.value = joined(lines.value, news.said, most)
    if (news.likes) liked(news.likes)
    if (news.offers) offers.value = news.offers
    if (news.drop !== undefined) drop.value = news.drop || null
    if (news.bought) bought.value = [...bought.value, ...news.bought].slice(-MOST_BOUGHT)
    if (news.pinned !== undefined) pinned.value = news.pinned || null
    if (news.poll) poll.value = news.poll
    if (news.questions) questions.value = news.questions
    if (news.gift) gift.value = news.gift
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
  /** What was said before, when somebody reads up. */
  function before(older: Said[]): void {
    most = MOST_READ
    lines.value = [...older.filter((one) => !lines.value.some((there) => there.id === one.id)), ...lines.value]
  }
  return { lines, like, offers, drop, bought, pinned, poll, questions, gift, ahead, before }
}
