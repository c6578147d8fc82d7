/** Links that know from whom they are, so that a chain of friends can be followed; who is not signed in shares a plain one. */
import { onMounted } from 'vue'
import * as sharing from '@/api/sharing'
import type { ShareKind } from '@/api/sharing'
import { shareLink } from '@/catalog/shareLink'
import { useMe } from '@/identity/useMe'

const NUMBER = /^\d{1,18}$/
const place = (kind: ShareKind, subject: string) => `kanmai.came-by.${kind}.${subject}`

/** The link by which somebody came to a page in this visit. */
export const cameBy = (kind: ShareKind, subject: string): string | null => sessionStorage.getItem(place(kind, subject))

/** The number of a link in an address; null for anything else. */
export function linkIn(search: string): string | null {
  const id = new URLSearchParams(search).get('share')
  return id && NUMBER.test(id) ? id : null
}
/** Remembers by whose link this page was opened, tells of it once somebody is signed in, and hands on its address with one's own link. */
export function useLinks(kind: ShareKind, subject: () => string) {
  const { person } = useMe()

  onMounted(async () => {
    const found = linkIn(location.search)
    if (found) sessionStorage.setItem(place(kind, subject()), found)
    const link = cameBy(kind, subject())
    if (!link || !person.value) return
    // A link that is gone leads to the page all the same.
    await sharing.visit(link).catch(() => undefined)
  })
  async function share(path: string, title: string): Promise<void> {
    await shareLink(await own(path), title)
  }
  async function own(path: string): Promise<string> {
    if (!person.value) return path
    const system = window.matchMedia('(pointer: coarse)').matches && 'share' in navigator
    try {
      const link = await sharing.share(kind, subject(), system ? 'system' : 'copy', cameBy(kind, subject()))
      return `${path}?share=${link.id}`
    } catch {
      return path
    }
  }
  return { share }
}
