import { ChartNoAxesColumn, ChartSpline, Gauge, KeyRound, Package, ShieldCheck, Store, Truck, UserRoundCog, Waves } from '@lucide/vue'
import type { Component } from 'vue'
import type { Key } from './words'

export interface Task { to: string; word: Key; icon: Component }

/** What an operator comes here to do, in the order of how often. */
export const operatorTasks: Task[] = [
  { to: '/operator/reviews', word: 'nav.reviews', icon: ShieldCheck },
  { to: '/operator/board', word: 'nav.board', icon: Gauge },
  { to: '/operator/people', word: 'nav.people', icon: UserRoundCog },
  { to: '/operator/lake', word: 'nav.lake', icon: Waves },
  { to: '/operator/keys', word: 'nav.keys', icon: KeyRound },
]

/** What a merchant comes here to do. */
export const merchantTasks: Task[] = [
  { to: '/shop', word: 'nav.shop-home', icon: ChartNoAxesColumn },
  { to: '/shop/board', word: 'nav.shop-board', icon: ChartSpline },
  { to: '/shop/orders', word: 'nav.shop-orders', icon: Truck },
  { to: '/shop/products', word: 'nav.shop-products', icon: Package },
  { to: '/shop/settings', word: 'nav.shop-settings', icon: Store },
]
