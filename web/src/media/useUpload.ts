/** One upload from the chosen file to the ready medium. */
import { onBeforeUnmount, reactive, shallowRef } from 'vue'
import { asProblem, type Problem } from '@/api/client'
import * as media from '@/api/media'
import type { Upload } from '@/api/types'
import { forget, keep, keptFile, noted, same, type Note } from './kept'
import { sendFile } from './sending'
import { follow } from './progress'

export const MAX_BYTES = 500_000_000
type State =
  | { is: 'choosing' }
  | { is: 'same-file'; note: Note }
  | { is: 'sending'; waiting: boolean }
  | { is: 'working' }
  | { is: 'ready' }
  | { is: 'failed'; problem: Problem | null }

export function useUpload() {
  const state = shallowRef<State>({ is: 'choosing' })
  const about = reactive({ id: '', name: '', size: 0, sent: 0 })
  const upload = shallowRef<Upload | null>(null)
  let going = new AbortController()

  async function start(file: File): Promise<void> {
    if (state.value.is === 'same-file' && same(file, state.value.note)) return goOn(file)
    Object.assign(about, { id: '', name: file.name, size: file.size, sent: 0 })
    state.value = { is: 'sending', waiting: false }
    await guarded(async () => {
      take(await media.begin(file.name, file.size))
      await keep(about.id, file)
      await send(file)
    })
  }

  /** After a reload: what was under way goes on by itself where the browser kept the file. */
  async function resume(): Promise<void> {
    const note = noted()
    if (!note) return
    Object.assign(about, { name: note.name, size: note.size })
    const found = await media.upload(note.id).catch(() => null)
    if (!found || found.state === 'cancelled' || found.state === 'failed') return forget()
    take(found)
    if (found.state !== 'uploading') return watchOver()
    const file = await keptFile(note)
    if (file) return goOn(file)
    state.value = { is: 'same-file', note }
  }

  const goOn = (file: File) => guarded(async () => {
    take(await media.upload(about.id))
    await send(file)
  })

  async function send(file: File): Promise<void> {
    state.value = { is: 'sending', waiting: false }
    await sendFile(about.id, file, about.sent, {
      sent: (bytes) => { about.sent = bytes },
      waiting: (waiting) => { state.value = { is: 'sending', waiting } },
    }, going.signal)
    if (!going.signal.aborted) watchOver()
  }

  function watchOver(): void {
    about.sent = about.size
    state.value = { is: 'working' }
    follow(about.id, take, going.signal)
  }

  function take(answer: Upload): void {
    upload.value = answer
    Object.assign(about, { id: answer.id, size: answer.size, sent: Math.max(answer.offset, 0) })
    if (answer.state === 'ready') state.value = { is: 'ready' }
    if (answer.state === 'failed') state.value = { is: 'failed', problem: null }
  }

  async function guarded(act: () => Promise<void>): Promise<void> {
    try {
      await act()
    } catch (cause) {
      if (!going.signal.aborted) state.value = { is: 'failed', problem: asProblem(cause) }
    }
  }

  async function retry(): Promise<void> {
    const note = noted()
    const file = note && upload.value?.state === 'uploading' ? await keptFile(note) : null
    if (file) return goOn(file)
    await begin()
  }

  /** Lets go of this upload and asks for a file again. */
  async function begin(): Promise<void> {
    going.abort()
    going = new AbortController()
    await forget()
    upload.value = null
    Object.assign(about, { id: '', name: '', size: 0, sent: 0 })
    state.value = { is: 'choosing' }
  }

  async function cancel(): Promise<void> {
    const { id } = about
    await begin()
    if (id) await media.cancel(id).catch(() => undefined)
  }

  onBeforeUnmount(() => going.abort())
  return { state, about, upload, start, resume, retry, begin, cancel, done: forget }
}
