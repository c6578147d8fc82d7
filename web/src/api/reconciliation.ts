/** Whether payment providers and the ledger say the same; for auditors and operators. */
import type { Money } from './catalog'
import { get, post, query } from './client'
import type { List } from './types'

/** A provider's statement of a day, compared; `at` is when. */
export interface Statement { provider: string; day: string; at: string; movements: number; differences: number }
export interface ComparedDay { day: string; statements: Statement[] }
/** `key` is `payment:` or `return:` and the number of the payment. */
export interface Difference { key: string; kind: 'missing-here' | 'missing-there' | 'amount'; theirs: Money; ours: Money }

const one = ({ provider, day }: Statement) => `/api/reconciliations/${encodeURIComponent(provider)}/${day}`
export const days = (cursor?: string | null) => get<List<ComparedDay>>(`/api/reconciliations${query({ cursor, limit: 30 })}`)
export const differences = (statement: Statement, cursor?: string | null) =>
  get<List<Difference>>(`${one(statement)}${query({ cursor, limit: 50 })}`)
export const compareAgain = (statement: Statement) => post<Statement>(one(statement))

/** Whose statements can be imported. */
export const importable = ['stripe', 'wechat', 'alipay'] as const
const MINUTES_MILLIS = 5 * 60_000
export const importStatement = (provider: string, file: Blob) =>
  post<{ lines: number; added: number; statements: Statement[] }>(`/api/reconciliations/${encodeURIComponent(provider)}/statements`, { body: file, timeoutMillis: MINUTES_MILLIS })
