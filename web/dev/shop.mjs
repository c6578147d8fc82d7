// What the invented world sells: shops, products, a cart, orders in every state. Never part of the product's build.
const minutes = (n) => new Date(Date.now() - n * 60_000).toISOString()
const yuan = (minor) => ({ minor, currency: 'CNY' })
const cover = (name) => ({ url: `/media/${name}/cover.jpg`, width: 720, height: 1280 })
const sku = (id, options, minor, free) => ({ id, options, code: '', price: yuan(minor), free })
const farm = { id: '51', name: '阿林的果园' }
const desk = { id: '52', name: '小美的妆台' }
const shop = { ...farm, owner: { id: '100', handle: 'linfarm', name: '阿林的果园', bio: '', avatar: null }, about: '云南自家果园，现摘现发，坏果包赔。', state: 'open', openedAt: minutes(40_000) }

const products = [
  { id: '601', shop: '51', title: '普罗旺斯沙瓤番茄 自然熟 现摘现发', description: '自然熟，掰开起沙。', options: ['规格'], skus: [sku('6011', ['3 斤'], 2990, 42), sku('6012', ['5 斤'], 3900, 318), sku('6013', ['10 斤'], 6880, 0)], pictures: [cover('tomato'), cover('plant')] },
  { id: '602', shop: '52', title: '丝绒哑光口红', description: '黄皮显白，不沾杯。', options: ['色号', '容量'], skus: [sku('6021', ['砖红', '正装'], 12_900, 9), sku('6022', ['砖红', '小样'], 3900, 0), sku('6023', ['奶茶', '小样'], 3900, 12)], pictures: [cover('lip')] },
  { id: '603', shop: '51', title: 'Daily trainer, neutral', description: '', options: [], skus: [sku('6031', [], 69_900, 3)], pictures: [cover('shoe')] },
]
const [tomato, lip, shoe] = products
const anchors = { 7000: [{ product: tomato, shop: farm, atMillis: null }], 7003: [{ product: lip, shop: desk, atMillis: null }, { product: tomato, shop: farm, atMillis: 3000 }] }
export const shown = (work) => anchors[work] ?? []

const named = ({ id, title, pictures }) => ({ id, title, picture: pictures[0]?.url ?? null })
const line = (product, at, units) => ({ sku: product.skus[at].id, product: named(product), options: product.skus[at].options, units, price: product.skus[at].price, amount: yuan(product.skus[at].price.minor * units), free: product.skus[at].free })
const bill = (lines) => {
  const goods = lines.reduce((sum, one) => sum + one.amount.minor, 0)
  return { lines, explained: [{ term: 'goods', amount: yuan(goods) }, { term: 'shipping', amount: yuan(0) }], total: yuan(goods) }
}
const addresses = [{ id: '71', recipient: '林晓', phone: '13812345678', region: '浙江省 杭州市', street: '文三路 90 号', standard: true }]
const order = (id, state, more = {}) => ({
  id, state, shop: farm, ...bill([line(tomato, 1, 2)]), placedAt: minutes(90), expiresAt: minutes(-14), paidAt: state === 'placed' ? null : minutes(80), shippedAt: null, receivedAt: null,
  closedAt: null, refundedAt: null, closed: null, refund: null, parcel: null, address: addresses[0], buyer: '林晓', test: true, ...more,
})
const orders = [
  order('8006', 'placed'), order('8005', 'paid'), order('8004', 'shipped', { shippedAt: minutes(40), parcel: { carrier: '顺丰', number: 'SF1234567890' } }),
  order('8003', 'received', { shippedAt: minutes(40), receivedAt: minutes(5) }), order('8002', 'refunded', { refund: 'asked', refundedAt: minutes(2) }), order('8001', 'closed', { paidAt: null, closed: 'expired', closedAt: minutes(60) }),
]
const late = { order: '8004', cause: 'late', amount: yuan(299), rule: 'EC-10: 50 per mille, 100-3000', at: minutes(30) }
const events = [['out-for-delivery', '上海静安站 Shanghai Jing\'an', 12], ['in-transit', '上海分拨中心 Shanghai hub', 400], ['picked-up', '杭州西湖站 Hangzhou Xihu', 900]].map(([kind, place, ago]) => ({ kind, place, at: minutes(ago) }))
const nowhere = { tracking: null, promise: null, compensations: [], insured: [true] }
const ways = [
  { id: '8005', way: { ...nowhere, promise: { by: minutes(80 - 2880), state: 'open', handedAt: null } } },
  { id: '8004', way: { ...nowhere, tracking: { carrier: 'Sandbox Express', number: 'SB1234567890', follows: true, stage: 'out-for-delivery', handedAt: minutes(900), deliveredAt: null, events }, promise: { by: minutes(1000), state: 'missed', handedAt: minutes(900) }, compensations: [late] } },
  { id: '8006', way: nowhere },
]
const complaint = {
  id: '61', order: '8004', topic: 'not-sent', state: 'answered', words: '说好两天发货，四天了。', answer: '仓库爆仓，今天已发出，非常抱歉。', verdict: '', askedAt: minutes(1500), answeredAt: minutes(950),
  escalatedAt: null, decidedAt: null, dueAt: minutes(-9000), overdue: false, mayRate: true, stars: null,
}
const cart = {
  shops: [{ shop: farm, lines: [{ ...line(tomato, 1, 2), wasPrice: yuan(4500), available: true }, { ...line(shoe, 0, 9), wasPrice: yuan(69_900), available: false }] }, { shop: desk, lines: [{ ...line(lip, 1, 1), wasPrice: yuan(3900), available: false }] }], count: 3,
}
const own = ['listed', 'draft', 'rejected'].map((state, n) => ({ ...products[n], shop: '51', state, reason: state === 'rejected' ? { violation: 'false-advertising', note: '「全网最低」没有依据。' } : null, madeAt: minutes(9000), changedAt: minutes(30 + n * 400) }))
const right = { held: false, by: null, version: '2019-01-01', terms: [{ name: 'followers', needed: 8001, have: 412, met: false }, { name: 'works', needed: 11, have: 11, met: true }, { name: 'real-name', needed: 1, have: 0, met: false }, { name: 'shop', needed: 1, have: 0, met: false }] }
const list = (items) => ({ items, next: null })
const found = (items) => ({
  page: '1', total: items.length, complete: true, next: null, signature: '', key: '',
  items: items.map((product, position) => ({ exposure: String(900 + position), token: '', position, product, shop: product.shop === '51' ? farm : desk, marked: product === tomato ? [{ from: 6, to: 8 }] : [], why: [{ name: 'words', value: 3.2 }, { name: 'stock', value: 1 }] })),
  facets: items.length ? { shops: [{ shop: farm, count: 2 }, { shop: desk, count: 1 }], prices: [{ from: 2000, to: 5000, count: 2 }, { from: 50_000, to: 100_000, count: 1 }] } : { shops: [], prices: [] },
})
const by = (items, path) => items.find((one) => path.includes(one.id)) ?? items[0]

