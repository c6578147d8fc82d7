import { get, patch, post, put, query, remove } from './client'
import type { Counts, List, Mine, OwnWork, Understanding, Work, WorkState, WorkWords } from './types'

type Verdict = { counts: Counts; mine: Mine }
type Cursor = string | null | undefined

export const work = (id: string) => get<Work>(`/api/works/${id}`)
export const byPerson = (handle: string, cursor?: Cursor) =>
  get<List<Work>>(`/api/people/${encodeURIComponent(handle)}/works${query({ cursor, limit: 24 })}`)
export const byTopic = (hashtag: string, cursor?: Cursor) =>
  get<List<Work>>(`/api/topics/${encodeURIComponent(hashtag)}/works${query({ cursor, limit: 24 })}`)
export const liked = (cursor?: Cursor) => get<List<Work>>(`/api/me/likes${query({ cursor, limit: 24 })}`)
export const favourites = (cursor?: Cursor) => get<List<Work>>(`/api/me/favourites${query({ cursor, limit: 24 })}`)

export const publish = (body: WorkWords & { upload: string; draft?: boolean }) => post<OwnWork>('/api/works', { body })
export const own = (state?: WorkState | null, cursor?: Cursor) =>
  get<List<OwnWork>>(`/api/me/works${query({ state, cursor, limit: 24 })}`)
export const ownOne = (id: string) => get<OwnWork>(`/api/me/works/${id}`)
export const change = (id: string, body: Partial<WorkWords>) => patch<OwnWork>(`/api/me/works/${id}`, { body })
export const keyword = (id: string, word: string, on: boolean) =>
  (on ? put<Understanding> : remove<Understanding>)(`/api/me/works/${id}/keywords/${encodeURIComponent(word)}`)
export const takeDown = (id: string) => remove<void>(`/api/me/works/${id}`)
export const submit = (id: string) => post<OwnWork>(`/api/me/works/${id}/submission`)

export const like = (id: string, on: boolean, itemToken?: string | null) =>
  (on ? put<Verdict> : remove<Verdict>)(`/api/works/${id}/like`, { itemToken })
export const favourite = (id: string, on: boolean, itemToken?: string | null) =>
  (on ? put<Verdict> : remove<Verdict>)(`/api/works/${id}/favourite`, { itemToken })
export const notInterested = (id: string, on: boolean, itemToken?: string | null) =>
  (on ? put<void> : remove<void>)(`/api/works/${id}/not-interested`, { itemToken })
