import { shallowRef } from 'vue'
import * as identity from '@/api/identity'
import { asProblem } from '@/api/client'
import type { Loading } from '@/api/loading'
import type { Profile } from '@/api/types'

export function useProfile(handle: () => string) {
  const state = shallowRef<Loading<Profile>>({ is: 'loading' })

  async function load(): Promise<void> {
    state.value = { is: 'loading' }
    try {
      state.value = { is: 'done', value: await identity.profile(handle()) }
    } catch (cause) {
      state.value = { is: 'error', problem: asProblem(cause) }
    }
  }
  function show(value: Profile): void {
    state.value = { is: 'done', value }
  }
  return { state, load, show }
}
