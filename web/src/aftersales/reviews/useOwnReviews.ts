/** What a buyer does with the reviews of one order. */
import { shallowRef } from 'vue'
import * as reviews from '@/api/reviews'
import type { Opinion, ProductReview, ReviewedLine } from '@/api/reviews'
import { t, told } from '@/app/words'
import { toast } from '@/design/toasts'

export function useOwnReviews(order: string) {
  const lines = shallowRef<ReviewedLine[]>([])
  const busy = shallowRef(false)

  async function load(): Promise<void> {
    lines.value = await reviews.reviewedLines(order).catch(() => lines.value)
  }
  /** Does something, says how it went, looks again; true when it went well. */
  async function act<T>(call: () => Promise<T>, thanks: (done: T) => void): Promise<boolean> {
    busy.value = true
    try {
      thanks(await call())
      return true
    } catch (cause) {
      toast(told(cause), 'bad')
      return false
    } finally {
      await load()
      busy.value = false
    }
  }
  const withdraw = (id: string) => act(() => reviews.withdrawReview(id), () => toast(t('review.withdrawn')))
  const written = (review: ProductReview) => toast(t(review.held ? 'review.waits' : 'review.thanks'), 'plain', { label: t('undo'), act: () => void withdraw(review.id) })
  const save = (line: ReviewedLine, opinion: Opinion) => {
    const review = line.review
    return review
      ? act(() => reviews.changeReview(review.id, opinion), (done) => toast(t(done.held ? 'review.waits' : 'review.saved')))
      : act(() => reviews.writeReview(order, line.line, opinion), written)
  }
  const follow = (id: string, words: string) => act(() => reviews.followUp(id, words), (done) => toast(t(done.followUp?.held ? 'review.waits' : 'review.saved')))
  return { lines, busy, load, withdraw, save, follow }
}
