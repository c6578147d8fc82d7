// What the invented world's lake says: figures, funnels, curves, traces. Never part of the product's build.
import { createHash, generateKeyPairSync, sign } from 'node:crypto'

const DAY = 86_400_000
const SHANGHAI = 8 * 3_600_000
const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString()
const asOf = (behind) => ({ at: ago(0.2), behind })
/** The same numbers at every look: a small hash instead of chance. */
const wobble = (n) => { const x = Math.sin(n * 12.9898) * 43_758.5453; return x - Math.floor(x) }
const steps = ['exposed', 'held-3s', 'held-5s', 'completed', 'interacted', 'opened', 'carted', 'ordered', 'paid', 'repurchased']
const rates = [1, 0.71, 0.58, 0.27, 0.094, 0.061, 0.0172, 0.0091, 0.0083, 0.0011]
const counts = (first, seed) => rates.map((rate, at) => Math.round(first * rate * (at === 0 ? 1 : 0.8 + 0.4 * wobble(seed + at))))
const row = (key, first, seed, label) => ({ key, label, counts: counts(first, seed), viewers: Math.round(first * 0.34) })
const total = (rows, empty) => ({ key: null, label: null, counts: steps.map((_, at) => (empty ? 0 : rows.reduce((sum, one) => sum + one.counts[at], 0))), viewers: rows.reduce((sum, one) => sum + one.viewers, 0) })
const dayKey = (back) => new Date(Date.now() + SHANGHAI - back * DAY).toISOString().slice(0, 10)
const products = [['601', '普罗旺斯沙瓤番茄 自然熟 现摘现发'], ['602', '丝绒哑光口红'], ['603', 'Daily trainer, neutral']]

