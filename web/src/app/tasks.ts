import { KeyRound, ShieldCheck, UserRoundCog } from '@lucide/vue'
import type { Component } from 'vue'
import type { Key } from './words'

/** What an operator comes here to do, in the order of how often. */
export const operatorTasks: { to: string; word: Key; icon: Component }[] = [
  { to: '/operator/reviews', word: 'nav.reviews', icon: ShieldCheck },
  { to: '/operator/people', word: 'nav.people', icon: UserRoundCog },
  { to: '/operator/keys', word: 'nav.keys', icon: KeyRound },
]
