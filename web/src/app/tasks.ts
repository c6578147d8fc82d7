import { BookCheck, ChartNoAxesColumn, ChartSpline, FlaskConical, Gauge, KeyRound, Layers, Package, Scale, ScanEye, ScrollText, ShieldCheck, Store, Truck, UserRoundCog, Waves, Waypoints } from '@lucide/vue'
import type { Component } from 'vue'
import type { Me } from '@/api/types'
import type { Key } from './words'

/** A `demo` task is there in a demo world only. */
export interface Task { to: string; word: Key; icon: Component; demo?: boolean }

export const tasksIn = (world: Me['world'], tasks: Task[]) => tasks.filter((one) => !one.demo || world === 'demo')

/** What an operator comes here to do, in the order of how often. */
export const operatorTasks: Task[] = [
  { to: '/operator/reviews', word: 'nav.reviews', icon: ShieldCheck },
  { to: '/operator/board', word: 'nav.board', icon: Gauge },
  { to: '/operator/traffic', word: 'nav.traffic', icon: Waypoints },
  { to: '/operator/pools', word: 'nav.pools', icon: Layers },
  { to: '/operator/people', word: 'nav.people', icon: UserRoundCog },
  { to: '/operator/policies', word: 'nav.policies', icon: ScrollText },
  { to: '/operator/lake', word: 'nav.lake', icon: Waves },
  { to: '/auditor/reconciliations', word: 'nav.reconciliations', icon: Scale },
  { to: '/ledger', word: 'nav.ledger', icon: BookCheck },
  { to: '/transparency', word: 'nav.transparency', icon: ScanEye },
  { to: '/operator/keys', word: 'nav.keys', icon: KeyRound },
  { to: '/operator/demo', word: 'nav.demo', icon: FlaskConical, demo: true },
]

/** What an auditor who is no operator comes here to do. */
export const auditorTasks: Task[] = [
  { to: '/auditor/reconciliations', word: 'nav.reconciliations', icon: Scale },
  { to: '/ledger', word: 'nav.ledger', icon: BookCheck },
  { to: '/transparency', word: 'nav.transparency', icon: ScanEye },
]

/** What a merchant comes here to do. */
export const merchantTasks: Task[] = [
  { to: '/shop', word: 'nav.shop-home', icon: ChartNoAxesColumn },
  { to: '/shop/board', word: 'nav.shop-board', icon: ChartSpline },
  { to: '/shop/orders', word: 'nav.shop-orders', icon: Truck },
  { to: '/shop/products', word: 'nav.shop-products', icon: Package },
  { to: '/shop/settings', word: 'nav.shop-settings', icon: Store },
]
