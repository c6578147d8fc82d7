/**
 * Plays a room's picture: a socket brings a beginning and fragments, Media Source Extensions take them one after the other.
 *
 * What lies far behind the playhead is taken out of the buffer; whoever is a little late plays a little faster, whoever is far behind or
 * stands before a gap jumps. When the socket breaks it is opened again after growing pauses.
 */
export type StreamState = 'waiting' | 'playing' | 'over' | 'unable'

const KEEP_SECONDS = 20
const CALM_SECONDS = 1.2
const LATE_SECONDS = 4
const FASTER = 1.08
const MOST_WAITING = 400
const PAUSES_MILLIS = [500, 1000, 2000, 4000, 8000]
const OVER = 4000

/** How fast to play, and where to jump to, from how far the playhead is behind what is there. */
export function catchUp(behind: number): { rate: number; jump: boolean } {
  if (behind > LATE_SECONDS) return { rate: 1, jump: true }
  return { rate: behind > CALM_SECONDS ? FASTER : 1, jump: false }
}

/** Where to go on when the playhead stands before a gap: the beginning of the next part that is there. */
export function afterGap(at: number, ranges: [from: number, to: number][]): number | null {
  if (ranges.some(([from, to]) => from <= at + 0.05 && at < to)) return null
  return ranges.find(([from]) => from > at)?.[0] ?? null
}

export class Stream {
  private wire: WebSocket | undefined
  private source: MediaSource | undefined
  private buffer: SourceBuffer | undefined
  private waiting: ArrayBuffer[] = []
  private type = ''
  private tries = 0
  private closed = false
  private again: ReturnType<typeof setTimeout> | undefined
  private readonly timer: ReturnType<typeof setInterval>

  constructor(private readonly address: string, private readonly video: HTMLVideoElement, private readonly tell: (state: StreamState) => void) {
    this.timer = setInterval(() => this.follow(), 500)
    this.open()
  }

  close(): void {
    this.closed = true
    clearInterval(this.timer)
    clearTimeout(this.again)
    this.wire?.close()
    if (this.video.src) URL.revokeObjectURL(this.video.src)
    this.video.removeAttribute('src')
  }

  private open(): void {
    const wire = new WebSocket(this.address)
    wire.binaryType = 'arraybuffer'
    wire.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
      this.tries = 0
      if (typeof data === 'string') this.begin((JSON.parse(data) as { type: string }).type)
      else this.take(data)
    }
    wire.onclose = ({ code }) => {
      if (this.closed) return
      if (code === OVER) return this.tell('over')
      this.tell('waiting')
      this.again = setTimeout(() => this.open(), PAUSES_MILLIS[Math.min(this.tries++, PAUSES_MILLIS.length - 1)])
    }
    this.wire = wire
  }

  /** Another beginning needs another source: a new push may be of another size. */
  private begin(type: string): void {
    this.type = type
    this.waiting = []
    this.buffer = undefined
    if (!MediaSource.isTypeSupported(type)) return this.tell('unable')
    const source = new MediaSource()
    this.source = source
    if (this.video.src) URL.revokeObjectURL(this.video.src)
    this.video.src = URL.createObjectURL(source)
    source.addEventListener('sourceopen', () => {
      if (this.source !== source) return
      this.buffer = source.addSourceBuffer(this.type)
      this.buffer.addEventListener('updateend', () => this.next())
      this.next()
    }, { once: true })
    void this.video.play().catch(() => undefined)
  }

  private take(part: ArrayBuffer): void {
    this.waiting.push(part)
    if (this.waiting.length > MOST_WAITING) this.waiting.splice(1, this.waiting.length - MOST_WAITING)
    this.next()
  }

  private next(): void {
    const buffer = this.buffer
    if (!buffer || buffer.updating || this.source?.readyState !== 'open') return
    const stale = this.video.currentTime - KEEP_SECONDS
    if (buffer.buffered.length > 0 && buffer.buffered.start(0) < stale - KEEP_SECONDS) return buffer.remove(0, stale)
    const part = this.waiting.shift()
    if (!part) return
    try {
      buffer.appendBuffer(part)
    } catch {
      this.waiting.unshift(part)
      if (buffer.buffered.length > 0 && stale > buffer.buffered.start(0)) buffer.remove(0, stale)
    }
  }

  private follow(): void {
    const ranges = this.ranges()
    const last = ranges.at(-1)
    if (!last || this.video.paused) return
    const gap = afterGap(this.video.currentTime, ranges)
    const { rate, jump } = catchUp(last[1] - this.video.currentTime)
    if (jump) this.video.currentTime = Math.max(last[0], last[1] - CALM_SECONDS)
    else if (gap !== null) this.video.currentTime = gap
    this.video.playbackRate = rate
    this.tell(this.video.readyState > 2 ? 'playing' : 'waiting')
  }

  private ranges(): [number, number][] {
    const { buffered } = this.video
    return Array.from({ length: buffered.length }, (_, at) => [buffered.start(at), buffered.end(at)])
  }
}