function rowsOf(by, from, works) {
  if (by === 'source') return ['interest', 'popular', 'fresh', 'following', 'explore', 'direct', 'again'].map((key, n) => row(key, [412_000, 268_400, 91_200, 64_300, 38_800, 9_120, 840][n], n))
  if (by === 'surface') return ['for-you', 'following', 'work-page', 'profile', 'topic'].map((key, n) => row(key, [702_000, 121_000, 31_400, 18_900, 6_210][n], n))
  if (by === 'product') return products.map(([key, label], n) => row(key, 210_000 / (n + 1), n, label))
  if (by === 'work') return Array.from({ length: 47 }, (_, n) => row(String(7000 + n), Math.round(240_000 / (n + 1) ** 1.1), n, works[n % works.length].title))
  const days = Math.round((Date.parse(dayKey(0)) - Date.parse(from)) / DAY) + 1
  return Array.from({ length: days }, (_, n) => row(dayKey(days - 1 - n), Math.round(22_000 + 9_000 * wobble(n) + 320 * n), n))
}
const metric = (key, zh, en, meansZh, meansEn, numerator, denominator, unit, better, bar = null) => ({ key, name: { zh, en }, means: { zh: meansZh, en: meansEn }, numerator, denominator, unit, better, bar, enough: bar === null ? null : 200 })
const metrics = [
  metric('exposures', '曝光', 'Exposures', '作品进入观众视野一秒以上的次数', "How often a work was in a viewer's sight for a second or more", 'exposed', null, 'count', 'higher'),
  metric('three-second-rate', '3 秒留存率', '3-second rate', '曝光中观看满 3 秒的比例', 'Share of exposures that were watched for 3 seconds', 'held-3s', 'exposed', 'ratio', 'higher'),
  metric('five-second-rate', '5 秒留存率', '5-second rate', '曝光中观看满 5 秒的比例', 'Share of exposures that were watched for 5 seconds', 'held-5s', 'exposed', 'ratio', 'higher'),
  metric('completion-rate', '完播率', 'Completion rate', '曝光中看到 95% 以上的比例', 'Share of exposures that were watched to 95 % or the end', 'completed', 'exposed', 'ratio', 'higher', 0.35),
  metric('interaction-rate', '互动率', 'Interaction rate', '曝光中带来点赞、收藏、评论、分享、关注或下载的比例', 'Share of exposures that led to a like, favourite, comment, share, follow or download', 'interacted', 'exposed', 'ratio', 'higher'),
  metric('product-open-rate', '商品点击率', 'Product open rate', '曝光中打开商品的比例', 'Share of exposures that led to a product being opened', 'opened', 'exposed', 'ratio', 'higher'),
  metric('conversion-rate', '支付转化率', 'Conversion rate', '打开商品后支付的比例', 'Payments for each product that was opened', 'paid', 'opened', 'ratio', 'higher', 0.005),
  metric('orders', '支付订单', 'Paid orders', '期间支付的订单数', 'Orders that were paid in the period', 'orders', null, 'count', 'higher'),
  metric('sales', '成交额', 'Sales', '期间支付订单的总额，含运费', 'What was paid in the period, shipping included', 'sales', null, 'money', 'higher'),
  metric('average-order-value', '客单价', 'Average order value', '成交额除以支付订单数', 'Sales for each paid order', 'sales', 'orders', 'money', 'higher'),
  metric('repurchase-rate', '复购率', 'Repurchase rate', '支付中来自 90 天内曾支付过的人的比例', 'Share of payments by people who had paid before within 90 days', 'repurchased', 'paid', 'ratio', 'higher'),
  metric('bought-within-a-day', '24 小时成交率', 'Bought within a day', '支付中距首次看到该作品不超过 24 小时的比例', 'Share of payments within 24 hours of first seeing the work', 'early', 'paid', 'ratio', 'higher'),
  metric('return-rate', '退货率', 'Return rate', '期间支付的订单中已退款的比例', 'Share of the orders paid in the period whose money went back', 'refunded', 'orders', 'ratio', 'lower', 0.08),
  metric('stock-out-rate', '缺货率', 'Stock-out rate', '现在在售规格中没有库存的比例', 'Share of the variants on sale now of which no unit is free', 'sold-out', 'variants', 'ratio', 'lower', 0.03),
  { ...metric('gini', '基尼系数', 'Gini coefficient', '曝光分布有多不均：0 为人人相同，接近 1 为一人独占', 'How unevenly exposures are spread: 0 when all have the same, near 1 when one has all', 'differences', 'utmost', 'index', 'lower') },
  { ...metric('top-share', '第一名占比', 'Share of the first', '曝光最多的一个占全部曝光的比例', 'Share of all exposures that the one with most has', 'top', 'natural', 'ratio', 'lower'), elsewhere: { value: 0.08, where: { zh: '某平台一位头部主播的一场直播', en: "One live show of a large platform's first host" } } },
  metric('top-percent-share', '前 1% 占比', 'Share of the top 1 %', '曝光最多的 1%（至少一个）占全部曝光的比例', 'Share of all exposures that the 1 % with most have, at least one of them', 'head', 'natural', 'ratio', 'lower'),
  { ...metric('head-to-waist', '头腰差距', 'Head over waist', '前 1% 的平均曝光是中位者的多少倍', "How many times the median one's exposures the mean of the top 1 % is", 'head-mean', 'waist', 'times', 'lower'), elsewhere: { value: 500, where: { zh: '某平台头部与腰部主播', en: 'Hosts of a large platform' } } },
  metric('reserved-share', '保量位占比', 'Reserved positions', '曝光中位于流量池预留位置的比例', 'Share of exposures in positions that are reserved for works of a pool', 'reserved', 'exposed', 'ratio', 'higher'),
  metric('randomised-share', '随机位占比', 'Randomised positions', '曝光中位于按概率抽取位置的比例', 'Share of exposures in positions that were drawn at random', 'randomised', 'exposed', 'ratio', 'higher'),
  metric('survival-7', '7 天再发布率', 'Published again in 7 days', '首次发布后 7 天内发布第二个作品的创作者比例', 'Share of creators who published a second work within 7 days of their first', 'again-7', 'began-7', 'ratio', 'higher'),
  metric('survival-14', '14 天再发布率', 'Published again in 14 days', '首次发布后 14 天内发布第二个作品的创作者比例', 'Share of creators who published a second work within 14 days of their first', 'again-14', 'began-14', 'ratio', 'higher'),
  { ...metric('survival-30', '30 天再发布率', 'Published again in 30 days', '首次发布后 30 天内发布第二个作品的创作者比例', 'Share of creators who published a second work within 30 days of their first', 'again-30', 'began-30', 'ratio', 'higher'), elsewhere: { value: 0.35, where: { zh: '某平台 2023 年新人存活率（有扶持时 50%）', en: 'New creators of a large platform in 2023 (50 % with support)' } } },
]
const values = {
  exposures: [884_210, 791_004], 'three-second-rate': [0.712, 0.698], 'five-second-rate': [0.583, 0.585], 'completion-rate': [0.268, 0.291], 'interaction-rate': [0.0941, 0.0939], 'product-open-rate': [0.0612, 0.0588], 'conversion-rate': [0.149, 0.131],
  orders: [7_986, 7_204], sales: [128_765_432, 117_210_050], 'average-order-value': [16_124, 16_270], 'repurchase-rate': [0.142, 0.118], 'bought-within-a-day': [0.873, 0.861], 'return-rate': [0.021, 0.034], 'stock-out-rate': [0.012, null],
}
const summed = new Set(['exposures', 'orders', 'sales'])
const ofShops = new Set(['orders', 'sales', 'average-order-value', 'return-rate', 'stock-out-rate'])
const spark = (key, days, seed) => Array.from({ length: days }, (_, n) => (key === 'stock-out-rate' && n < days - 1 ? null : (values[key][0] / (summed.has(key) ? days : 1)) * (0.94 + 0.05 * Math.sin(n / 2.2 + seed) + 0.03 * wobble(n + seed * 31) + (0.06 * n) / days)))
const board = (scope, days, empty) => ({
  asOf: empty ? { at: null, behind: 0 } : asOf(1_284), from: dayKey(days - 1), to: dayKey(0), currency: empty ? null : 'CNY',
  figures: metrics.filter(({ key }) => key in values).filter(({ key }) => scope !== 'works' || !ofShops.has(key)).map(({ key }, n) => ({ metric: key, value: empty ? null : values[key][0], before: empty ? null : values[key][1], breached: !empty && key === 'completion-rate', spark: empty ? Array(days).fill(null) : spark(key, days, n) })),
  shares: empty ? [] : [['interest', 3_812], ['popular', 1_604], ['following', 1_377], ['fresh', 604], ['direct', 401], ['explore', 188]].map(([source, paid]) => ({ source, paid, share: paid / 7_986 })),
})
const alarms = [{ id: '1', metric: 'completion-rate', shop: null, value: 0.268, bar: 0.35, raisedAt: ago(190), overAt: null }, { id: '2', metric: 'return-rate', shop: null, value: 0.093, bar: 0.08, raisedAt: ago(5_900), overAt: ago(2_100) }]
const decay = (three, floor, bump) => Array.from({ length: 31 }, (_, second) => ({ second, share: second === 0 ? 1 : Math.max(0, floor + (1 - floor) * Math.exp((-second / 3) * Math.log((1 - floor) / (three - floor))) - (second >= bump ? 0.07 : 0) - second * 0.002) }))
const nobody = { exposures: 0, three: null, five: null, points: [] }
const retention = (empty) => ({ asOf: asOf(0), own: empty ? nobody : { exposures: 128_411, three: 0.78, five: 0.66, points: decay(0.78, 0.34, 12) }, usual: { exposures: 3_120_884, three: 0.7, five: 0.58, points: decay(0.7, 0.22, 99) } })
const lakeNow = (empty) => ({
  asOf: empty ? { at: null, behind: 0 } : asOf(1_287),
  topics: [['viewer', 2_410_000, 12_840_221, 1_284], ['work', 4_120, 4_120, 0], ['trade', 12_004, 88_412, 3]].map(([topic, onLog, inLake, behind]) => ({ topic, onLog: empty ? 0 : onLog, inLake: empty ? 0 : inLake, behind: empty ? 0 : behind })),
  kinds: empty ? [] : [['watched', 7_410_220], ['exposed', 3_120_884], ['served', 1_480_100], ['engaged', 402_118], ['opened', 300_411], ['shared', 126_488], ['converted', 48_100], ['order-moved', 24_412], ['order-placed', 15_900], ['work-published', 4_120]].map(([kind, facts]) => ({ kind, facts })),
  files: empty ? [] : [['raw', 'dropped', 1_204, 4_100_000, 890_000_000], ['raw', 'folded', 408, 11_020_000, 1_940_000_000], ['raw', 'fresh', 4, 41_200, 9_400_000], ['view', 'live', 28, 12_930_000, 988_000_000], ['view', 'replaced', 1, 402_000, 31_000_000]].map(([part, state, files, facts, bytes]) => ({ part, state, files, facts, bytes })),
  keptDays: { raw: 90, log: 3 },
})
const agreement = (work) => ({
  work, settled: work !== '7001', agree: work !== '7003', positions: { log: 12_840_221, lake: work === '7001' ? 12_838_937 : 12_840_221, streams: 12_840_221 },
  rows: [['exposed', 84_120, 84_120, null], ['held-3s', 59_411, 59_411, null], ['held-5s', 48_770, 48_770, null], ['completed', 22_541, 22_541, null], ['liked', 8_621, work === '7003' ? 8_619 : 8_621, 8_621], ['commented', 214, 214, 214], ['favourited', 957, work === '7001' ? 958 : 957, 957], ['shared', 344, 344, null]].map(([measure, lake, redis, postgresql]) => ({ measure, lake, redis, postgresql })),
})
const story = [['served', null, 94.3], ['exposed', null, 94.2], ['watched', null, 93.9, 12_400], ['engaged', 'liked', 93.8], ['opened', 'product', 93.6], ['converted', 'carted', 93.1], ['converted', 'ordered', 90], ['converted', 'paid', 80]]
const line = ([product, title], more) => ({ product, title, exposure: 'e1', work: '7000', workTitle: '今年第一茬番茄熟了，掰开就是小时候的味道', source: 'interest', steps: story.map(([kind, detail, minutes, millis]) => ({ at: ago(minutes), kind, detail, millis: millis ?? null })), ...more })
const nothing = { exposure: null, work: null, workTitle: null, source: null, steps: [] }
const trace = (order) => ({ asOf: asOf(3), order, lines: order === '8004' ? [line(products[0], {}), line(products[1], nothing)] : [line(products[0], order === '8006' ? { steps: [] } : {})] })

