/** The months that have a report, and the report of the one that the address names; the browser checks what is signed. */
import { computed, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import * as ledger from '@/api/ledger'
import * as transparency from '@/api/transparency'
import { useAsked } from '@/api/useAsked'
import { canCheck, isSealed } from '@/ledger/checking'

export function useReport() {
  const route = useRoute()
  const router = useRouter()
  const months = useAsked(transparency.months)
  const all = computed(() => (months.state.value.is === 'done' ? months.state.value.value : []))
  const chosen = computed(() => all.value.find((one) => one.month === route.query.month) ?? all.value[0] ?? null)
  const report = useAsked((signal) => transparency.report(chosen.value?.month ?? '', signal))
  /** Whether the text is the one that was signed; nothing while that isn't known, or can't be. */
  const sealed = shallowRef<boolean | null>(null)

  watch(() => chosen.value?.month, (month) => { if (month) void load() })
  async function load(): Promise<void> {
    sealed.value = null
    await report.load()
    const [state, line] = [report.state.value, chosen.value?.line]
    if (state.is !== 'done' || !line || !canCheck()) return
    const holds = await ledger.keys().then((keys) => isSealed(state.value.text, line, keys)).catch(() => null)
    if (report.state.value === state) sealed.value = holds
  }
  const choose = (month: string) => void router.replace({ query: { month } })
  void months.load()
  return { months: months.state, all, chosen, report: report.state, sealed, load, retry: months.load, choose }
}