/** Answers one call about buying: [status, body], or nothing when it is about something else. */
export function trade(method, path, empty) {
  if (/^\/api\/works\/\d+\/products$/.test(path)) return [200, { items: shown(path.split('/')[3]) }]
  if (path === '/api/me/cart-right') return [200, right]
  if (path === '/api/me/addresses' && method === 'GET') return [200, { items: empty ? [] : addresses }]
  if (/^\/api\/me\/cart/.test(path)) return [200, empty ? { shops: [], count: 0 } : cart]
  if (path === '/api/quotes') return [200, { id: 'q', orders: [{ shop: farm, ...bill([line(tomato, 0, 1)]) }], total: yuan(2990), short: [] }]
  if (path === '/api/payment-providers') return [200, { items: [{ code: 'sandbox', opens: 'sheet', test: true }] }]
  if (/^\/api\/me\/(shop\/)?orders$/.test(path)) return [200, list(empty ? [] : orders)]
  if (/^\/api\/me\/(shop\/)?orders\/\d+\/delivery$/.test(path)) return [200, by(ways, path).way]
  if (/^\/api\/me\/(shop\/)?orders\/\d+\/complaints$/.test(path)) return [200, { items: path.includes('8004') ? [complaint] : [] }]
  if (/^\/api\/me\/orders\/\d+\/returns$/.test(path)) return [200, { choices: [], left: [0], freeUntil: null, items: [] }]
  if (/^\/api\/me\/shop\/orders\/\d+\/returns$/.test(path)) return [200, { items: [] }]
  if (path === '/api/me/shop/returns' || path === '/api/me/returns' || path === '/api/disputes') return [200, list([])]
  if (path === '/api/carriers') return [200, { items: [{ code: 'sandbox', name: 'Sandbox Express' }] }]
  if (path === '/api/me/shop/unsent') return [200, list(empty ? [] : [{ id: '8005', title: tomato.title, units: 2, paidAt: minutes(80), by: minutes(80 - 2880) }, { id: '7994', title: shoe.title, units: 1, paidAt: minutes(3000), by: minutes(120) }])]
  if (path === '/api/me/shop/shipments') return [200, { done: false, sent: 0, lines: [{ line: 1, order: '#8005', outcome: 'sent' }, { line: 2, order: '#7994', outcome: 'number-taken' }] }]
  if (path === '/api/me/shop/compensations') return [200, list(empty ? [] : [late])]
  if (path === '/api/me/shop/complaints' || path === '/api/complaints') return [200, list(empty ? [] : [complaint])]
  if (path === '/api/complaints/figures') return [200, { complaints: 24, answered: 21, rated: 12, satisfied: 11 }]
  if (path === '/api/me/shop/terms') return [200, { insured: true }]
  if (/^\/api\/shops\/\d+\/terms$/.test(path)) return [200, { insured: true, handOverHours: 48 }]
  if (/^\/api\/me\/(shop\/)?orders\/\d+/.test(path)) return [200, by(orders, path)]
  if (path === '/api/me/shop/money') return [200, { held: yuan(1_284_050), free: yuan(9_870_000), sold: yuan(128_765_432), orders: 1842, toShip: 1 }]
  if (path === '/api/me/shop' || /^\/api\/shops\/\d+$/.test(path)) return [200, shop]
  if (/^\/api\/shops\/\d+\/products$/.test(path)) return [200, list(empty ? [] : products)]
  if (path === '/api/search/products') return [200, found(empty ? [] : products)]
  if (path === '/api/products') return [200, list(products)]
  if (/^\/api\/products\/\d+$/.test(path)) return [200, by(products, path)]
  if (path === '/api/me/products') return [200, list(empty ? [] : own)]
  if (/^\/api\/me\/products\/\d+/.test(path)) return [200, by(own, path)]
  return null
}
