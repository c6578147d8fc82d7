/** The shop that this browser acts for, if it is not one's own: a cookie says it, so that pictures and files come too. */
import { computed, shallowRef } from 'vue'
import type { Duty, Workplace } from '@/api/staff'
import type { Task } from '@/app/tasks'

export interface Acting { shop: string; name: string; duties: Duty[] }

const COOKIE = 'kanmai_acting'
const KEPT = 'kanmai.acting'
const places: Record<Duty, string[]> = { goods: ['/shop/products', '/shop/sales'], orders: ['/shop/orders'], service: ['/shop/aftersales', '/shop/messages'], live: ['/me/live'] }
const acting = shallowRef<Acting | null>(remembered())

function remembered(): Acting | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? 'null') as Acting | null
    return kept && document.cookie.includes(`${COOKIE}=${kept.shop}`) ? kept : null
  } catch {
    return null
  }
}
function begin({ shop, name, duties }: Workplace): void {
  acting.value = { shop, name, duties }
  document.cookie = `${COOKIE}=${shop}; path=/; SameSite=Strict`
  localStorage.setItem(KEPT, JSON.stringify(acting.value))
}
function stop(): void {
  acting.value = null
  document.cookie = `${COOKIE}=; path=/; SameSite=Strict; Max-Age=0`
  localStorage.removeItem(KEPT)
}

/** Those tasks that a duty reaches. */
export const within = (tasks: Task[], held: Duty[]) => tasks.filter(({ to }) => held.some((duty) => places[duty].some((place) => to.startsWith(place))))

/** Where somebody with these duties begins. */
export const firstOf = (held: Duty[]) => places[held[0] ?? 'goods'][0] ?? '/shop/products'

export const useActing = () => ({ acting: computed(() => acting.value), begin, stop })
