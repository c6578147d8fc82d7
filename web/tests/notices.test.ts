import { beforeEach, describe, expect, it } from 'vitest'
import { noticeKinds, noticePurposes, type Notice } from '@/api/notices'
import { calendarDay } from '@/app/format'
import { isKey, speak } from '@/app/words'
import { byDay, reason, sentence, spoken, way } from '@/notices/wording'

const people = ['Anna', 'Bo', 'Chen'].map((name, n) => ({ id: String(n), handle: name.toLowerCase(), name, bio: '', avatar: null }))
const liked = (more: Partial<Notice> = {}): Notice => ({
  id: '1', purpose: 'conversation', kind: 'liked', at: '2026-03-02T04:00:00Z', read: false, actors: people, count: 12,
  subject: { kind: 'work', id: '7' }, arguments: {}, glimpse: null, ...more,
})

describe('a notice', () => {
  beforeEach(() => speak('en'))

  it('of every kind and purpose has words', () => {
    expect(noticeKinds.filter((kind) => !isKey(`notice.${kind}`))).toEqual([])
    expect(noticePurposes.filter((purpose) => !isKey(`notice-purpose.${purpose}`) || !isKey(`notice-about.${purpose}`))).toEqual([])
  })

  it('names one, two, or one and how many more', () => {
    expect(sentence(liked({ actors: people.slice(0, 1), count: 1 }))).toBe('Anna liked your work')
    expect(sentence(liked({ actors: people.slice(0, 2), count: 2 }))).toBe('Anna and Bo liked your work')
    expect(sentence(liked())).toBe('Anna and 11 others liked your work')
    expect(sentence(liked({ actors: [], count: 1 }))).toBe('Somebody liked your work')
  })

  it('is said in the words of the shop where it has some', async () => {
    const paid = liked({ kind: 'order-paid', actors: [], count: 1, words: { by: 'Tea', chinese: '收到了', english: 'We have it' } })
    expect(spoken(paid)).toBe('We have it')
    expect(spoken({ ...paid, words: null })).toBe('Your order is paid')
    await speak('zh')
    expect(spoken(paid)).toBe('收到了')
  })

  it('says what was refused and why', () => {
    const refused = liked({ kind: 'rejected', actors: [], count: 1, subject: { kind: 'product', id: '3' }, arguments: { violation: 'fraud' } })
    expect(sentence(refused)).toBe('Your product was not approved')
    expect(reason(refused)).not.toBe('')
    expect(reason(liked())).toBe('')
  })

  it('names the figure that is beyond its bar, where it was told', () => {
    const alarm = liked({ kind: 'figure-alarm', actors: [], count: 1, subject: { kind: 'board', id: '3' }, arguments: { metric: 'completion', zh: '完播率', en: 'Completion rate' } })
    expect(sentence(alarm)).toBe('Platform: Completion rate is beyond its bar')
    expect(sentence({ ...alarm, kind: 'shop-figure-alarm', arguments: {} })).toBe('Your shop: a figure is beyond its bar')
  })

  it('leads to its subject', () => {
    expect(way(liked(), 'me')).toBe('/works/7')
    expect(way(liked({ kind: 'rejected' }), 'me')).toBe('/me/works')
    expect(way(liked({ kind: 'replied', subject: { kind: 'comment', id: '9' }, arguments: { work: '7' } }), 'me')).toBe('/works/7')
    expect(way(liked({ kind: 'approved', subject: { kind: 'comment', id: '9' } }), 'me')).toBeNull()
    expect(way(liked({ kind: 'followed', actors: people.slice(0, 1), subject: { kind: 'person', id: '1' } }), 'me')).toBe('/@anna')
    expect(way(liked({ kind: 'followed', subject: { kind: 'person', id: '1' } }), 'me')).toBe('/@me')
    expect(way(liked({ kind: 'group-joined', subject: { kind: 'group', id: '5' } }), 'me')).toBe('/group/5')
    expect(way(liked({ kind: 'contract-ended', subject: { kind: 'person', id: '1' } }), 'me')).toBe('/me/earnings')
    expect(way(liked({ kind: 'more', subject: { kind: 'inbox', id: '0' } }), 'me')).toBeNull()
  })

  it('stands under its day', () => {
    const now = new Date(2026, 2, 2, 12).getTime()
    const at = (day: number, hour: number) => liked({ at: new Date(2026, 2, day, hour).toISOString() })
    const days = byDay([at(2, 9), at(2, 0), at(1, 23), at(-3, 9)], (iso) => calendarDay(iso, now))
    expect(days.map(({ day, notices }) => [day, notices.length])).toEqual([['Today', 2], ['Yesterday', 1], ['Feb 25', 1]])
  })
})
