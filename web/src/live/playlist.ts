/**
 * Plays a room's picture as a playlist, where Media Source Extensions are missing and the browser itself can play HLS.
 *
 * The playlist is there once a picture comes; until then, and when it breaks off, it is asked for again after growing pauses.
 */
import type { StreamState } from './stream'

const PAUSES_MILLIS = [1000, 2000, 4000]
const HLS = 'application/vnd.apple.mpegurl'

/** By which way a browser can be shown a live picture. */
export function wayOf(hasMediaSource: boolean, canPlay: (type: string) => string): 'fragments' | 'playlist' | 'none' {
  if (hasMediaSource) return 'fragments'
  return canPlay(HLS) ? 'playlist' : 'none'
}

export class PlaylistStream {
  private tries = 0
  private again: ReturnType<typeof setTimeout> | undefined
  private readonly heard = new AbortController()

  constructor(private readonly address: string, private readonly video: HTMLVideoElement, private readonly tell: (state: StreamState) => void) {
    const { signal } = this.heard
    video.addEventListener('playing', () => { this.tries = 0; tell('playing') }, { signal })
    video.addEventListener('waiting', () => tell('waiting'), { signal })
    for (const event of ['error', 'ended'] as const) video.addEventListener(event, () => this.later(), { signal })
    this.open()
  }

  close(): void {
    this.heard.abort()
    clearTimeout(this.again)
    this.video.removeAttribute('src')
    this.video.load()
  }

  private open(): void {
    this.video.src = this.address
    void this.video.play().catch(() => undefined)
  }

  private later(): void {
    this.tell('waiting')
    clearTimeout(this.again)
    this.again = setTimeout(() => this.open(), PAUSES_MILLIS[Math.min(this.tries++, PAUSES_MILLIS.length - 1)])
  }
}
