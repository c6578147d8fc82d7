/** The rules of distribution: what holds, what is proposed, and what operators do with them. */
import { get, post } from './client'

export type How = 'first' | 'two-people' | 'single-handed' | 'rollback'
/** `name` is told to operators only, and not once that person was erased. */
export interface Doer { role: 'product' | 'operator'; name?: string | null }
/** Units a day: `promised` for each pool. */
export interface Plan { promised: number[]; carried: number; shortfall: number }
export interface Release {
  number: number; version: number; beginsAt: string; how: How; by: Doer; at: string
  reason?: string | null; plan?: Plan | null; waiver?: string | null
}
/** `from` is a day of the site's zone; from `noticeEndsAt` on its proposer may release it alone. */
export interface Proposal {
  version: number; state: 'proposed' | 'withdrawn' | 'released'; from: string; by: Doer; at: string; noticeEndsAt: string; why: string; mine: boolean
  plan?: Plan | null; withdrawal?: { by: Doer; at: string } | null
}
export interface Overview { inForce: number; next: number; zone: string; releases: Release[]; documents: Proposal[] }
export interface Pool { number: number; least: number; most: number; deadlineHours: number; atEnd: boolean; alphaShare: number; bar: number; startBar: number }
export interface Rules {
  version: number; from: string; score: Record<string, number>; conversion: number
  unit: { playedSeconds: number; heldSeconds: number; completed: number; maturesMinutes: number }
  account: { weights: Record<string, number>; violationDays: number; latelyDays: number }
  newcomers: { days: number; works: number; quota: number }
  cohort: { shortSeconds: number; middleSeconds: number; historyDays: number; leastWorks: number; cellUnits: number }
  alpha: number; pools: Pool[]; fullQuotaAt: number; hot: { quota: number; reviewers: number }; credit: { honest: number; blacklisted: number }
  page: { reserved: number; positions: number }; ranking: Record<string, number>; predicted: Record<string, number>
}
export interface Holding { version: number; since: string; how: How; rules: Rules }
/** A document as it was signed; `digest` and `signature` are base64. */
export interface Whole { version: number; text: string; digest: string; signature: string; key: string; rules: Rules }
/** One broken rule, with the line of the text. */
export interface Fault { line: number; en: string; zh: string }

export const overview = (signal?: AbortSignal) => get<Overview>('/api/policies', { signal })
export const inForce = (signal?: AbortSignal) => get<Holding>('/api/policies/in-force', { signal })
export const whole = (version: number, signal?: AbortSignal) => get<Whole>(`/api/policies/${version}`, { signal })
export const check = (text: string) => post<{ rules: Rules; plan?: Plan | null }>('/api/policies/check', { body: { text } })
export const propose = (text: string, why: string) => post<Proposal>('/api/policies', { body: { text, why } })
export const approve = (version: number, waiver: string | null) => post<Proposal>(`/api/policies/${version}/approval`, { body: { waiver } })
export const releaseAlone = (version: number, waiver: string | null) => post<Proposal>(`/api/policies/${version}/release`, { body: { waiver } })
export const withdraw = (version: number) => post<Proposal>(`/api/policies/${version}/withdrawal`)
export const rollBack = (version: number, why: string) => post<Proposal>(`/api/policies/${version}/rollback`, { body: { why } })
