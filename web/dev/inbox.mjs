// What the person of the invented world is told.
const minutes = (n) => new Date(Date.now() - n * 60_000).toISOString()
const purposes = [['orders', true, true], ['reviews', true, true], ['conversation', true, false], ['following', true, false], ['shop', true, true], ['platform', true, false], ['offers', false, false]]

const line = (people, works) => ([purpose, kind, read, age, who, count, subject, more = {}], n) => ({
  id: String(500 + n), purpose, kind, read, at: minutes(age), actors: who.map((one) => people[one]), count, subject: { kind: subject[0], id: subject[1] },
  arguments: more.arguments ?? {}, glimpse: more.work === undefined ? more.words ? { words: more.words, picture: null } : null : { words: works[more.work].title, picture: works[more.work].media.cover },
})
const rows = [
  ['conversation', 'liked', false, 4, [1, 3, 2], 12, ['work', '7000'], { work: 0 }],
  ['shop', 'sale-paid', false, 18, [], 1, ['sale', '8001'], { words: '自然熟沙瓤番茄 5 斤' }],
  ['conversation', 'replied', false, 41, [4], 1, ['comment', '9001'], { arguments: { work: '7000' }, words: '拿来做番茄鸡蛋面，绝了' }],
  ['orders', 'order-shipped', true, 95, [], 1, ['order', '8006'], { words: '明前龙井 50 克' }],
  ['reviews', 'rejected', true, 260, [], 1, ['work', '7003'], { arguments: { violation: 'false-advertising' }, work: 3 }],
  ['following', 'followed', true, 1500, [5, 2], 2, ['person', '100']],
  ['conversation', 'mentioned', true, 1530, [3], 1, ['comment', '9002'], { arguments: { work: '7002' }, words: 'How do you ship these without bruising? Asking for a friend in @chaguan' }],
  ['conversation', 'more', true, 1600, [], 38, ['inbox', '0']],
  ['reviews', 'approved', true, 4400, [], 1, ['work', '7006'], { work: 6 }],
  ['platform', 'alarm', true, 4460, [], 1, ['queue', '0']],
  ['orders', 'order-refunded', true, 9000, [], 1, ['order', '8005'], { words: '手作粗陶杯' }],
]

export function inbox(method, path, people, works, empty) {
  if (path === '/api/me/notices') return [200, { items: empty ? [] : rows.map(line(people, works)), next: null }]
  if (path === '/api/me/notices/unread') return [200, { count: empty ? 0 : 3 }]
  if (path === '/api/me/notices/settings') return [200, {
    purposes: purposes.map(([purpose, at, mail]) => ({ purpose, inbox: at, mail, fixed: purpose === 'orders' })),
    quiet: { on: true, from: '22:00', until: '08:00', zone: 'Asia/Shanghai' }, mail: empty ? { offered: false, address: null, confirmed: false } : { offered: true, address: 'l***@example.org', confirmed: true },
  }]
  if (path === '/api/me/notices/mail') return [200, { offered: true, address: 'l***@example.org', confirmed: false }]
  if (path === '/api/notices/off') return [200, { purpose: 'conversation' }]
  return path.startsWith('/api/me/notices/') ? [204, undefined] : null
}
