/** Keeps the file of an unfinished upload in this browser, so that a reloaded page can go on with it. One at a time. */
const BASE = 'kanmai'
const SHELF = 'uploads'
const NOTE = 'kanmai.upload'

export interface Note { id: string; name: string; size: number; modified: number }

export function noted(): Note | null {
  try {
    return JSON.parse(localStorage.getItem(NOTE) ?? 'null') as Note | null
  } catch {
    return null
  }
}

export async function keep(id: string, file: File): Promise<void> {
  const note: Note = { id, name: file.name, size: file.size, modified: file.lastModified }
  localStorage.setItem(NOTE, JSON.stringify(note))
  // A full disk only costs the comfort: the person then chooses the same file again.
  await within('readwrite', (shelf) => shelf.put(file, 'file')).catch(() => undefined)
}

/** Lets the upload page go on with a film that is at the site already. */
export function goOnWith(id: string, name: string): void {
  localStorage.setItem(NOTE, JSON.stringify({ id, name, size: 0, modified: 0 } satisfies Note))
}

export async function forget(): Promise<void> {
  localStorage.removeItem(NOTE)
  await within('readwrite', (shelf) => shelf.clear()).catch(() => undefined)
}

export async function keptFile(note: Note): Promise<File | null> {
  const file = await within<File | undefined>('readonly', (shelf) => shelf.get('file')).catch(() => undefined)
  return file && same(file, note) ? file : null
}

export function same(file: File, note: Note): boolean {
  return file.name === note.name && file.size === note.size && file.lastModified === note.modified
}

function within<T>(mode: IDBTransactionMode, act: (shelf: IDBObjectStore) => IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(BASE, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(SHELF)
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const asked = act(opening.result.transaction(SHELF, mode).objectStore(SHELF))
      asked.onsuccess = () => { resolve(asked.result as T); opening.result.close() }
      asked.onerror = () => { reject(asked.error); opening.result.close() }
    }
  })
}
