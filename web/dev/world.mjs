// A small invented world, for looking at pages without a server. Never part of the product's build.
import { inbox } from './inbox.mjs'
import { lake } from './lake.mjs'
import { policies } from './policies.mjs'
import { shown, trade } from './shop.mjs'

const minutes = (n) => new Date(Date.now() - n * 60_000).toISOString()
const people = [
  ['linfarm', '阿林的果园', '云南的小果园，每天下地拍一条。\n不打蜡，现摘现发。'], ['chaguan', '半山茶馆', '一壶茶，一座山'], ['mei_beauty', '小美试色', '真实上脸，不磨皮'],
  ['runner_bo', 'Bo runs', 'Shoes, roads, and honest wear tests'], ['noodle_wu', '吴师傅的面', '三十年只做一碗面'], ['steelfilms', 'Steel Films', 'Short films and how they are made'],
].map(([handle, name, bio], n) => ({ id: String(100 + n), handle, name, bio, avatar: null }))
const rows = [
  ['tomato', 0, '今年第一茬番茄熟了，掰开就是小时候的味道', '自然熟的番茄掰开会起沙。今天带你们看看怎么挑：看蒂、看肩、闻一闻，三步就够。', ['田间', '番茄', '助农'], 1_284_000, 'interest', 'ranked', 720, 1280],
  ['wide', 5, 'Behind the battle scene: one street, twelve cameras', 'Every shot you see here was done in one night.', ['filmmaking', 'behindthescenes'], 128_400, 'popular', 'ranked', 1280, 534],
  ['tea', 1, '雨后的山上，泡一壶明前', '', ['茶', '慢生活'], 8_621, 'following', 'ranked', 720, 1280],
  ['lip', 2, '黄皮显白的三支口红，第二支我用空了', '', ['美妆', '试色'], 56_300, 'fresh', 'reserved', 720, 1280],
  ['shoe', 3, '500 km in: what broke and what did not', 'Honest wear test after five months.', ['running', 'gear'], 912, 'explore', 'randomised', 720, 1280],
  ['noodle', 4, '一碗面的功夫', '', ['美食'], 0, 'popular', 'ranked', 720, 1280],
  ['plant', 0, '阳台也能种出一片春天，从一盆到一墙，我用了三年时间慢慢养，今天全部告诉你怎么开始', '', ['园艺'], 123_456_789, 'interest', 'ranked', 720, 1280],
  ['camera', 5, 'Five lenses, one city', '', ['photo'], 23_100, 'fresh', 'ranked', 720, 1280],
  ['crab', 4, '开海第一网', '', ['海鲜', '赶海'], 77_800, 'popular', 'ranked', 720, 1280],
]
export const works = rows.map(([name, who, title, description, hashtags, likes, source, slot, width, height], n) => ({
  id: String(7_000 + n), creator: { ...people[who], followed: source === 'following' }, title, description, hashtags,
  scene: 'farm', style: 'vlog', crowd: 'everyone', durationMillis: 9_000 + n * 3_000, width, height, downloadable: n % 2 === 0, publishedAt: minutes(20 + n * n * 300),
  media: { hls: `/media/${name}/master.m3u8`, cover: `/media/${name}/cover.jpg`, preview: `/media/${name}/cover.jpg`, sprite: `/media/${name}/sprite.jpg` },
  counts: { likes, comments: Math.floor(likes / 40), favourites: Math.floor(likes / 9), shares: Math.floor(likes / 25), plays: likes * 11 },
  mine: { liked: n === 1, favourited: false }, source, slot,
}))
const item = (work, position) => ({
  exposure: `e${work.id}-${Math.random()}`, token: `t${work.id}`, position, source: work.source, slot: work.slot, again: false,
  propensity: work.slot === 'ranked' ? 1 : 0.083,
  why: { source: work.source, terms: [{ name: 'interest', value: 0.82, detail: work.hashtags[0] }, { name: 'completion', value: 0.552, detail: '' }, { name: 'freshness', value: 0.2, detail: '' }, { name: 'like', value: 0.061, detail: '' }, { name: 'follow', value: 0, detail: '' }] }, work, products: shown(work.id),
})
const talk = [
  [1, '这个颜色一看就是自然熟的，隔着屏幕都闻到味道了', 3_412, 12], [3, 'How do you ship these without bruising? Asking for a friend in @chaguan', 208, 0], [0, '谢谢大家！每箱都垫了棉网，坏果包赔', 1_024, 3],
  [2, '已经下单两箱，等我回来交作业 🍅', 88, 0], [4, '拿来做番茄鸡蛋面，绝了', 512, 1], [5, '求问怎么保存？放冰箱会不会不沙了', 9, 0],
].map(([who, text, likes, replies], n) => ({
  id: String(9_000 + n), author: people[who], text, at: minutes(3 + n * 47), likes, liked: n === 0, replies, parent: null,
  mentions: ['chaguan'], mine: n === 3, byCreator: who === 0, deleted: false,
}))
const states = ['published', 'reviewing', 'processing', 'rejected', 'draft', 'failed', 'published', 'taken-down']
const upload = (state) => ({ id: '55', size: 48_000_000, offset: 48_000_000, state, percent: 64, covers: works.slice(0, 5).map((one) => one.media.cover), reason: null })
const own = states.map((state, n) => ({
  ...works[n], creator: { ...people[0], followed: false }, state, publishedAt: state === 'published' ? works[n].publishedAt : null,
  upload: { ...upload(state === 'processing' ? 'transcoding' : state === 'failed' ? 'failed' : 'ready'), reason: state === 'failed' ? 'no-picture' : null },
  reason: state === 'rejected' ? { violation: 'false-advertising', note: '「全网最低」没有依据，去掉后可以重新提交。' } : null,
}))
const reviews = works.slice(0, 7).map((work, n) => ({
  id: String(300 + n), subject: n === 5 ? { kind: 'comment', id: '9003' } : { kind: 'work', id: work.id }, state: 'open', openedAt: minutes(5 + n * 40), dueAt: minutes(n === 2 ? 30 : -600),
  evidence: [
    { check: 'words', finding: n === 1 ? 'doubtful' : 'clear', value: n === 1 ? '全网最低' : '', blindSpot: '只看标题、介绍和话题，听不见视频里说的话。' },
    { check: 'near-copy', finding: n === 0 ? 'doubtful' : 'clear', value: n === 0 ? '6 / 64' : '', blindSpot: '只和已封禁的作品比较；大幅裁剪或镜像后可能认不出。' },
    { check: 'black-frames', finding: 'clear', value: '0 %', blindSpot: '每秒看一帧，短于一秒的黑屏会漏掉。' },
    { check: 'silence', finding: n === 3 ? 'doubtful' : 'clear', value: n === 3 ? '100 %' : '', blindSpot: '有声音不代表声音没问题。' },
  ],
  reports: n === 2 ? [{ violation: 'infringement', note: '这是我上个月拍的', at: minutes(12) }] : [],
  work: n === 5 ? null : work, comment: n === 5 ? { text: '加我微信，保证日赚三千', author: people[3] } : null, decision: null,
}))
const roles = [['creator', 'operator'], ['creator'], ['creator', 'merchant'], ['creator'], ['creator'], ['creator', 'auditor']]
const roled = people.map((person, n) => ({ ...person, roles: ['viewer', ...roles[n]] }))
const wishes = [
  ['chaguan', 'merchant', 'grant', '茶馆要开店，营业执照已核对，编号尾号 3321。', 'open', 'mei_beauty', null, false], ['runner_bo', 'auditor', 'grant', 'Takes over the quarterly review of readings from next month.', 'open', 'linfarm', null, false],
  ['mei_beauty', 'merchant', 'grant', '美妆店入驻，资质齐全', 'approved', 'linfarm', 'linfarm', true], ['noodle_wu', 'merchant', 'grant', '资料不全，先补执照', 'refused', 'linfarm', 'chaguan', false],
].map(([handle, role, change, reason, state, askedBy, decidedBy, singleHanded], n) => ({ id: String(50 - n), handle, role, change, reason, state, askedBy, askedAt: minutes(40 + n * 900), decidedBy, decidedAt: decidedBy ? minutes(20 + n * 800) : null, singleHanded }))
const dropped = [['seen', 'popular', 61], ['seen', 'interest', 48], ['seen', 'fresh', 23], ['unwanted-creator', 'popular', 7], ['muted-tag', 'interest', 4], ['own', 'fresh', 3], ['blocked', 'explore', 1]]
  .flatMap(([filter, source, n]) => Array.from({ length: n }, (_, at) => ({ work: String(8_000 + at), source, filter })))
