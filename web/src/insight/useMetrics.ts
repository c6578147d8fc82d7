/** The dictionary of metrics; asked once for all pages. */
import { shallowRef } from 'vue'
import * as insight from '@/api/insight'
import type { Metric } from '@/api/insight'

const known = shallowRef(new Map<string, Metric>())
let asking: Promise<void> | null = null

function ask(): Promise<void> {
  return insight.metrics()
    .then((all) => { known.value = new Map(all.map((one) => [one.key, one])) })
    .catch(() => { asking = null })
}

export function useMetrics() {
  asking ??= ask()
  return known
}
