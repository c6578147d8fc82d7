/** Whether a demo world that starts over is there again: nobody is signed in there, and its first people are known. */
import * as identity from '@/api/identity'
import { guests } from './tour'

export async function madeAnew(): Promise<boolean> {
  try {
    const { person, world } = await identity.me()
    if (person || world !== 'demo') return false
    await Promise.all(guests.map((guest) => identity.profile(guest.handle)))
    return true
  } catch {
    return false
  }
}
