import type { Problem } from './client'

/** What a page knows about something it asked for: never three booleans. */
export type Loading<T> = { is: 'loading' } | { is: 'done'; value: T } | { is: 'error'; problem: Problem }
