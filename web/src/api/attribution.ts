/** Whom orders are credited to, by several models beside each other. */
import type { Money } from './catalog'
import { get, query } from './client'
import type { AsOf, Scope } from './insight'

export const models = ['first', 'last', 'linear', 'position', 'decay', 'shapley'] as const
export type Model = (typeof models)[number]
export const attributionBy = ['source', 'work'] as const
export type AttributionBy = (typeof attributionBy)[number]
/** `direct`: nothing led there; `others`: all small ones together. */
export interface Credited { channel: string; title?: string | null; credits: Record<Model, Money> }
export interface Attribution { asOf: AsOf; from: string; to: string; by: AttributionBy; lines: number; cut: boolean; totals: Money[]; rows: Credited[] }

export const attribution = (scope: Scope, by: AttributionBy, from: string | null, to: string | null) =>
  get<Attribution>(`/api/insight/attribution${query({ scope, by, from, to })}`)
