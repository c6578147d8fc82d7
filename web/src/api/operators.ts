/** What only operators ask for: people with their roles, changes of roles, a phone number with a reason, the data key. */
import { get, post, query } from './client'
import type { KeyProgress, List, Role, Roled, RoleRequest } from './types'

export interface RoleWish { handle: string; role: Role; change: 'grant' | 'revoke'; reason: string }

export const people = (q: string, role: Role | null, cursor?: string | null) =>
  get<List<Roled>>(`/api/people${query({ q, role, cursor, limit: 30 })}`)
export const roleRequests = (cursor?: string | null) => get<List<RoleRequest>>(`/api/role-requests${query({ cursor, limit: 50 })}`)
export const askForRole = (body: RoleWish) => post<RoleRequest>('/api/role-requests', { body })
export const decideRole = (id: string, approve: boolean) => post<RoleRequest>(`/api/role-requests/${id}/decision`, { body: { approve } })
export const readPhone = (handle: string, reason: string) =>
  get<{ phone: string }>(`/api/people/${encodeURIComponent(handle)}/phone${query({ reason })}`)
export const rotateKey = () => post<KeyProgress>('/api/data-keys')
/** Makes a demo world forget all that happened and start again; the server is away meanwhile. */
export const startOver = () => post<void>('/api/demo/reset', { body: { confirm: 'reset' } })
