// The rules of the invented world: two versions that held, one that waits, one that was called off. Never part of the product's build.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const first = readFileSync(join(import.meta.dirname, '../../distribution/src/main/resources/policy/distribution-1.yaml'), 'utf8')
const version = (n, ...changes) => changes.reduce((text, [from, to]) => text.replace(from, to), first.replace('version: 1\n', `version: ${n}\n`).replace('version 1.', `version ${n}.`))
const texts = { 1: first, 2: version(2, ['quota: 350', 'quota: 400'], ['at-end', 'any-time']), 3: version(3, ['reserved: 2', 'reserved: 1']), 4: version(4, ['like: 0.16, comment: 0.12', 'like: 0.12, comment: 0.16'], ['quota: [1000, 5000]', 'quota: [1500, 6000]'], ['# How often', '# So often']) }
const ago = (hours) => new Date(Date.now() - hours * 3_600_000).toISOString()
const olga = { role: 'operator', name: '阿林的果园' }
const oskar = { role: 'operator', name: 'Bo runs' }
const plan = { promised: [350_000, 400_000, 2_000_000], carried: 1_480_000, shortfall: 1_270_000 }
const release = (number, n, hours, how, by, more = {}) => ({ number, version: n, beginsAt: ago(hours), how, by, at: ago(Math.max(hours, 1)), ...more })
const releases = [
  release(1, 1, 2_400, 'first', { role: 'product' }), release(2, 2, 200, 'two-people', oskar, { plan: { promised: [12_000, 40_000, 9_000], carried: 240_000, shortfall: 0 } }),
  release(3, 3, -30, 'single-handed', olga, { plan, waiver: '节日流量会比平时大三倍，只试一天，之后回退' }), release(4, 2, -30, 'rollback', oskar, { reason: '保留的位置太少，新作品会排队' }),
]
const proposal = (n, state, hours, by, why, more = {}) => ({ version: n, state, from: ago(-20).slice(0, 10), by, at: ago(hours), noticeEndsAt: ago(hours - 24), why, mine: false, ...more })
const documents = [
  proposal(5, 'proposed', 30, olga, '第一批观众再多一些，让新作者更快知道好不好', { mine: true }),
  proposal(4, 'proposed', 3, oskar, '评论比点赞更说明问题：把评论的权重提到 0.16，第二级的名额也放宽，让能引起讨论的作品走得更远', { plan }),
  proposal(3, 'released', 60, olga, '节日期间试一天'), proposal(2, 'released', 230, olga, '新账号的第一批观众增加到 400 人'), proposal(1, 'released', 2_400, { role: 'product' }, ''),
]
texts[5] = version(5, ['quota: [200, 500]', 'quota: [300, 600]'])
const rules = {
  version: 2, from: '2026-01-01', score: { play: 0.25, completion: 0.35, like: 0.16, comment: 0.12, share: 0.12 }, conversion: 0,
  unit: { playedSeconds: 2, heldSeconds: 3, completed: 0.95, maturesMinutes: 10 },
  account: { weights: { 'real-name': 0.3, 'no-violation': 0.2, 'profile-complete': 0.1, 'published-lately': 0.2, 'works-completed': 0.2 }, violationDays: 90, latelyDays: 30 },
  newcomers: { days: 30, works: 3, quota: 400 }, cohort: { shortSeconds: 15, middleSeconds: 60, historyDays: 28, leastWorks: 30, cellUnits: 200 }, alpha: 0.05,
  pools: [[200, 500, 24, true, 0.3], [1_000, 5_000, 72, false, 0.32], [10_000, 300_000, 168, false, 0.34]].map(([least, most, deadlineHours, atEnd, startBar], at) => ({ number: at + 1, least, most, deadlineHours, atEnd, alphaShare: 0.4, bar: 0.8, startBar })),
  fullQuotaAt: 1.5, hot: { quota: 1_000_000, reviewers: 1 }, page: { reserved: 2, positions: 6 }, ranking: { interest: 0.45, completion: 0.3, liking: 0.15, freshness: 0.1, following: 0.15 },
}
const faults = [{ line: 8, en: 'weights sum to one', zh: '权重之和应当为 1' }, { line: 29, en: 'alpha is a number from 1.0E-6 to 0.5', zh: 'alpha 应当是 1.0E-6 到 0.5 的数' }]

const outcome = (promised, promoted, undecided, stopped) => ({ promised, promoted, undecided, stopped })
const group = (dimension, name, pools, before, after) => ({ dimension, name, pools, before: outcome(...before), after: outcome(...after) })
const tried = [
  group('AGE', 'new', 3_204, [1_120_400, 410, 61, 2_733], [1_310_900, 472, 58, 2_674]), group('AGE', 'settled', 9_280, [128_400_300, 2_841, 205, 6_234], [126_900_150, 2_790, 211, 6_279]),
  group('ALL', '', 12_484, [129_520_700, 3_251, 266, 8_967], [128_211_050, 3_262, 269, 8_953]),
  group('TIER', 'head', 4_110, [98_340_000, 1_702, 88, 2_320], [95_900_400, 1_650, 92, 2_368]), group('TIER', 'middle', 5_020, [27_100_500, 1_204, 120, 3_696], [28_040_200, 1_248, 121, 3_651]), group('TIER', 'tail', 3_354, [4_080_200, 345, 58, 2_951], [4_270_450, 364, 56, 2_934]),
  group('VERTICAL', 'farm', 2_910, [30_120_000, 803, 61, 2_046], [30_660_000, 818, 60, 2_032]), group('VERTICAL', 'kitchen', 4_400, [51_300_700, 1_204, 95, 3_101], [49_020_050, 1_180, 99, 3_121]), group('VERTICAL', 'any', 31, [9_400, 2, 1, 28], [9_400, 2, 1, 28]), group('VERTICAL', 'street', 5_143, [48_090_600, 1_242, 109, 3_792], [48_521_600, 1_262, 109, 3_772]),
]

/** Answers one call about policies: [status, body], or nothing when it is about something else. */
export function policies(method, path, empty) {
  if (path === '/api/traffic/dry-run') return [200, { version: 6, days: 30, groups: empty ? [] : tried }]
  if (!path.startsWith('/api/policies')) return undefined
  if (path === '/api/policies/check') return empty ? [200, { rules, plan: null }] : [422, { type: '/problems/policy-broken', status: 422, title: 'The text breaks rules', detail: '', problems: faults }]
  if (path === '/api/policies/in-force') return [200, { version: empty ? 1 : 2, since: ago(empty ? 2_400 : 200), how: empty ? 'first' : 'two-people', rules }]
  if (path === '/api/policies') return [200, empty ? { inForce: 1, next: 2, zone: 'Asia/Shanghai', releases: releases.slice(0, 1), documents: documents.slice(-1) } : { inForce: 2, next: 6, zone: 'Asia/Shanghai', releases: [...releases].reverse(), documents }]
  const n = Number(path.split('/')[3])
  const text = texts[n]
  if (method !== 'GET' || !text) return [404, { type: '/problems/not-found', status: 404, title: 'Not found' }]
  return [200, { version: n, text, digest: createHash('sha256').update(text).digest('base64').replace(/=+$/, ''), signature: '', key: '1', rules }]
}
