/** "Not for this reason": a tag is muted or heard of again. The next page knows; what was fetched already stays. */
import * as conversation from '@/api/conversation'
import { t, told } from '@/app/words'
import { toast } from '@/design/toasts'
import { taste } from './taste'

/** Says so, with a way back; `after` follows every change that the server took. */
export async function mute(tag: string, on: boolean, after: () => void = () => undefined): Promise<void> {
  if (!(await turn(tag, on, after))) return
  toast(t(on ? 'muted.done' : 'muted.again', { what: taste(tag) }), 'plain', { label: t('undo'), act: () => void turn(tag, !on, after) })
}

async function turn(tag: string, on: boolean, after: () => void): Promise<boolean> {
  try {
    await conversation.mute(tag, on)
    after()
    return true
  } catch (cause) {
    toast(told(cause), 'bad')
    return false
  }
}
