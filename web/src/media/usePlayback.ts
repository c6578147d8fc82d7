/** Joins one <video> to one HLS address, and parts them when it is no longer needed. */
import type Hls from 'hls.js/light'
import { onBeforeUnmount, watch, type Ref } from 'vue'

const AHEAD_SECONDS = 6
const BUFFER_SECONDS = 20
const BUFFER_BYTES = 24_000_000
const RECOVERIES = 3

interface Wanted { src: () => string; attached: () => boolean; failed: () => void }

export function usePlayback(video: Ref<HTMLVideoElement | undefined>, wanted: Wanted) {
  let hls: Hls | null = null
  let turn = 0

  async function attach(): Promise<void> {
    const mine = ++turn
    const { default: Engine } = await import('hls.js/light')
    const element = video.value
    if (mine !== turn || !element) return
    if (!Engine.isSupported()) {
      element.src = wanted.src()
      return
    }
    hls = new Engine({
      capLevelToPlayerSize: true, maxBufferLength: AHEAD_SECONDS, maxMaxBufferLength: BUFFER_SECONDS,
      maxBufferSize: BUFFER_BYTES, backBufferLength: BUFFER_SECONDS, startFragPrefetch: true,
    })
    recoverWithin(RECOVERIES, Engine, hls)
    hls.loadSource(wanted.src())
    hls.attachMedia(element)
  }

  function recoverWithin(tries: number, Engine: typeof Hls, engine: Hls): void {
    let left = tries
    engine.on(Engine.Events.ERROR, (_event, data) => {
      if (!data.fatal) return
      if (left-- <= 0) return wanted.failed()
      if (data.type === Engine.ErrorTypes.MEDIA_ERROR) engine.recoverMediaError()
      else engine.loadSource(wanted.src())
    })
  }

  function detach(): void {
    turn++
    hls?.destroy()
    hls = null
    const element = video.value
    if (element?.src) {
      element.removeAttribute('src')
      element.load()
    }
  }

  watch([wanted.attached, wanted.src, video], () => {
    detach()
    if (wanted.attached() && video.value) void attach()
  }, { immediate: true, flush: 'post' })
  onBeforeUnmount(detach)
  return { again: () => { detach(); void attach() } }
}
