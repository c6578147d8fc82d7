import type { Opens } from '@/api/trade'

/** What a provider's page tells the window around it. It proves nothing: the order's own state is asked for. */
export type Word = 'paid' | 'failed' | 'closed'

export function heard(event: { origin: string; data: unknown }, page: string): Word | null {
  if (event.origin !== new URL(page, location.href).origin) return null
  const { source, state } = (event.data ?? {}) as { source?: unknown; state?: unknown }
  if (typeof source !== 'string' || !source.startsWith('kanmai-')) return null
  return state === 'paid' || state === 'failed' || state === 'closed' ? state : null
}

/** Whether an address may be opened as a payment page: only over HTTP, never a script; one that is scanned is never opened here. */
export function opensSafely(page: string, opens: Opens): boolean {
  if (opens === 'code') return /^weixin:\/\//.test(page)
  return /^https?:\/\//i.test(page) || /^\/(?![/\\])/.test(page)
}
