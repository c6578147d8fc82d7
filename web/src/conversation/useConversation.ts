/** The comments of one work: shown at once, taken back when the server refuses. */
import { reactive } from 'vue'
import type { Comment, List, Person, Work } from '@/api/types'
import * as conversation from '@/api/conversation'
import { useList } from '@/api/useList'
import { t, told } from '@/app/words'
import { toast } from '@/design/toasts'

export interface Replies { items: Comment[]; next: string | null; begun: boolean }

export function useConversation(work: () => Work, token: () => string | undefined) {
  const list = useList<Comment>((cursor) => conversation.comments(work().id, null, cursor))
  const replies = reactive(new Map<string, Replies>())
  let local = 0

  const repliesOf = (id: string): Replies => {
    if (!replies.has(id)) replies.set(id, { items: [], next: null, begun: false })
    return replies.get(id)!
  }

  async function openReplies(parent: Comment): Promise<void> {
    const held = repliesOf(parent.id)
    try {
      const page: List<Comment> = await conversation.comments(work().id, parent.id, held.next)
      const fresh = page.items.filter((one) => !held.items.some((other) => other.id === one.id))
      Object.assign(held, { items: [...held.items, ...fresh], next: page.next, begun: true })
    } catch (cause) {
      toast(told(cause), 'bad')
    }
  }

  /** Answers whether it was said; when not, the words are the caller's to keep. */
  async function say(text: string, author: Person, parent: Comment | null): Promise<boolean> {
    const draft = drafted(text, author, parent)
    place(draft, parent)
    try {
      const said = await conversation.say(work().id, text, draft.parent, token())
      replace(draft, said)
      return true
    } catch (cause) {
      withdraw(draft)
      toast(told(cause), 'bad')
      return false
    }
  }

  function drafted(text: string, author: Person, parent: Comment | null): Comment {
    const thread = parent ? parent.parent ?? parent.id : null
    return {
      id: `local-${++local}`, author, text, at: new Date().toISOString(), likes: 0, liked: false, replies: 0, parent: thread,
      mentions: [], mine: true, byCreator: author.id === work().creator.id, deleted: false,
    }
  }
  const shelf = (one: Comment) => (one.parent ? repliesOf(one.parent).items : list.items.value)
  const top = (id: string) => list.items.value.find((one) => one.id === id)

  function place(draft: Comment, parent: Comment | null): void {
    if (parent) shelf(draft).push(draft)
    else shelf(draft).unshift(draft)
    tally(draft, 1)
  }
  function withdraw(draft: Comment): void {
    const items = shelf(draft)
    items.splice(items.findIndex((one) => one.id === draft.id), 1)
    tally(draft, -1)
  }
  function replace(draft: Comment, said: Comment): void {
    const items = shelf(draft)
    items.splice(items.findIndex((one) => one.id === draft.id), 1, said)
  }
  function tally(one: Comment, by: number): void {
    work().counts.comments += by
    const parent = one.parent ? top(one.parent) : undefined
    if (parent) parent.replies += by
  }

  async function unsay(one: Comment): Promise<void> {
    one.deleted = true
    tally(one, -1)
    try {
      await conversation.unsay(one.id)
      toast(t('comments.deleted-toast'))
    } catch (cause) {
      one.deleted = false
      tally(one, 1)
      toast(told(cause), 'bad')
    }
  }

  async function like(one: Comment): Promise<void> {
    const on = !one.liked
    Object.assign(one, { liked: on, likes: one.likes + (on ? 1 : -1) })
    try {
      const answer = await conversation.likeComment(one.id, on)
      Object.assign(one, { liked: answer.liked, likes: answer.likes })
    } catch (cause) {
      Object.assign(one, { liked: !on, likes: one.likes + (on ? -1 : 1) })
      toast(told(cause), 'bad')
    }
  }
  return { list, repliesOf, openReplies, say, unsay, like }
}
