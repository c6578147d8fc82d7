import { describe, expect, it } from 'vitest'
import type { Report } from '@/api/types'
import { Reporter } from '@/river/reporter'
import { Watching } from '@/river/watching'

function wired(answers: boolean[]) {
  const sent: Report[][] = []
  const plans: { act: () => void; millis: number }[] = []
  const reporter = new Reporter({
    send: async (body) => { sent.push((JSON.parse(body) as { facts: Report[] }).facts); return answers.shift() ?? true },
    beacon: (body) => { sent.push((JSON.parse(body) as { facts: Report[] }).facts); return true },
    later: (act, millis) => { plans.push({ act, millis }) },
  })
  const turn = async () => { plans.shift()?.act(); await Promise.resolve(); await Promise.resolve() }
  return { reporter, sent, plans, turn }
}
const watched = (token: string, sequence: number): Report =>
  ({ kind: 'watched', token, sequence, watchedMillis: sequence * 3000, playedMillis: 0, positionMillis: 0, loops: 0, ended: false })

describe('the reporter', () => {
  it('sends only the newest watched fact of an exposure', async () => {
    const { reporter, sent, turn } = wired([])
    reporter.tell({ kind: 'exposed', token: 'a' })
    reporter.tell(watched('a', 1))
    reporter.tell(watched('b', 1))
    reporter.tell(watched('a', 2))
    await turn()
    expect(sent).toEqual([[{ kind: 'exposed', token: 'a' }, watched('b', 1), watched('a', 2)]])
  })

  it('tries a lost batch three times with growing pauses and then lets go', async () => {
    const { reporter, sent, plans, turn } = wired([false, false, false])
    reporter.tell(watched('a', 1))
    const pauses: number[] = []
    while (plans.length > 0) { pauses.push(plans[0]!.millis); await turn() }
    expect(sent).toHaveLength(3)
    expect(pauses).toEqual([3000, 6000, 12000])
  })

  it('keeps what came later when an older batch is tried again', async () => {
    const { reporter, sent, turn } = wired([false, true])
    reporter.tell(watched('a', 1))
    await turn()
    reporter.tell(watched('a', 2))
    await turn()
    expect(sent.at(-1)).toEqual([watched('a', 2)])
  })

  it('never holds more than a hundred facts', () => {
    const { reporter, sent } = wired([])
    for (let n = 0; n < 250; n++) reporter.tell({ kind: 'exposed', token: String(n) })
    reporter.leave()
    expect(sent[0]).toHaveLength(100)
  })
})

describe('watching', () => {
  function watching() {
    const told: Report[] = []
    return { told, one: new Watching('t', (report) => told.push(report)) }
  }

  it('tells the exposure once, after a second in view', () => {
    const { told, one } = watching()
    for (let n = 0; n < 3; n++) one.tick(250, false)
    expect(told).toEqual([])
    for (let n = 0; n < 8; n++) one.tick(250, false)
    expect(told).toEqual([{ kind: 'exposed', token: 't' }])
  })

  it('tells every three seconds of watching, cumulatively and in sequence', () => {
    const { told, one } = watching()
    for (let n = 1; n <= 28; n++) { one.tick(250, true); one.at(n * 0.25, 30) }
    const facts = told.filter((report) => report.kind === 'watched')
    expect(facts.map((fact) => [fact.sequence, fact.watchedMillis])).toEqual([[1, 3000], [2, 6000]])
  })

  it('counts a sleeping tab for no more than a second and a half', () => {
    const { told, one } = watching()
    one.tick(60_000, true)
    one.report()
    expect(told.at(-1)).toMatchObject({ kind: 'watched', watchedMillis: 1500 })
  })

  it('leaves out what was jumped over, and such a run is no whole one', () => {
    const { told, one } = watching()
    one.tick(1000, true)
    one.at(0, 10); one.at(1, 10); one.jumped(); one.at(9, 10); one.at(9.9, 10); one.looped(10_000); one.at(0.2, 10)
    one.report()
    expect(told.at(-1)).toMatchObject({ playedMillis: 2200, positionMillis: 9900, loops: 0, ended: true })
  })

  it('plays a short film round and round with nothing lost between two runs', () => {
    const { told, one } = watching()
    one.tick(1000, true)
    for (let run = 0; run < 40; run++) {
      for (let at = 0.2; at < 4; at += 0.25) one.at(at, 4)
      one.looped(4000)
    }
    one.report()
    expect(told.at(-1)).toMatchObject({ loops: 40, positionMillis: 3950, ended: true })
    expect((told.at(-1) as { playedMillis: number }).playedMillis).toBeGreaterThan(40 * 4000 - 500)
  })

  it('counts no run whose most part the page slept through', () => {
    const { told, one } = watching()
    one.tick(1000, true)
    one.at(0.2, 4); one.at(3.8, 4); one.looped(4000); one.at(0.2, 4)
    one.report()
    expect(told.at(-1)).toMatchObject({ playedMillis: 400, loops: 0 })
  })
})
