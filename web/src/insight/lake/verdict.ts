/** What can be said about three counts: they agree, they differ, or they haven't read as far as each other yet. */
import type { Agreement } from '@/api/insight'

export type Verdict = 'agree' | 'not-yet' | 'differ'

export function verdict({ settled, agree }: Pick<Agreement, 'settled' | 'agree'>): Verdict {
  if (!settled) return 'not-yet'
  return agree ? 'agree' : 'differ'
}

/** Whether the two readers of the log count differently. What PostgreSQL has is the state of today: it stands beside them. */
export const differs = ({ lake, redis }: Agreement['rows'][number]) => lake !== redis
