import { get, post, put, query, remove } from './client'
import type { Comment, List } from './types'

export const comments = (work: string, parent?: string | null, cursor?: string | null) =>
  get<List<Comment>>(`/api/works/${work}/comments${query({ parent, cursor })}`)
export const say = (work: string, text: string, parent?: string | null, itemToken?: string | null, atMillis?: number) =>
  post<Comment>(`/api/works/${work}/comments`, { body: { text, ...(parent && { parent }), ...(atMillis !== undefined && { atMillis }) }, itemToken })
/** A comment over its film, at the moment at which it was said. */
export interface Moment { id: string; text: string; atMillis: number; mine: boolean }
/** What is shown over a minute of a film. */
export const moments = (work: string, from: number) => get<{ items: Moment[] }>(`/api/works/${work}/moments?from=${from}`).then((answer) => answer.items)
export const unsay = (comment: string) => remove<void>(`/api/comments/${comment}`)
export const likeComment = (comment: string, on: boolean) =>
  (on ? put<Comment> : remove<Comment>)(`/api/comments/${comment}/like`)

/** The tags for which one wants nothing recommended, the latest first. */
export const muted = (signal?: AbortSignal) => get<{ items: string[] }>('/api/me/muted-tags', { signal })
export const mute = (tag: string, on: boolean) => (on ? put<void> : remove<void>)(`/api/me/muted-tags/${encodeURIComponent(tag)}`)
export const interests = (signal?: AbortSignal) => get<{ tags: string[] }>('/api/me/interests', { signal })
export const chooseInterests = (tags: string[]) => put<{ tags: string[] }>('/api/me/interests', { body: { tags } })
