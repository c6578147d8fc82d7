/** What comes next on a work's way, as one would tell its creator. */
import type { Journey } from '@/api/traffic'
import { exact } from '@/app/format'
import { t } from '@/app/words'
import { remaining, type Tone } from './wording'

export interface NextSaid { title: string; about: string; tone: Tone }

export function nextText(journey: Journey, pools: number, now: number): NextSaid {
  const last = journey.steps.at(-1)
  if (!last || journey.next === 'opening') return { title: t('next.opening'), about: t('next.opening-about'), tone: '' }
  if (journey.next === 'showing') return showing(last, pools, now)
  if (journey.next === 'end') return ended(last, pools)
  const tone: Tone = journey.next === 'withdrawn' ? 'bad' : ''
  return { title: t(`next.${journey.next}`), about: t(`next.${journey.next}-about`), tone }
}

function showing(last: Journey['steps'][number], pools: number, now: number): NextSaid {
  const rest = remaining(last.deadline, now)
  const about = t(rest ? 'next.showing-about' : last.pool === 1 ? 'next.showing-owed' : 'next.showing-late', { n: exact(Math.max(0, last.quota - last.units)), rest: rest ?? '' })
  return { title: last.pool > pools ? t('next.showing-hot') : t('next.showing', { n: last.pool }), about, tone: '' }
}

/** Its way is over: stopped, refused by people though data let it through, or through all of it. */
function ended(last: Journey['steps'][number], pools: number): NextSaid {
  if (last.state === 'stopped') return { title: t(last.pool > pools ? 'next.end-hot' : 'next.end-stopped', { n: last.pool }), about: t('next.end-about'), tone: '' }
  return last.pool > pools
    ? { title: t('next.end-hot'), about: t('next.end-about'), tone: 'ok' }
    : { title: t('next.end-refused'), about: t('next.end-refused-about'), tone: '' }
}
