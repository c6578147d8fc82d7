// Tries the gestures of a phone on the built pages, in Chromium with touch emulation, and says what does not behave.
// `npm run build && MEDIA=folder npm run touch [-- part of a name]`
import { chromium } from 'playwright-core'
import { serve } from './serve.mjs'

const { origin, server, feel, calls } = await serve()
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--autoplay-policy=no-user-gesture-required'] })
const PATIENCE = 20_000
const only = process.argv[2] ?? ''
let failed = 0

async function visit(path, mood = 'usual', options = {}) {
  feel(mood)
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'zh-CN', serviceWorkers: 'block', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  const complaints = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  const wire = await context.newCDPSession(page)
  const touch = (type, x, y) => wire.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
  const twice = async (x, y) => {
    await page.touchscreen.tap(x, y)
    await page.touchscreen.tap(x, y)
  }
  const drag = async (x, from, to, steps = 8, rest = 16) => {
    await touch('touchStart', x, from)
    for (let step = 1; step <= steps; step++) {
      await touch('touchMove', x, from + ((to - from) * step) / steps)
      await page.waitForTimeout(rest)
    }
    await touch('touchEnd')
  }
  await page.goto(origin + path)
  return { page, context, complaints, touch, drag, twice }
}
async function check(name, path, act, mood, options) {
  if (!name.includes(only)) return
  const seat = await visit(path, mood, options)
  try {
    await act(seat)
    if (seat.complaints.length) throw new Error(`the console says: ${seat.complaints.join(' | ').slice(0, 300)}`)
    console.log(`ok    ${name}`)
  } catch (error) {
    failed++
    console.log(`FAIL  ${name}: ${error.message.split('\n').slice(0, 3).join(' ')}`)
  }
  await seat.context.close()
}
const current = (page) => page.evaluate(() => Math.round(document.querySelector('.scroller').scrollTop / document.querySelector('.scroller').clientHeight))
const playing = (page, n = 0) => page.waitForFunction((at) => { const video = document.querySelectorAll('.slot')[at]?.querySelector('video'); return video && !video.paused && video.currentTime > 0.2 }, n)
const expect = (true_, words) => { if (!true_) throw new Error(words) }

