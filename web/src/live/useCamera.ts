/** A browser's camera on its way to the site: what MediaRecorder makes goes through a socket as it comes. */
import { onBeforeUnmount, ref, shallowRef } from 'vue'
import { socket } from '@/api/live'

const SLICE_MILLIS = 200
const BITS = 1_500_000
const MOST_WAITING = 4_000_000
const FORMS = ['video/webm;codecs=h264,opus', 'video/webm;codecs=vp8,opus', 'video/webm']
export type CameraState = 'off' | 'ready' | 'live' | 'taken' | 'lost' | 'refused'

export function useCamera() {
  const state = ref<CameraState>('off')
  const picture = shallowRef<MediaStream>()
  let recorder: MediaRecorder | undefined
  let wire: WebSocket | undefined

  async function look(screen = false): Promise<void> {
    stop()
    try {
      picture.value = screen
        ? await navigator.mediaDevices.getDisplayMedia({ video: true, audio: true })
        : await navigator.mediaDevices.getUserMedia({ video: { width: 1280, height: 720 }, audio: true })
      state.value = 'ready'
    } catch {
      state.value = 'refused'
    }
  }

  function start(room: string): void {
    const stream = picture.value
    if (!stream) return
    const form = FORMS.find((one) => MediaRecorder.isTypeSupported(one))
    wire = new WebSocket(socket(room, 'camera'))
    wire.onopen = () => {
      recorder = new MediaRecorder(stream, { ...(form && { mimeType: form }), videoBitsPerSecond: BITS })
      recorder.ondataavailable = ({ data }) => {
        if (wire?.readyState !== WebSocket.OPEN) return
        if (wire.bufferedAmount > MOST_WAITING) wire.close()
        else wire.send(data)
      }
      recorder.start(SLICE_MILLIS)
      state.value = 'live'
    }
    wire.onclose = ({ code }) => {
      if (recorder?.state === 'recording') recorder.stop()
      if (state.value !== 'off') state.value = code === 4001 ? 'taken' : code === 4000 || code === 1000 ? 'ready' : 'lost'
    }
  }

  /** Ends what is sent; the picture stays. */
  function pause(): void {
    if (recorder?.state === 'recording') recorder.stop()
    wire?.close(1000)
  }
  function stop(): void {
    pause()
    picture.value?.getTracks().forEach((track) => track.stop())
    picture.value = undefined
    state.value = 'off'
  }
  onBeforeUnmount(stop)
  return { state, picture, look, start, pause, stop }
}
