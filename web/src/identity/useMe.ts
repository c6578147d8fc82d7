/** Who is here: one answer for the whole app, asked once at the start. */
import { computed, ref } from 'vue'
import { useRouter } from 'vue-router'
import * as identity from '@/api/identity'
import type { Me, Role } from '@/api/types'

const me = ref<Me>({ person: null, roles: [], world: 'real', consents: [] })
const known = ref(false)
let asking: Promise<void> | null = null

export function knowMe(): Promise<void> {
  asking ??= identity.me()
    .then((answer) => { me.value = answer })
    .catch(() => { asking = null })
    .finally(() => { known.value = true })
  return asking
}

export function setMe(answer: Me): void {
  me.value = answer
}

export async function forgetMe(): Promise<void> {
  asking = null
  await knowMe()
}

export function useMe() {
  const router = useRouter()
  const person = computed(() => me.value.person)
  const may = (role: Role) => me.value.roles.includes(role)

  /** True when someone is signed in; otherwise leads to the sign-in page and back here, or to `back`, afterwards. */
  function signedIn(back: string = router.currentRoute.value.fullPath): boolean {
    if (person.value) return true
    void router.push({ path: '/sign-in', query: { back } })
    return false
  }
  return { me, person, known, may, signedIn }
}
