/** The tags that one chose to begin with; the feed uses them while little else is known. */
import * as conversation from '@/api/conversation'
import { t, told } from '@/app/words'
import { toast } from '@/design/toasts'

export const MOST = 10
export const chosen = async (signal?: AbortSignal) => (await conversation.interests(signal)).tags

/** Keeps them in the place of those before; returns whether the server took them. */
export async function choose(tags: string[]): Promise<boolean> {
  try {
    await conversation.chooseInterests(tags)
    toast(t(tags.length ? 'interests.kept' : 'interests.none'))
    return true
  } catch (cause) {
    toast(told(cause), 'bad')
    return false
  }
}
