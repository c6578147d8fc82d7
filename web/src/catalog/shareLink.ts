/** Hands an address to the system's sharing where there is one, else copies it. */
import { t } from '@/app/words'
import { toast } from '@/design/toasts'

export async function shareLink(path: string, title: string): Promise<void> {
  const url = location.origin + path
  const coarse = window.matchMedia('(pointer: coarse)').matches
  try {
    if (coarse && 'share' in navigator) return await navigator.share({ title, url })
    await navigator.clipboard.writeText(url)
    toast(t('share.copied'))
  } catch (cause) {
    if ((cause as DOMException).name !== 'AbortError') toast(t('share.by-hand'), 'bad')
  }
}