const list = (items) => ({ items, next: null })
const profile = (handle) => ({ ...(people.find((one) => one.handle === handle) ?? people[0]), followers: 128_400, following: 86, works: 42, likes: 3_200_000, followed: false, blocked: false, self: handle === 'linfarm' })

/** Answers one call: [status, body]; `mood` is how the world feels today: usual, empty, broken, stranger, explained. */
export function answer(method, path, mood, asked = new URLSearchParams()) {
  if (mood === 'broken' && path !== '/api/me') return [503, { type: '/problems/status-503', title: 'busy' }]
  if (path === '/api/me' || path === '/api/session') return [200, {
    person: mood === 'stranger' ? null : people[0], roles: mood === 'stranger' ? [] : ['viewer', 'creator', 'merchant', 'operator'], world: 'demo',
    consents: [{ purpose: 'behaviour', given: mood !== 'stranger', at: mood === 'stranger' ? null : minutes(5000) }, { purpose: 'region', given: false, at: minutes(900) }, { purpose: 'notices', given: true }],
  }]
  const read = lake(path, asked, mood === 'empty', works)
  if (read) return read
  const ruled = policies(method, path, mood === 'empty')
  if (ruled) return ruled
  const traded = trade(method, path, mood === 'empty')
  if (traded) return traded
  const told = inbox(method, path, people, works, mood === 'empty')
  if (told) return told
  if (path === '/api/feed') return [200, mood === 'empty' ? { page: 'p', state: 'up-to-date', items: [], signature: '', key: '' } : { page: 'p', state: 'ok', items: works.slice(0, 6).map(item), signature: '', key: '', dropped: mood === 'explained' ? dropped : null }]
  if (path === '/api/reviews/summary') return [200, { open: 37, overdue: 1, decidedToday: 128 }]
  if (path === '/api/reviews') return [200, list(mood === 'empty' ? [] : reviews)]
  if (/^\/api\/works\/\d+\/comments/.test(path) && method === 'POST') return [201, { ...talk[3], id: '9100', at: minutes(0), likes: 0, replies: 0 }]
  if (/^\/api\/works\/\d+\/comments/.test(path)) return [200, list(mood === 'empty' ? [] : talk)]
  if (/^\/api\/works\/\d+\/(like|favourite)/.test(path)) return [200, { counts: works[0].counts, mine: { liked: true, favourited: false } }]
  if (/^\/api\/works\/\d+$/.test(path)) return [200, works.find((one) => path.endsWith(one.id)) ?? works[0]]
  if (path === '/api/me/works') return [200, list(mood === 'empty' ? [] : own)]
  if (/^\/api\/me\/works\//.test(path)) return [200, own.find((one) => path.endsWith(one.id))]
  if (path === '/api/me/phone') return [200, { masked: '138****5678' }]
  if (path === '/api/me/muted-tags') return [200, { items: mood === 'empty' ? [] : ['番茄', 'scene:kitchen', 'behindthescenes'] }]
  if (path === '/api/me/data-access') return [200, list(mood === 'empty' ? [] : [{ at: minutes(3000), by: 'chaguan', field: 'phone', reason: '本人来信，协助找回账号' }, { at: minutes(90_000), by: '', field: 'phone', reason: '核对店铺入驻的联系人' }])]
  if (path === '/api/uploads' && method === 'POST') return [201, { ...upload('uploading'), offset: 0, covers: [] }]
  if (/^\/api\/uploads\//.test(path)) return [200, upload('ready')]
  if (path === '/api/people' && method === 'GET') return [200, list(mood === 'empty' ? [] : roled)]
  if (path === '/api/role-requests' && method === 'POST') return [201, { ...wishes[1], id: '99', handle: 'linfarm' }]
  if (path === '/api/role-requests') return [200, list(mood === 'empty' ? [] : wishes)]
  if (/^\/api\/role-requests\//.test(path)) return [200, { ...wishes[0], state: 'approved', decidedBy: 'linfarm', decidedAt: minutes(0) }]
  if (path === '/api/data-keys') return [202, { version: 3, waiting: 12_408 }]
  if (/^\/api\/people\/[^/]+\/phone$/.test(path)) return [200, { phone: '138 1234 5678' }]
  if (/(followers|following|blocks)$/.test(path)) return [200, list(people)]
  if (/\/works$|likes$|favourites$/.test(path)) return [200, list(mood === 'empty' ? [] : works)]
  if (/^\/api\/people\//.test(path)) return [200, profile(decodeURIComponent(path.split('/')[3]))]
  return [method === 'GET' ? 404 : 200, {}]
}
