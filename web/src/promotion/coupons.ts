/** What a quote says of coupons, and how a coupon is said. */
import type { Coupon } from '@/api/promotion'
import type { Quote } from '@/api/trade'
import { money } from '@/app/money'
import { t } from '@/app/words'

/** The vouchers by which a quote is as low as it is; an order names them. */
export function usedOf(quote: Quote): string[] {
  const used = quote.orders.flatMap((order) => order.explained.flatMap((term) => (term.coupon ? [term.coupon.voucher] : [])))
  return [...new Set(used)]
}

/** What is used after one more is chosen or left; several of one maker are the server's to refuse. */
export function toggled(used: string[], voucher: string): string[] {
  return used.includes(voucher) ? used.filter((one) => one !== voucher) : [voucher, ...used]
}

/** How much a coupon takes off, and from where on. */
export function terms(coupon: Coupon): string {
  const off = coupon.kind === 'percent'
    ? t('coupon.percent', { percent: String(coupon.percent), most: money(coupon.off) })
    : t('coupon.off', { sum: money(coupon.off) })
  return coupon.threshold.minor > 0 ? `${off} · ${t('coupon.from', { sum: money(coupon.threshold) })}` : off
}