const sources = [['interest', 412_000], ['popular', 268_400], ['fresh', 91_200], ['following', 64_300], ['explore', 38_800], ['direct', 9_120], ['again', 840]]
const shown = (size, bought) => sources.flatMap(([source, n]) => [['for-you', source === 'explore' ? 'randomised' : source === 'fresh' ? 'reserved' : 'ranked', 0.9], [source === 'following' ? 'following' : 'profile', 'ranked', 0.1]].map(([surface, slot, part]) => ({ source, surface, slot, natural: true, exposures: Math.round(n * part * size) }))).concat(bought ? [{ source: 'bought', surface: 'for-you', slot: 'ranked', natural: false, exposures: 31_220 }] : [])
const lorenz = (steep, pieces = 100) => Array.from({ length: pieces + 1 }, (_, at) => ({ members: at / pieces, exposures: (at / pieces) ** steep }))
const trend = (value, days, seed) => Array.from({ length: days }, (_, n) => (n === 3 ? null : value * (0.92 + 0.1 * wobble(n + seed))))
const spreadOf = (members, gini, days, empty) => ({ members: empty ? 0 : members, exposures: empty ? 0 : 884_660, curve: empty ? [] : lorenz((1 + gini) / (1 - gini)), figures: [['gini', gini, gini - 0.02], ['top-share', 0.031, 0.034], ['top-percent-share', 0.187, 0.2], ['head-to-waist', 41.3, 38.1]].map(([key, value, before], n) => ({ metric: key, value: empty ? null : value, before: empty ? null : before, breached: false, spark: empty ? Array(days).fill(null) : trend(value, days, n) })) })
const monday = (back) => { const day = new Date(Date.now() + SHANGHAI); return new Date(day - ((day.getUTCDay() + 6) % 7 + 7 * back) * DAY).toISOString().slice(0, 10) }
const keysOfSurvival = ['survival-7', 'survival-14', 'survival-30']
const cohort = (back) => { const creators = back === 5 ? 0 : Math.round(20 + 30 * wobble(back)); return { week: monday(back), creators, survived: keysOfSurvival.map((key, n) => { const again = Math.round(creators * (0.28 + 0.12 * n + 0.1 * wobble(back * 3 + n))); return { metric: key, again, share: creators && back > n * 2 ? again / creators : null } }) } }
const traffic = (from, to, empty) => {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1
  const figure = (key, value, n, length) => ({ metric: key, value: empty ? null : value, before: n < 2 ? value * 0.9 : null, breached: false, spark: empty ? Array(length).fill(null) : trend(value, length, n) })
  return { asOf: empty ? { at: null, behind: 0 } : asOf(1_284), from, to, simulated: !empty, exposures: empty ? 0 : 915_880, natural: empty ? 0 : 884_660, shown: empty ? [] : shown(1, true), positions: [figure('reserved-share', 0.093, 0, days), figure('randomised-share', 0.041, 1, days)], creators: spreadOf(1_284, 0.71, days, empty), works: spreadOf(8_411, 0.83, days, empty), pools: empty ? [] : pools, cohorts: Array.from({ length: 13 }, (_, n) => (empty ? { ...cohort(12 - n), creators: 0 } : cohort(12 - n))), survival: keysOfSurvival.map((key, n) => figure(key, 0.31 + 0.1 * n, n + 2, 13)) }
}
const pools = [[1, 1_311, 412_004, 301, 118, 388, 402, 520, 6, 812], [2, 419, 1_204_000, 88, 21, 190, 44, 65, 0, 0], [3, 109, 2_180_000, 9, 0, 41, 3, 3, 1, 9_400]].map(([pool, opened, owed, promotedOnEvidence, promotedByRank, stoppedOnEvidence, stoppedByRank, enteredRound, late, shortfall]) => ({ pool, opened, owed, promotedOnEvidence, promotedByRank, stoppedOnEvidence, stoppedByRank, enteredRound, late, shortfall }))
const head = { size: 10_481, root: 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA', at: `${new Date().toISOString().slice(0, 10)}T02:05:00.000Z`, key: '1', line: 'kanmai-head-1 10481 …' }
const monthsBack = (n) => { const at = new Date(Date.now() + SHANGHAI); return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - n, 1)).toISOString().slice(0, 7) }
const holder = generateKeyPairSync('ed25519')
const bare = (bytes) => bytes.toString('base64').replace(/=+$/, '')
const sealed = (month) => { const text = `kanmai-report-1 ${month} ${bare(createHash('sha256').update(JSON.stringify(report(month))).digest())} 1790000000000 1`; return `${text} ${bare(sign(null, Buffer.from(text), holder.privateKey))}` }
const months = () => [0, 1, 2, 3].map((n) => ({ month: monthsBack(n), state: n ? 'final' : 'running', signedAt: n ? ago(60 * 24 * 20 * n) : null, line: n ? sealed(monthsBack(n)) : null }))
const spreadSaid = (members, gini, pieces) => { const { exposures, figures } = spreadOf(members, gini, 1, false); return { members, exposures, figures: figures.map(({ metric: key, value }) => ({ metric: key, value })), curve: lorenz((1 + gini) / (1 - gini), pieces) } }
const report = (month) => {
  const few = month === monthsBack(2)
  return {
    form: 'kanmai-report-1', month, state: month === monthsBack(0) ? 'running' : 'final', few: 10, under: head, pages: 1_204_881, exposures: 884_660, natural: 884_660, simulated: month === monthsBack(0) ? 812_004 : 0, shown: shown(1, false), positions: [{ metric: 'reserved-share', value: 0.093 }, { metric: 'randomised-share', value: 0.041 }],
    published: { works: 1_311, creators: few ? null : 412, bands: [[0, 1, 12], [1, 200, 141], [200, 500, 688], [500, 1_000, 301], [1_000, 5_000, 140], [5_000, 10_000, 21], [10_000, null, 8]].map(([from, to, works]) => ({ from, to, works })) },
    withdrawn: 17, creators: few ? null : spreadSaid(1_284, 0.71, 100), works: spreadSaid(8_411, 0.83, 100), pools, policies: [{ policy: 1, exposures: 610_004, first: `${month}-01`, last: `${month}-19` }, { policy: 2, exposures: 274_656, first: `${month}-19`, last: `${month}-27` }],
  }
}

