import { get, patch, post, put, query, remove } from './client'
import type { Answered, Consent, DataAccess, List, Me, Person, Profile, Purpose, Region, Suggestion } from './types'

export const me = () => get<Me>('/api/me')
export const signUp = (body: { handle: string; name: string; password: string; invitation?: string; consents?: Purpose[] }) =>
  post<Me>('/api/people', { body })
export const signIn = (handle: string, password: string) => post<Me>('/api/session', { body: { handle, password } })
export const signOut = () => remove<void>('/api/session')
export const signOutEverywhere = () => remove<void>('/api/sessions')
export const changeMe = (body: { name?: string; bio?: string }) => patch<Me>('/api/me', { body })
export const changeAvatar = (image: Blob) =>
  put<Me>('/api/me/avatar', { body: image, headers: { 'Content-Type': image.type } })
export const changePassword = (current: string, next: string) => put<void>('/api/me/password', { body: { current, next } })
export const phone = () => get<{ masked: string | null }>('/api/me/phone')
export const changePhone = (number: string) => put<{ masked: string }>('/api/me/phone', { body: { phone: number } })
export const forgetPhone = () => remove<void>('/api/me/phone')
export const dataAccess = (cursor?: string | null) => get<List<DataAccess>>(`/api/me/data-access${query({ cursor })}`)
export const changeConsent = (purpose: Purpose, given: boolean) =>
  put<Consent[]>(`/api/me/consents/${purpose}`, { body: { given } })
export const consentHistory = (cursor?: string | null) => get<List<Answered>>(`/api/me/consents/history${query({ cursor })}`)
export const region = () => get<{ region?: Region | null }>('/api/me/region')
export const changeRegion = (chosen: Region) => put<{ region: Region }>('/api/me/region', { body: { region: chosen } })
export const forgetRegion = () => remove<void>('/api/me/region')
export const erase = (password: string) => remove<void>('/api/me', { body: { password } })

const person = (handle: string) => `/api/people/${encodeURIComponent(handle)}`
export const profile = (handle: string) => get<Profile>(person(handle))
export const follow = (handle: string, on: boolean, itemToken?: string | null) =>
  (on ? put<Profile> : remove<Profile>)(`${person(handle)}/follow`, { itemToken })
export const block = (handle: string, on: boolean) => (on ? put<Profile> : remove<Profile>)(`${person(handle)}/block`)
export const followers = (handle: string, cursor?: string | null) =>
  get<List<Person>>(`${person(handle)}/followers${query({ cursor })}`)
export const following = (handle: string, cursor?: string | null) =>
  get<List<Person>>(`${person(handle)}/following${query({ cursor })}`)
export const blocks = (cursor?: string | null) => get<List<Person>>(`/api/me/blocks${query({ cursor })}`)
export const suggested = (signal?: AbortSignal) => get<{ items: Suggestion[] }>('/api/people/suggested', { signal })
export const unsuggest = (handle: string, on: boolean) => (on ? put<void> : remove<void>)(`/api/me/unsuggested/${encodeURIComponent(handle)}`)
