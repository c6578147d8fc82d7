import { ArrowLeftRight, BadgeCheck, BookCheck, BrainCircuit, ChartNoAxesColumn, ChartSpline, ExternalLink, FileCheck, FileClock, FlaskConical, Gauge, Gift, HandCoins, Handshake, KeyRound, Layers, ListTree, MessageCircleWarning, MessageSquareText, MonitorPlay, Package, PackageCheck, Radio, Scale, ScanEye, ScrollText, ShieldCheck, Split, Star, Store, TicketPercent, Truck, Undo2, UserRoundCog, Users, Warehouse, Waves, Waypoints, Zap } from '@lucide/vue'
import type { Component } from 'vue'
import type { Me } from '@/api/types'
import type { Key } from './words'

const parts = ['works', 'traffic', 'trade', 'site'] as const
/** A `demo` task is there in a demo world only; where there are many tasks, each stands under a heading. */
export interface Task { to: string; word: Key; icon: Component; part?: (typeof parts)[number]; demo?: boolean }

const tasksIn = (world: Me['world'], tasks: Task[]) => tasks.filter((one) => !one.demo || world === 'demo')

/** Tasks under their headings; `all` under none. */
export function grouped(world: Me['world'], tasks: Task[], all: Key): { heading: Key; tasks: Task[] }[] {
  const here = tasksIn(world, tasks)
  if (!here.some((one) => one.part)) return [{ heading: all, tasks: here }]
  return parts.map((part) => ({ heading: `nav.part.${part}` as const, tasks: here.filter((one) => one.part === part) })).filter((one) => one.tasks.length)
}

/** What an operator comes here to do, in the order of how often. */
export const operatorTasks: Task[] = [
  { to: '/operator/reviews', word: 'nav.reviews', icon: ShieldCheck, part: 'works' },
  { to: '/operator/live', word: 'nav.live-wall', icon: MonitorPlay, part: 'works' },
  { to: '/operator/board', word: 'nav.board', icon: Gauge, part: 'works' },
  { to: '/operator/traffic', word: 'nav.traffic', icon: Waypoints, part: 'traffic' },
  { to: '/operator/pools', word: 'nav.pools', icon: Layers, part: 'traffic' },
  { to: '/operator/policies', word: 'nav.policies', icon: ScrollText, part: 'traffic' },
  { to: '/models', word: 'nav.models', icon: BrainCircuit, part: 'traffic' },
  { to: '/ledger', word: 'nav.ledger', icon: BookCheck, part: 'traffic' },
  { to: '/transparency', word: 'nav.transparency', icon: ScanEye, part: 'traffic' },
  { to: '/operator/disputes', word: 'nav.disputes', icon: Handshake, part: 'trade' },
  { to: '/operator/credit', word: 'nav.credit', icon: BadgeCheck, part: 'trade' },
  { to: '/operator/complaints', word: 'nav.complaints', icon: MessageCircleWarning, part: 'trade' },
  { to: '/operator/gifts', word: 'nav.gifts', icon: Gift, part: 'trade' },
  { to: '/operator/promotions', word: 'nav.site-promotions', icon: TicketPercent, part: 'trade' },
  { to: '/operator/entries', word: 'nav.entries', icon: FileCheck, part: 'trade' },
  { to: '/operator/categories', word: 'nav.categories', icon: ListTree, part: 'trade' },
  { to: '/auditor/reconciliations', word: 'nav.reconciliations', icon: Scale, part: 'trade' },
  { to: '/auditor/payouts', word: 'nav.payouts', icon: HandCoins, part: 'trade' },
  { to: '/operator/rates', word: 'nav.rates', icon: ArrowLeftRight, part: 'trade' },
  { to: '/operator/attribution', word: 'nav.attribution', icon: Split, part: 'trade' },
  { to: '/operator/people', word: 'nav.people', icon: UserRoundCog, part: 'site' },
  { to: '/operator/lake', word: 'nav.lake', icon: Waves, part: 'site' },
  { to: '/operator/keys', word: 'nav.keys', icon: KeyRound, part: 'site' },
  { to: '/operator/demo', word: 'nav.demo', icon: FlaskConical, part: 'site', demo: true },
]

/** What an auditor who is no operator comes here to do. */
export const auditorTasks: Task[] = [
  { to: '/auditor/reconciliations', word: 'nav.reconciliations', icon: Scale },
  { to: '/auditor/payouts', word: 'nav.payouts', icon: HandCoins },
  { to: '/ledger', word: 'nav.ledger', icon: BookCheck },
  { to: '/transparency', word: 'nav.transparency', icon: ScanEye },
]

/** A shop's live rooms, for who acts for it. */
export const liveTask: Task = { to: '/me/live', word: 'live.studio', icon: Radio }

/** What a merchant comes here to do. */
export const merchantTasks: Task[] = [
  { to: '/shop', word: 'nav.shop-home', icon: ChartNoAxesColumn },
  { to: '/shop/board', word: 'nav.shop-board', icon: ChartSpline },
  { to: '/shop/attribution', word: 'nav.attribution', icon: Split },
  { to: '/shop/orders', word: 'nav.shop-orders', icon: Truck },
  { to: '/shop/shipping', word: 'nav.shop-shipping', icon: PackageCheck },
  { to: '/shop/freight', word: 'nav.shop-freight', icon: Warehouse },
  { to: '/shop/aftersales', word: 'nav.shop-aftersales', icon: Undo2 },
  { to: '/shop/messages', word: 'nav.shop-messages', icon: MessageSquareText },
  { to: '/shop/reviews', word: 'nav.shop-reviews', icon: Star },
  { to: '/shop/credit', word: 'nav.shop-credit', icon: BadgeCheck },
  { to: '/shop/products', word: 'nav.shop-products', icon: Package },
  { to: '/shop/sales', word: 'nav.shop-sales', icon: Zap },
  { to: '/shop/alliance', word: 'nav.shop-alliance', icon: Handshake },
  { to: '/shop/settlement', word: 'nav.shop-settlement', icon: HandCoins },
  { to: '/shop/promotions', word: 'nav.shop-promotions', icon: TicketPercent },
  { to: '/shop/external', word: 'nav.shop-external', icon: ExternalLink },
  { to: '/shop/past-sales', word: 'nav.shop-past-sales', icon: FileClock },
  { to: '/shop/staff', word: 'nav.shop-staff', icon: Users },
  { to: '/shop/settings', word: 'nav.shop-settings', icon: Store },
]
