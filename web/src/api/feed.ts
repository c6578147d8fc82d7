import { get, query } from './client'
import type { Page } from './types'

export type Tab = 'for-you' | 'following' | 'nearby' | 'hot'
export const page = (tab: Tab, again: boolean, explain: boolean, signal?: AbortSignal) =>
  get<Page>(`/api/feed${query({ count: 6, tab, rooms: true, again: again || null, explain: explain || null })}`, { signal })
/** The page of one work that was opened by its address. */
export const opened = (work: string) => get<Page>(`/api/works/${work}/page`)
