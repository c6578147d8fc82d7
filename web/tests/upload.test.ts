import { describe, expect, it } from 'vitest'
import { Problem } from '@/api/client'
import { PART_BYTES, sendFile, type Wire } from '@/media/sending'

const file = new Blob([new Uint8Array(PART_BYTES * 2 + 10)])
const quiet = { sent: () => undefined, waiting: () => undefined }

function server(faults: (Problem | null)[]) {
  const parts: number[] = []
  let stored = 0
  const wire: Wire = {
    sendPart: async (_id, offset, part) => {
      const fault = faults.shift()
      if (fault) throw fault
      parts.push(offset)
      stored = offset + part.size
      return stored
    },
    offset: async () => stored,
    pause: async () => undefined,
  }
  return { wire, parts, stored: () => stored }
}

describe('sending a file', () => {
  it('goes part by part', async () => {
    const { wire, parts } = server([])
    await sendFile('1', file, 0, quiet, new AbortController().signal, wire)
    expect(parts).toEqual([0, PART_BYTES, PART_BYTES * 2])
  })

  it('goes on where the server stands after a dropped connection', async () => {
    const { wire, parts, stored } = server([null, new Problem('offline', 0, ''), new Problem('wrong-offset', 409, '')])
    await sendFile('1', file, 0, quiet, new AbortController().signal, wire)
    expect(parts).toEqual([0, PART_BYTES, PART_BYTES * 2])
    expect(stored()).toBe(file.size)
  })

  it('gives up at once when the server refuses the file', async () => {
    const { wire } = server([new Problem('too-large', 413, '')])
    await expect(sendFile('1', file, 0, quiet, new AbortController().signal, wire)).rejects.toMatchObject({ type: 'too-large' })
  })

  it('gives up after ten failures in a row', async () => {
    const { wire } = server(Array.from({ length: 20 }, () => new Problem('offline', 0, '')))
    await expect(sendFile('1', file, 0, quiet, new AbortController().signal, wire)).rejects.toMatchObject({ type: 'offline' })
  })
})
