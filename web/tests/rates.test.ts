import { describe, expect, it } from 'vitest'
import { about, typedRates } from '@/payment/rates/about'

const rate = (from: string, to: string, day: string, value: string) => ({ from, to, day, value, source: 'bank' })

describe('about', () => {
  it('counts by the newer of both ways, to the smallest unit of each currency', () => {
    const rates = [rate('CNY', 'JPY', '2026-03-01', '20.5'), rate('USD', 'CNY', '2026-03-02', '7.2'), rate('CNY', 'USD', '2026-03-01', '0.5')]
    expect(about({ minor: 1990, currency: 'CNY' }, 'JPY', rates)?.amount).toEqual({ minor: 408, currency: 'JPY' })
    expect(about({ minor: 7200, currency: 'CNY' }, 'USD', rates)?.amount).toEqual({ minor: 1000, currency: 'USD' })
  })
  it('says nothing of the same currency, nor without a rate', () => {
    expect(about({ minor: 1, currency: 'CNY' }, 'CNY', [rate('CNY', 'USD', '2026-03-01', '1')])).toBeNull()
    expect(about({ minor: 1, currency: 'CNY' }, 'EUR', [rate('CNY', 'USD', '2026-03-01', '1')])).toBeNull()
  })
  it('reads rates line by line, all or none', () => {
    expect(typedRates('2026-01-31,USD,CNY,7.12\n\n 2026-01-31;EUR;CNY;8 ', 'bank')).toEqual([rate('USD', 'CNY', '2026-01-31', '7.12'), rate('EUR', 'CNY', '2026-01-31', '8')])
    expect(typedRates('2026-01-31,USD,CNY,7.12\nUSD is 7', 'bank')).toBeNull()
    expect(typedRates('', 'bank')).toBeNull()
  })
})
