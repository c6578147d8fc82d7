/** How a promise and a line of a file look. */
import type { LineOutcome, ParcelKind, Promised, PromiseState, Report, ReportLine } from '@/api/parcels'

const promiseTones: Record<PromiseState, string> = { open: 'trust', kept: 'ok', missed: 'bad', lapsed: '' }
const kindTones: Record<ParcelKind, string> = { 'picked-up': 'trust', 'in-transit': 'trust', 'out-for-delivery': 'trust', delivered: 'ok', exception: 'bad' }

/** An open promise whose time is over is about to be missed. */
export const promiseTone = (promise: Promised, now: number) =>
  promise.state === 'open' && new Date(promise.by).getTime() <= now ? 'warn' : promiseTones[promise.state]
export const kindTone = (kind: ParcelKind) => kindTones[kind]

export const isFine = (outcome: LineOutcome) => outcome === 'sent' || outcome === 'already'

/** The lines that hold a file back; all of them when there is none. */
export const linesToShow = (report: Report): ReportLine[] => (report.done ? report.lines : report.lines.filter((line) => !isFine(line.outcome)))