await check('the film starts by itself, silent, with a hint of sound', '/', async ({ page }) => {
  await playing(page)
  expect(await page.locator('.sound').first().isVisible(), 'no hint of sound')
})
await check('the first tap gives sound, the next pauses with a soft sign, one more goes on', '/', async ({ page }) => {
  await playing(page)
  await page.touchscreen.tap(150, 300)
  await page.waitForFunction(() => document.querySelector('video').muted === false)
  await page.waitForTimeout(400)
  await page.touchscreen.tap(150, 300)
  await page.waitForFunction(() => document.querySelector('video').paused)
  await page.locator('.paused').waitFor()
  await page.waitForTimeout(400)
  await page.touchscreen.tap(150, 300)
  await playing(page)
})
await check('a double tap likes, with a heart at the finger', '/', async ({ page, twice }) => {
  await playing(page)
  await page.evaluate(() => new MutationObserver((changes) => {
    const heart = changes.flatMap((change) => [...change.addedNodes]).find((one) => one.matches?.('.hearts i'))
    if (heart) window.heart = { x: heart.offsetLeft, y: heart.offsetTop, width: heart.offsetWidth, height: heart.offsetHeight }
  }).observe(document.querySelector('.hearts'), { childList: true }))
  // On a busy machine two taps may come too far apart to be one gesture.
  for (let tries = 0; tries < 5 && !(await page.evaluate(() => window.heart)); tries++) {
    await page.waitForTimeout(500)
    await twice(120, 260)
  }
  const heart = await (await page.waitForFunction(() => window.heart)).jsonValue()
  expect(heart && heart.x < 120 && heart.x + heart.width > 120 && heart.y < 300 && heart.y + heart.height > 180, `the heart is elsewhere: ${JSON.stringify(heart)}`)
  await page.locator('.rail .liked').first().waitFor()
})
await check('a long press opens speed, not interested and report', '/', async ({ page, touch }) => {
  await playing(page)
  await touch('touchStart', 150, 320)
  await page.waitForTimeout(650)
  await touch('touchEnd')
  await page.getByRole('dialog').waitFor()
  for (const name of ['1.5×', '不感兴趣', '举报']) await page.getByText(name, { exact: true }).waitFor()
  await page.getByRole('radio', { name: '1.5×' }).tap()
  expect(await page.evaluate(() => document.querySelector('video').playbackRate) === 1.5, 'the speed did not change')
})
await check('a swipe up shows the next film, which was being fetched before', '/', async ({ page, drag }) => {
  await playing(page)
  await page.waitForFunction(() => document.querySelectorAll('video')[1]?.readyState >= 2)
  await drag(180, 640, 200)
  await page.waitForFunction(() => document.querySelector('.scroller').scrollTop > 500)
  await playing(page, 1)
  expect(await page.evaluate(() => document.querySelectorAll('video')[0].paused), 'the film before goes on')
})
await check('pulling the first film down asks for a fresh page', '/', async ({ page, drag }) => {
  await playing(page)
  const before = calls('/api/feed')
  await drag(180, 200, 520, 14)
  await page.waitForTimeout(800)
  expect(calls('/api/feed') > before, 'nothing was asked for')
})
await check('the line of progress grows, previews and seeks', '/', async ({ page, touch }) => {
  await playing(page)
  const line = await page.locator('.slide .progress').first().boundingBox()
  expect(line.height >= 18, `only ${line.height} px to touch`)
  await touch('touchStart', line.x + 40, line.y + line.height - 6)
  await touch('touchMove', line.x + line.width * 0.7, line.y + line.height - 6)
  await page.locator('.preview .thumb').waitFor()
  await touch('touchEnd')
  await page.waitForFunction(() => { const video = document.querySelector('video'); return video.currentTime / video.duration > 0.6 })
})
await check('comments leave the film playing above, and a drag closes them', '/', async ({ page, drag }) => {
  await playing(page)
  await page.locator('.rail .verb').nth(1).tap()
  const sheet = page.getByRole('dialog')
  await sheet.waitFor()
  await page.waitForTimeout(500)
  const [box, stage] = [await sheet.boundingBox(), await page.locator('.stage').first().boundingBox()]
  expect(stage.y + stage.height <= box.y + 24, 'the sheet covers the film')
  expect(await page.evaluate(() => !document.querySelector('video').paused), 'the film stopped')
  await drag(195, box.y + 16, box.y + 320)
  await sheet.waitFor({ state: 'detached' })
})
await check('the back gesture closes a sheet and stays on the page', '/', async ({ page }) => {
  await playing(page)
  await page.locator('.rail .verb').nth(3).tap()
  await page.getByRole('dialog').waitFor()
  await page.waitForTimeout(200)
  await page.goBack()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(new URL(page.url()).pathname === '/', `left for ${page.url()}`)
})
await check('a sheet closed by hand leaves no step behind', '/@chaguan', async ({ page }) => {
  const before = await page.evaluate(() => history.length)
  await page.getByRole('button', { name: '更多' }).tap()
  await page.getByRole('dialog').waitFor()
  await page.waitForTimeout(150)
  await page.getByRole('button', { name: '关闭' }).tap()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.waitForTimeout(200)
  expect(await page.evaluate(() => !history.state?.sheets), 'the step is still there')
  expect(await page.evaluate(() => history.length) <= before + 1, 'steps pile up')
})
await check('from a person in a sheet, back leads to the page without the sheet', '/@chaguan', async ({ page }) => {
  await page.getByRole('button', { name: /粉丝/ }).tap()
  await page.getByRole('dialog').getByText('@runner_bo').tap()
  await page.waitForURL('**/@runner_bo')
  await page.waitForTimeout(300)
  await page.goBack()
  await page.waitForURL('**/@chaguan')
  await page.waitForTimeout(300)
  expect(await page.getByRole('dialog').count() === 0, 'the sheet came back')
})
await check('sharing offers the link and a code to scan', '/', async ({ page }) => {
  await playing(page)
  await page.locator('.rail .verb').nth(3).tap()
  await page.getByText('复制链接').waitFor()
  await page.locator('dialog svg path').first().waitFor()
})
await check('a product opens over the film, which goes on, and back closes it', '/', async ({ page }) => {
  await playing(page)
  await page.locator('.product-card .open').first().tap()
  await page.locator('dialog').getByRole('button', { name: /^付款/ }).waitFor()
  await playing(page)
  await page.goBack()
  await page.locator('dialog').waitFor({ state: 'detached' })
})
await check('up to date says so and offers to watch again', '/', async ({ page }) => {
  await page.getByRole('button', { name: '再看一遍' }).waitFor()
}, 'empty')
await check('a slow film shows its cover, and the mark only after 400 ms', '/', async ({ page }) => {
  await page.locator('.poster').first().waitFor()
  expect(await page.locator('.paused .beating, .paused svg').count() === 0, 'a mark at once')
}, 'slow')
await check('offline is drawn, with a way to try again', '/', async ({ page, context, complaints }) => {
  await playing(page)
  await context.setOffline(true)
  await page.locator('.tabs').getByText('我的').tap()
  await page.getByRole('button', { name: '重试' }).waitFor()
  complaints.length = 0
})
await check('who asked for less motion gets none', '/', async ({ page, twice }) => {
  await playing(page)
  await twice(120, 260)
  expect(await page.evaluate(() => [...document.querySelectorAll('*')].every((one) => parseFloat(getComputedStyle(one).transitionDuration) < 0.01)), 'something still moves')
}, 'usual', { reducedMotion: 'reduce' })
await check('the question of a board stands in its address', '/operator/board', async ({ page }) => {
  await page.getByRole('button', { name: '近 7 天' }).tap()
  await page.getByRole('button', { name: '来源', exact: true }).tap()
  await page.locator('.breakdown th').getByText('兴趣').waitFor()
  expect(new URL(page.url()).search === '?days=7&by=source', `asks ${page.url()}`)
})
await check('a row of a breakdown narrows the board, and its chip widens it again', '/operator/board?by=product', async ({ page }) => {
  await page.locator('.breakdown button.name').first().tap()
  await page.locator('.filter').tap()
  await page.locator('.filter').waitFor({ state: 'detached' })
  expect(new URL(page.url()).search === '', `asks ${page.url()}`)
})
await check('a metric is explained by keyboard, and Escape gives the focus back', '/operator/board', async ({ page }) => {
  const ask = page.locator('.figure .ask').nth(1)
  await ask.focus()
  await page.keyboard.press('Enter')
  await page.locator('.about:popover-open').waitFor()
  await page.keyboard.press('Escape')
  expect(await page.locator('.about:popover-open').count() === 0 && await ask.evaluate((one) => one === document.activeElement), 'still open, or the focus is lost')
})
await check('the arrow keys read a retention curve', '/works/7002/insight', async ({ page }) => {
  const curve = page.locator('.curve')
  await curve.focus()
  const before = await curve.getAttribute('aria-valuetext')
  await page.keyboard.press('ArrowRight')
  expect(await curve.getAttribute('aria-valuenow') === '4' && await curve.getAttribute('aria-valuetext') !== before, 'says nothing new')
  await page.keyboard.press('End')
  expect(await curve.getAttribute('aria-valuenow') === '30', 'is not at its end')
})
await check('a tour is for a demo world and copies an account', '/tour', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: '复制 olga' }).tap()
  expect(await page.evaluate(() => navigator.clipboard.readText()) === 'olga', 'copied something else')
})

