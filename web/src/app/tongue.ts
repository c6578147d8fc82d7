/** Changing the language by hand: its words may have to be fetched first, which can fail. */
import { toast } from '@/design/toasts'
import { speak, t, type Language } from './words'

export async function choose(next: Language): Promise<void> {
  await speak(next).catch(() => toast(t('problem.offline'), 'bad'))
}
