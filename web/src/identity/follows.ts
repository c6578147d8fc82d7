/** Whom I follow, as far as this visit has seen: one answer for every place that shows the same person. */
import { reactive } from 'vue'
import * as identity from '@/api/identity'
import { told } from '@/app/words'
import { toast } from '@/design/toasts'

const known = reactive(new Map<string, boolean>())

export function follows(person: { handle: string; followed: boolean }): boolean {
  return known.get(person.handle) ?? person.followed
}

export async function setFollow(person: { handle: string; followed: boolean }, on: boolean, itemToken?: string): Promise<void> {
  const before = follows(person)
  known.set(person.handle, on)
  try {
    await identity.follow(person.handle, on, itemToken)
  } catch (cause) {
    known.set(person.handle, before)
    toast(told(cause), 'bad')
  }
}

export function forgetFollows(): void {
  known.clear()
}