const pages = ['/', '/following', '/works/7002', '/@chaguan', '/topics/番茄', '/sign-in', '/sign-up', '/welcome/abc', '/upload', '/me', '/me/works', '/me/settings', '/operator/reviews', '/operator/people', '/operator/keys', '/products/602', '/shops/51', '/cart', '/orders', '/orders/8006', '/addresses', '/shop', '/shop/orders', '/shop/products', '/shop/products/new', '/shop/products/601', '/shop/settings', '/operator/board', '/operator/board?by=work', '/operator/lake?work=7002&order=8004', '/operator/policies', '/rules', '/me/board', '/shop/board', '/works/7002/insight', '/tour', '/nowhere']
for (const path of pages) {
  await check(`${path} opens without a complaint, and every control has a name`, path, async ({ page }) => {
    await page.waitForTimeout(1_200)
    const nameless = await page.evaluate(() => [...document.querySelectorAll('button, a[href], input, textarea, select, [role=slider], [role=switch], video, img:not([alt])')]
      .filter((one) => !(one.getAttribute('aria-label') || one.getAttribute('title') || one.labels?.length || one.textContent.trim() || one.querySelector('img[alt]:not([alt=""])')) )
      .map((one) => one.outerHTML.slice(0, 120)))
    expect(nameless.length === 0, `without a name: ${nameless.slice(0, 3).join(' ')}`)
    expect(await page.evaluate(() => document.documentElement.lang === 'zh-CN' && document.documentElement.scrollWidth <= innerWidth), 'no language, or wider than the phone')
  })
}

await browser.close()
server.close()
process.exit(failed ? 1 : 0)
