/** What a shop's record is worth, and the blacklist. */
import { get, post, query } from './client'
import type { List, Person } from './types'

export const creditLevels = ['watched', 'plain', 'honest', 'new'] as const
export type CreditLevel = (typeof creditLevels)[number]
export type CreditMark = 'none' | 'honest-merchant' | 'blacklisted'
export type CreditMeasure = 'reviews' | 'faults' | 'disputes' | 'late'
export type ListingState = 'asked' | 'standing' | 'appealed' | 'refused' | 'lifted'

export interface ShopStanding { mark: CreditMark; level: CreditLevel | null }
/** `all` is the figure that gives all of the `most` points, `none` the one that gives none. */
export interface CreditTerm { measure: CreditMeasure; figure: number; points: number; most: number; all: number; none: number }
export interface Came { level: CreditLevel; score: number; version: number; at: string; terms: CreditTerm[] }
export interface Listed { state: ListingState; reason: string; at: string | null; appeal: string; answer: string }
export interface OwnCredit { mark: CreditMark; factor: number; honest: number; plain: number; enough: number; now: Came | null; history: Came[]; listed: Listed | null }
export interface CreditRow { shop: string; name: string | null; credit: Came; blacklisted: boolean }
export interface Listing {
  id: string; shop: string; name: string | null; state: ListingState; reason: string; askedBy: Person | null; askedAt: string
  putBy: Person | null; putAt: string | null; appeal: string; answer: string; endedAt: string | null
}

export const standingOf = (shop: string) => get<ShopStanding>(`/api/shops/${shop}/credit`)
export const ownCredit = () => get<OwnCredit>('/api/me/shop/credit')
export const appeal = (words: string) => post<OwnCredit>('/api/me/shop/credit/appeal', { body: { words } })
export const creditBoard = (level: CreditLevel, cursor?: string | null) => get<List<CreditRow>>(`/api/credit${query({ level, cursor, limit: 30 })}`)
export const listings = (cursor?: string | null) => get<List<Listing>>(`/api/blacklistings${query({ cursor, limit: 30 })}`)
export const askListing = (shop: string, reason: string) => post<Listing>('/api/blacklistings', { body: { shop, reason } })
export const putListing = (id: string) => post<Listing>(`/api/blacklistings/${id}/approval`)
export const refuseListing = (id: string, words: string) => post<Listing>(`/api/blacklistings/${id}/refusal`, { body: { words } })
export const answerListing = (id: string, lift: boolean, words: string) => post<Listing>(`/api/blacklistings/${id}/answer`, { body: { lift, words } })