/** Answers one call about the lake: [status, body], or nothing when it is about something else. */
export function lake(path, asked, empty, works) {
  if (path === '/api/insight/metrics') return [200, { items: metrics }]
  if (path === '/api/insight/board') return [200, board(asked.get('scope'), Number(asked.get('days') ?? 28), empty)]
  if (path === '/api/insight/alarms' || path === '/api/me/shop/alarms') return [200, { items: empty ? [] : alarms }]
  if (path === '/api/insight/traffic') return [200, traffic(asked.get('from'), asked.get('to'), empty)]
  if (path === '/api/transparency') return [200, { items: empty ? [] : months() }]
  if (path.startsWith('/api/transparency/')) return [200, report(path.split('/')[3])]
  if (path === '/api/keys') return [200, [{ key: '1', algorithm: 'Ed25519', publicKey: bare(holder.publicKey.export({ type: 'spki', format: 'der' })), since: ago(9_000) }]]
  if (path === '/api/insight/lake') return [200, lakeNow(empty)]
  if (/^\/api\/works\/\d+\/agreement$/.test(path)) return [200, agreement(path.split('/')[3])]
  if (/^\/api\/orders\/\d+\/trace$/.test(path)) return [200, trace(path.split('/')[3])]
  if (/^\/api\/works\/\d+\/retention$/.test(path)) return [200, retention(empty)]
  if (path !== '/api/insight/funnel') return null
  const by = asked.get('by') ?? 'day'
  const rows = empty ? [] : rowsOf(by, asked.get('from'), works)
  return [200, { asOf: asOf(1_284), from: asked.get('from'), to: asked.get('to'), by, steps, total: total(rows, empty), rows, simulated: asked.get('origin') !== 'live' }]
}
