/** The monthly reports of how traffic was distributed, as the server signs them. */
import { get, getText } from './client'
import type { LorenzPoint, PoolCount, Shown } from './insight'

export type ReportState = 'running' | 'settling' | 'final'
/** `line` is the signed line over the hash of a final report's text. */
export interface Month { month: string; state: ReportState; signedAt?: string | null; line?: string | null }
export interface Value { metric: string; value?: number | null }
export interface Spread { members: number; exposures: number; figures: Value[]; curve: LorenzPoint[] }
/** Counts of fewer than `few` people are absent, and so is what would be said of them. */
export interface Report {
  month: string; state: ReportState; few: number; under: { size: number; root: string; at: string; line: string }
  pages: number; exposures: number; natural: number; simulated: number; shown: Shown[]; positions: Value[]
  published: { works: number; creators?: number | null; bands: { from: number; to?: number | null; works: number }[] }
  withdrawn: number; creators?: Spread | null; works: Spread
  pools: PoolCount[]
  policies: { policy: number; exposures: number; first: string; last: string }[]
}

export const months = (signal?: AbortSignal) => get<{ items: Month[] }>('/api/transparency', { signal }).then(({ items }) => items)
export const reportFile = (month: string) => `/api/transparency/${month}`

/** The text of a report as it was hashed, and what it says. */
export async function report(month: string, signal?: AbortSignal): Promise<{ text: string; report: Report }> {
  const text = await getText(reportFile(month), signal)
  return { text, report: JSON.parse(text) as Report }
}
