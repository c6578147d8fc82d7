/** What can be done with a complaint, and how it looks. */
import type { Complaint, ComplaintFigures, ComplaintState } from '@/api/complaints'

const tones: Record<ComplaintState, string> = { open: 'warn', answered: 'trust', escalated: 'warn', decided: 'ok', closed: '' }
export const complaintTone = (state: ComplaintState) => tones[state]

export const isOver = (complaint: Complaint) => complaint.state === 'decided' || complaint.state === 'closed'
/** The shop has its time first. */
export const mayEscalate = (complaint: Complaint) => complaint.state === 'answered'
/** One complaint about an order at a time. */
export const mayComplain = (all: Complaint[]) => all.every(isOver)

/** Shares of the figures; absent where there is nothing to divide by. */
export function handled(figures: ComplaintFigures): { answered: number | null; satisfied: number | null } {
  const share = (part: number, of: number) => (of > 0 ? part / of : null)
  return { answered: share(figures.answered, figures.complaints), satisfied: share(figures.satisfied, figures.rated) }
}
