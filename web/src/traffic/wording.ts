/** What a journey says, in words: cohorts, times of the bar, how long is left, and the smallest change that would have passed. */
import type { Judgement, PoolLine, Rate, Step, Verdict } from '@/api/traffic'
import { isKey, language, t } from '@/app/words'
import { outcomeName } from '@/policy/naming'
import { left } from '@/trade/countdown'

/** Where nothing can be said from above (as `ScoreInterval.WIDEST` of the server). */
export const WIDEST = 64
const DAY_MILLIS = 86_400_000
const CLOCK_DAYS = 2
const [LEAST_EVIDENCE, MOST_EVIDENCE] = [0.01, 1_000_000]

const number = (value: number, least: number, most: number) =>
  new Intl.NumberFormat(language.value === 'zh' ? 'zh-CN' : 'en', { minimumFractionDigits: least, maximumFractionDigits: most }).format(value)

export const score = (value: number) => number(value, 3, 3)
export const times = (value: number) => number(value, 2, 2)

const coded = (key: string, code: string) => (isKey(key) ? t(key) : code)

/** `kitchen/short/new` as people say it; what is any is left out, and nothing left means all works. */
export function cohortName(cohort: string): string {
  const [scene = 'any', length = 'any', age = 'any'] = cohort.split('/')
  const parts = [scene === 'any' ? '' : coded(`facet.${scene}`, scene), length === 'any' ? '' : coded(`cohort.length.${length}`, length), age === 'any' ? '' : coded(`cohort.age.${age}`, age)]
  return parts.filter(Boolean).join(' · ') || t('cohort.all')
}

export type Tone = 'ok' | 'bad' | 'warn' | ''
export function toneOf(state: Step['state']): Tone {
  return ({ open: '', round: 'warn', promoted: 'ok', stopped: 'bad', withdrawn: '' } as const)[state]
}

export const promotes = (verdict: Verdict) => verdict.startsWith('promoted')
export const stops = (verdict: Verdict) => verdict.startsWith('stopped')

/** Where the score lies, in bars. */
export function intervalText({ low, high }: Pick<Judgement, 'low' | 'high'>): string {
  if (low <= 0 && high >= WIDEST) return t('journey.interval-unknown')
  if (low <= 0) return t('journey.interval-most', { high: times(high) })
  return high >= WIDEST ? t('journey.interval-least', { low: times(low) }) : t('journey.interval', { low: times(low), high: times(high) })
}

/** The change of one outcome that the fewest people would have made; nothing when none alone would do. */
export function smallest(rates: Rate[]): Rate | null {
  return rates.filter((one) => (one.lacking ?? 0) > 0).reduce<Rate | null>((least, one) => (least === null || one.lacking! < least.lacking! ? one : least), null)
}

export function changeText(judgement: Pick<Judgement, 'verdict' | 'rates'>): string {
  if (!stops(judgement.verdict)) return ''
  const least = smallest(judgement.rates)
  return least ? t('journey.change', { n: number(least.lacking!, 0, 0), units: number(least.units, 0, 0), did: coded(`did.${least.outcome}`, outcomeName(least.outcome)) }) : t('journey.no-change')
}

/** How many times as much a doubter would have: the logarithm that the server tells, in numbers people can read. */
export function evidence(logarithm: number): string {
  if (logarithm >= Math.log(MOST_EVIDENCE)) return t('journey.over', { n: number(MOST_EVIDENCE, 0, 0) })
  const grown = Math.exp(logarithm)
  if (grown < LEAST_EVIDENCE) return `<${number(LEAST_EVIDENCE, 2, 2)}`
  return number(grown, 0, grown < 10 ? 2 : 0)
}

/** What is left until a deadline: a clock for two days, whole days before; null when it is over. */
export function remaining(deadline: string, now: number): string | null {
  const millis = new Date(deadline).getTime() - now
  return millis > CLOCK_DAYS * DAY_MILLIS ? t('journey.days', { n: Math.floor(millis / DAY_MILLIS) }) : left(deadline, now)
}

/** What the deadline comes to: running, missed and still owed, missed and judged; nothing when all came in time. */
export function deadlineText(step: Pick<Step, 'pool' | 'state' | 'deadline' | 'shortfall' | 'units' | 'quota'>, now: number): { text: string; late: boolean } | null {
  const lacking = step.shortfall ?? 0
  const rest = remaining(step.deadline, now)
  if (step.state === 'open' && rest) return { text: t('journey.left', { rest }), late: false }
  if (step.state === 'open' && step.units < step.quota) {
    return { text: t(step.pool === 1 ? 'journey.owed' : 'journey.over-due', { n: number(lacking || step.quota - step.units, 0, 0) }), late: true }
  }
  return lacking > 0 ? { text: t('journey.short', { n: number(lacking, 0, 0) }), late: true } : null
}

/** A state with the reason that a verdict gives it. */
export const lineState = (line: Pick<PoolLine, 'state' | 'verdict'>) =>
  (line.state === 'promoted' || line.state === 'stopped') && isKey(`verdict-short.${line.verdict}`) ? coded(`verdict-short.${line.verdict}`, line.verdict) : t(`pool-state.${line.state}`)

/** By how much a quota was multiplied, and why. */
export function favourText({ factor, reason }: NonNullable<Step['favour']>): string {
  const key = `credit.mark.${reason}`
  return t('journey.favour', { factor: String(factor), reason: isKey(key) ? t(key) : reason })
}
