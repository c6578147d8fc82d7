import { csrf, get, post, Problem, refusalOf, remove } from './client'
import type { Upload } from './types'

const PART_TIMEOUT_MILLIS = 120_000

export const begin = (fileName: string, size: number) => post<Upload>('/api/uploads', { body: { fileName, size } })
export const upload = (id: string) => get<Upload>(`/api/uploads/${id}`)
export const cancel = (id: string) => remove<void>(`/api/uploads/${id}`)

/** Sends one part and answers the server's new offset; XHR because fetch does not tell how much has left. */
export function sendPart(id: string, offset: number, part: Blob, sent: (bytes: number) => void, signal: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PATCH', `/api/uploads/${id}`)
    request.timeout = PART_TIMEOUT_MILLIS
    request.setRequestHeader('Content-Type', 'application/offset+octet-stream')
    request.setRequestHeader('Upload-Offset', String(offset))
    request.setRequestHeader('X-CSRF', csrf())
    request.upload.onprogress = (event) => sent(event.loaded)
    request.onload = () => (request.status < 300 ? resolve(offsetOf(request, offset + part.size)) : reject(refusalOf(request)))
    request.onerror = () => reject(new Problem('offline', 0, ''))
    request.ontimeout = () => reject(new Problem('slow', 0, ''))
    request.onabort = () => reject(new Problem('cancelled', 0, ''))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(part)
  })
}

function offsetOf(request: XMLHttpRequest, expected: number): number {
  return Number(request.getResponseHeader('Upload-Offset') ?? expected)
}
