/** How what stands in a document is called by people; the code itself where there are no words. */
import type { Doer, Fault, Release } from '@/api/policies'
import type { TriedGroup } from '@/api/traffic'
import { isKey, language, t } from '@/app/words'

const coded = (key: string, code: string) => (isKey(key) ? t(key) : code)

/** Where the rules of a version are shown; those in force when no version is known. */
export const rulesAt = (version?: number) => (version ? `/rules/${version}` : '/rules')

export const outcomeName = (code: string) => coded(`rules.outcome.${code}`, code)
export const meritName = (code: string) => coded(`rules.merit.${code}`, code)
export const termName = (code: string) => coded(`rules.term.${code}`, code)
export const predictionName = (code: string) => coded(`rules.prediction.${code}`, code)
export const faultText = (fault: Fault) => fault[language.value]

export function doerName(doer: Doer): string {
  return doer.role === 'product' ? t('policy.by-product') : doer.name || t('policy.by-operator')
}

/** By which right a version was released and by whom, without saying the same twice. */
export const releasedBy = (one: Release) => [t(`policy.how.${one.how}`), ...(one.by.role === 'product' ? [] : [doerName(one.by)])].join(' · ')

/** Who is in a group of a dry run. */
export function groupName({ dimension, name }: TriedGroup): string {
  if (dimension === 'ALL') return t('policy.tried-all')
  if (dimension === 'TIER') return coded(`policy.tier.${name}`, name)
  if (dimension === 'AGE') return coded(`cohort.age.${name}`, name)
  return name === 'any' ? t('policy.no-scene') : coded(`facet.${name}`, name)
}
