/** Which models rank or ranked, and where a work would stand without what is known of somebody. */
import { get, put, query, remove } from './client'

export type Verdict = 'passed' | 'refused' | 'too-few' | 'dropped' | 'unreadable'
/** One head on examples that were held back; `auc` is null where only one kind of outcome was seen. */
export interface Judged { head: string; labels: number; positives: number; told: number; observed: number; logLoss: number; auc: number | null }
/** How long it took from what somebody did to the lesson, in milliseconds: for half of the examples, and for 95 of 100. */
export interface Delay { examples: number; half: number; most: number }
export interface Model {
  version: number; parent: number; madeAt: string; learned: number; bytes: number; verdict: Verdict; kept: boolean; reasons: string[]; judged: Judged[]; delay: Delay | null
}
export interface Hold { version: number; why: string; since: string }
/** `ranking` is 0 while no model ranks; models come newest first. */
export interface Models { ranking: number; hold: Hold | null; enough: number; models: Model[] }
export type Data = 'watches' | 'interests' | 'tag' | 'follows' | 'everything' | 'region' | 'spending'
export interface WhatIf { place: number; of: number; without: { data: Data; detail: string; place: number }[] }

export const models = (before: number | null, signal?: AbortSignal) => get<Models>(`/api/ranking/models${query({ before, count: 20 })}`, { signal })
export const hold = (version: number, why: string) => put<void>(`/api/ranking/models/${version}/hold`, { body: { why } })
export const goOn = () => remove<void>('/api/ranking/models/hold')
export const whatIf = (work: string, signal?: AbortSignal) => get<WhatIf>(`/api/works/${work}/what-if`, { signal })
