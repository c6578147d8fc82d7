/** Follows a transcoding by server-sent events, and by asking every few seconds where those are cut off. */
import * as media from '@/api/media'
import type { Upload } from '@/api/types'

const ASK_MILLIS = 3000
const over = (upload: Upload) => ['ready', 'failed', 'cancelled'].includes(upload.state)

export function follow(id: string, take: (upload: Upload) => void, signal: AbortSignal): void {
  const source = new EventSource(`/api/uploads/${id}/progress`)
  const end = () => source.close()
  signal.addEventListener('abort', end, { once: true })
  source.addEventListener('progress', (event) => {
    const upload = JSON.parse((event as MessageEvent<string>).data) as Upload
    take(upload)
    if (over(upload)) end()
  })
  source.onerror = () => {
    end()
    if (!signal.aborted) void ask(id, take, signal)
  }
}

async function ask(id: string, take: (upload: Upload) => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const upload = await media.upload(id).catch(() => null)
    if (upload) take(upload)
    if (upload && over(upload)) return
    await new Promise((resolve) => setTimeout(resolve, ASK_MILLIS))
  }
}
