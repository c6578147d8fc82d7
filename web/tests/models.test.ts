import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, nextTick } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Model } from '@/api/ranking'
import { en } from '@/app/words/en'
import { zh } from '@/app/words/zh'
import { speak } from '@/app/words'
import { courseOf, isTelling, judgedOf } from '@/feed/models/course'
import WhatIfNot from '@/feed/WhatIfNot.vue'

const judged = (head: string, auc: number | null, labels = 10) => ({ head, labels, positives: 4, told: 0.4, observed: 0.4, logLoss: 0.6, auc })
const model = (version: number, ...heads: ReturnType<typeof judged>[]): Model =>
  ({ version, parent: version - 1, madeAt: '2026-03-01T12:00:00Z', learned: 100, bytes: 1, verdict: 'passed', kept: true, delay: null, reasons: [], judged: heads })

describe('how models did', () => {
  it('goes from the oldest to the newest, with gaps where nothing was known', () => {
    expect(courseOf([model(3, judged('hold', 0.7)), model(2, judged('like', 0.6)), model(1, judged('hold', null))], 'hold')).toEqual([null, null, 0.7])
  })
  it('leaves out heads without a label and begins with who stays', () => {
    expect(judgedOf(model(1, judged('order', 0.9), judged('share', 0.9, 0), judged('hold', 0.6))).map((one) => one.head)).toEqual(['hold', 'order'])
  })
  it('says nothing of what happened too seldom', () => {
    expect([[100, 20], [100, 19], [100, 81], [39, 20]].map(([labels, positives]) => isTelling({ ...judged('hold', 0.9), labels: labels!, positives: positives! }))).toEqual([true, false, false, false])
  })
  it('has words for all that is predicted, and for each term of a score', () => {
    for (const words of [en, zh] as Record<string, string>[])
      for (const head of ['hold', 'completion', 'watch-time', 'like', 'comment', 'share', 'follow', 'open', 'order', 'dislike']) {
        expect(words[`rules.prediction.${head}`], head).toBeTruthy()
        expect(words[`why.term.${head === 'follow' ? 'new-follow' : head}`], head).toBeTruthy()
      }
  })
})

/** Row of the matrix: GV-03. */
describe('what if this were not known', () => {
  beforeEach(() => speak('en'))
  afterEach(() => void vi.unstubAllGlobals())

  async function asked(answer: unknown, status = 200): Promise<string> {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(answer), { status })))
    const host = document.createElement('div')
    const app = createApp(WhatIfNot, { work: '7' })
    app.use(createRouter({ history: createMemoryHistory(), routes: [{ path: '/:all(.*)*', component: { render: () => null } }] }))
    app.mount(host)
    host.querySelector('button')?.click()
    await vi.waitFor(() => expect(host.querySelector('[role=status]')?.textContent ?? 'Loading').not.toContain('Loading'))
    await nextTick()
    return host.textContent ?? ''
  }

  it('is told place by place', async () => {
    const text = await asked({ place: 3, of: 412, without: [{ data: 'watches', detail: '', place: 87 }, { data: 'tag', detail: 'scene:kitchen', place: 40 }] })
    expect(text).toContain('Now3 of 412')
    expect(text).toContain('Without what you watched lately87 of 412')
    expect(text).toContain('Without your liking for “Kitchen” scenes40 of 412')
  })
  it('says when there is nothing to leave out', async () => {
    expect(await asked({ place: 3, of: 412, without: [] })).toContain('Nothing is known of you')
  })
  it('says what is wrong and lets one try again', async () => {
    expect(await asked({ type: '/problems/not-found', title: 'gone' }, 404)).toContain(en.retry)
  })
})
