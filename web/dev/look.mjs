// Takes pictures of the built pages over an invented world, under the server's own Content-Security-Policy, and says what the
// browser complained about. `npm run build && MEDIA=folder OUT=folder npm run look [-- part of a name]`; MEDIA holds the world's films.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { serve } from './serve.mjs'

const out = process.env.OUT ?? 'look'
const only = process.argv[2] ?? ''
const { origin, server, feel } = await serve()

const phone = { width: 390, height: 844 }
const sizes = { phone, desk: { width: 1280, height: 800 }, small: { width: 360, height: 640 }, tablet: { width: 820, height: 1180 }, large: { width: 1920, height: 1080 } }
const swipe = (n) => async (page) => { for (let i = 0; i < n; i++) { await page.keyboard.press('ArrowDown'); await page.waitForTimeout(900) } }
const click = (selector) => async (page) => { await page.click(selector); await page.waitForTimeout(900) }
const low = async (page) => { await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight)); await page.waitForTimeout(300) }
const tries = (where) => async (page) => { const trial = page.locator(`${where} .trial`).first(); await trial.locator('button[type=submit]').click(); await page.waitForTimeout(600); await trial.scrollIntoViewIfNeeded(); await trial.evaluate((one) => one.scrollIntoView({ block: 'start' })); await page.waitForTimeout(300) }
const shots = [
  ['feed', '/', click('.sound')], ['feed-wide', '/', swipe(1)], ['feed-why', '/', click('.ask')], ['feed-not', '/', async (page) => { await page.click('.ask >> visible=true'); await page.click('.why .not >> visible=true'); await page.waitForTimeout(700) }], ['feed-comments', '/', click('.rail .verb:nth-of-type(2)')],
  ['feed-share', '/', click('.rail .verb:nth-of-type(4)')], ['feed-more', '/', click('.rail .more')], ['feed-muted', '/'],
  ['feed-seek', '/', async (page) => { const box = await page.locator('.slide .progress').first().boundingBox(); await page.mouse.move(box.x + box.width * 0.6, box.y + 10); await page.mouse.down(); await page.waitForTimeout(500) }],
  ['feed-heart', '/', async (page) => { await page.locator('.stage').first().dblclick({ position: { x: 160, y: 300 }, delay: 20 }); await page.waitForTimeout(160) }],
  ['feed-ask', '/', swipe(2), 'stranger'], ['feed-long', '/', async (page) => { await swipe(1)(page); await page.click('.fold >> visible=true') }],
  ['feed-empty', '/', null, 'empty'], ['feed-broken', '/', null, 'broken'], ['feed-stranger', '/following', null, 'stranger'],
  ['work', '/works/7002'], ['profile', '/@chaguan'], ['me', '/me'], ['settings', '/me/settings'], ['settings-empty', '/me/settings', null, 'empty'], ['inbox', '/me/notices'], ['inbox-empty', '/me/notices', null, 'empty'], ['inbox-undo', '/me/notices', async (page) => { await page.hover('.notice >> nth=1'); await page.click('.delete >> nth=1'); await page.waitForTimeout(300) }], ['inbox-settings', '/me/settings#notices', async (page) => { await page.locator('#notices').scrollIntoViewIfNeeded() }], ['inbox-no-mail', '/me/settings#notices', null, 'empty'], ['inbox-off', '/notices/off?token=t', null, 'stranger'], ['topic', '/topics/番茄'],
  ['sign-in', '/sign-in', null, 'stranger'], ['sign-up', '/sign-up', null, 'stranger'], ['upload', '/upload'],
  ['upload-form', '/upload', async (page) => { await page.setInputFiles('.drop input[type=file] >> nth=0', { name: '番茄.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(2_000_000) }); await page.waitForTimeout(1200); await page.fill('#title', '今年第一茬番茄熟了'); await page.fill('#hashtags', '#番茄 #助农') }],
  ['own', '/me/works'], ['own-empty', '/me/works', null, 'empty'], ['reviews', '/operator/reviews', async (page) => { if (page.viewportSize().width < 900) await click('.case')(page) }],
  ['reviews-reject', '/operator/reviews', async (page) => { if (page.viewportSize().width < 900) await click('.case')(page); await page.keyboard.press('r'); await page.waitForTimeout(300) }],
  ['people', '/operator/people'], ['people-empty', '/operator/people', null, 'empty'], ['keys', '/operator/keys'],
  ['person', '/operator/people', async (page) => { await page.click('td .who >> nth=1'); await page.waitForTimeout(500); await page.click('form.ask .chip >> nth=1 >> visible=true') }],
  ['feed-explain', '/', async (page) => { await page.click('.ask >> visible=true'); await page.click('.why .all >> visible=true'); await page.waitForTimeout(900) }, 'explained'],
  ['buy', '/', click('.product-card .open')], ['buy-options', '/works/7003', click('.product-card .open')], ['buy-list', '/works/7003', click('.product-card .all')],
  ['product', '/products/602'], ['shop', '/shops/51'], ['search', '/search'], ['search-found', '/search?q=番茄'], ['search-narrow', '/search?q=番茄', async (page) => { if (page.viewportSize().width < 900) await click('.narrow')(page) }], ['search-none', '/search?q=羽毛球', null, 'empty'], ['mall', '/mall'], ['mall-empty', '/mall', null, 'empty'], ['cart', '/cart'], ['cart-empty', '/cart', null, 'empty'], ['cart-pay', '/cart', click('.sum .main')],
  ['orders', '/orders'], ['order', '/orders/8006'], ['order-way', '/orders/8004'], ['addresses', '/addresses'],
  ['console', '/shop'], ['console-shipping', '/shop/shipping'], ['console-aftersales', '/shop/aftersales'], ['complaints', '/operator/complaints'], ['console-orders', '/shop/orders', click('.row-open')], ['console-products', '/shop/products'], ['console-new', '/shop/products/new'], ['console-edit', '/shop/products/601'],
  ['board', '/operator/board'], ['board-low', '/operator/board?by=work&days=90', low], ['board-sources', '/operator/board?by=source&as=shares&work=7003', low], ['board-shop', '/shop/board'], ['board-own', '/me/board'], ['board-empty', '/me/board', null, 'empty'], ['board-broken', '/operator/board', null, 'broken'],
  ['board-about', '/operator/board', async (page) => { await page.focus('.figure:nth-child(2) .ask'); await page.keyboard.press('Enter'); await page.waitForTimeout(400) }],
  ['retention', '/works/7002/insight', async (page) => { await page.focus('[role=slider]'); for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight') }], ['retention-none', '/works/7002/insight', null, 'empty'],
  ['traffic', '/operator/traffic'], ['traffic-low', '/operator/traffic', low], ['traffic-empty', '/operator/traffic', null, 'empty'], ['report', '/transparency'], ['report-low', '/transparency', low], ['report-final', `/transparency?month=${new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() - 2, 1)).toISOString().slice(0, 7)}`], ['report-empty', '/transparency', null, 'empty'],
  ['lake', '/operator/lake'], ['lake-low', '/operator/lake?work=7002&order=8005', low], ['lake-differ', '/operator/lake?work=7003&order=8006', low], ['lake-not-yet', '/operator/lake?work=7001&order=8004', low], ['lake-empty', '/operator/lake', null, 'empty'],
  ['trace', '/shop/orders?state=paid&order=8005', async (page) => { await page.click('.from >> visible=true'); await page.waitForTimeout(800); await page.locator('.lines >> visible=true').first().scrollIntoViewIfNeeded(); await page.mouse.move(1000, 600); await page.mouse.wheel(0, 600); await page.waitForTimeout(300) }], ['tour', '/tour'],
  ['rules', '/rules'], ['rules-middle', '/rules', async (page) => { await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight * 0.3)); await page.waitForTimeout(300) }], ['rules-low', '/rules', async (page) => { await page.selectOption('#policy-against', { index: 3 }); await page.waitForTimeout(600); await low(page) }],
  ['policies', '/operator/policies'], ['policies-faults', '/operator/policies', async (page) => { await page.click('text=/^(检查|Check)$/'); await page.waitForTimeout(600) }], ['policies-difference', '/operator/policies', async (page) => { await page.click('article .acts button >> nth=0'); await page.waitForTimeout(600) }],
  ['policies-back', '/operator/policies', click('.danger')], ['policies-waiver', '/operator/policies', click('.approve')], ['policies-empty', '/operator/policies', null, 'empty'], ['policies-broken', '/operator/policies', null, 'broken'],
  ['policies-tried', '/operator/policies', tries('.main')], ['policies-tried-proposal', '/operator/policies', tries('article')], ['policies-tried-empty', '/operator/policies', tries('.main'), 'empty'],
  ['reviews-list', '/operator/reviews'], ['reviews-empty', '/operator/reviews', null, 'empty'],
]
const looks = (process.env.LOOKS ?? 'phone-zh-light,desk-zh-light').split(',')

mkdirSync(out, { recursive: true })
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--autoplay-policy=no-user-gesture-required'] })
for (const look of looks) {
  const [size, tongue, scheme] = look.split('-')
  const context = await browser.newContext({ viewport: sizes[size], deviceScaleFactor: 1, colorScheme: scheme, locale: tongue === 'zh' ? 'zh-CN' : 'en-GB', hasTouch: ['phone', 'small', 'tablet'].includes(size), serviceWorkers: 'block' })
  for (const [name, path, act, feeling] of shots.filter(([name]) => only.split(',').some((part) => name.startsWith(part)))) {
    feel(feeling ?? 'usual')
    const page = await context.newPage()
    page.on('console', (message) => { if (['error', 'warning'].includes(message.type()) && !/404|503|Service Worker|EventSource/.test(message.text())) console.log(`${name} ${look}: ${message.text().slice(0, 300)}`) })
    page.on('pageerror', (error) => console.log(`${name} ${look}: ${error.message}`))
    await page.goto(origin + path)
    await page.waitForTimeout(1500)
    try {
      if (act) await act(page)
    } catch (error) {
      console.log(`${name} ${look}: ${error.message.split('\n')[0]}`)
    }
    await page.screenshot({ path: join(out, `${name}-${look}.png`) })
    await page.evaluate(() => localStorage.clear())
    await page.close()
  }
  await context.close()
}
await browser.close()
server.close()
