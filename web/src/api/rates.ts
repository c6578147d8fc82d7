/** Rates between currencies, for "about" beside a price; nothing is charged by them. */
import { get, post } from './client'

/** What one unit of `from` was about worth in `to` on a day; `value` is a decimal number as text. */
export interface Rate { from: string; to: string; day: string; value: string; source: string }

export const rates = (signal?: AbortSignal) => get<{ items: Rate[] }>('/api/rates', { signal }).then((answer) => answer.items)
export const enterRates = (items: Rate[]) => post<{ items: Rate[] }>('/api/rates', { body: { items } }).then((answer) => answer.items)
