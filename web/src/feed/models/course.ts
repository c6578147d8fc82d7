/** How models did one after the other. */
import type { Judged, Model } from '@/api/ranking'

const ENOUGH = 20
const SHOWN = ['hold', 'completion', 'watch-time', 'like', 'comment', 'share', 'follow', 'open', 'order', 'dislike']

/** What can be said of a model's heads, the most watched for first; of those without a label nothing can. */
export const judgedOf = (model: Model): Judged[] =>
  model.judged.filter((one) => one.labels > 0).sort((one, other) => SHOWN.indexOf(one.head) - SHOWN.indexOf(other.head))

/** Whether there were enough of both outcomes to say how well they are told apart. */
export const isTelling = ({ labels, positives }: Judged): boolean => positives >= ENOUGH && labels - positives >= ENOUGH

/** The area of one head from the oldest model to the newest, null where it was not known. */
export const courseOf = (models: Model[], head: string): (number | null)[] =>
  [...models].reverse().map((model) => model.judged.find((one) => one.head === head)?.auc ?? null)
