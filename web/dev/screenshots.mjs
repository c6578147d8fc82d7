// Takes the pictures of the READMEs from a running demo world; docs/screenshots/README.md says how.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'

const { values: options } = parseArgs({
  options: {
    address: { type: 'string', default: 'http://localhost:8080' },
    creator: { type: 'string' },
    operator: { type: 'string' },
    film: { type: 'string' },
    language: { type: 'string', default: 'zh' },
    out: { type: 'string', default: join(import.meta.dirname, '../../docs/screenshots') },
  },
})
if (!options.creator?.includes(':') || !options.operator?.includes(':') || !options.film) {
  console.error('npm run screenshots -- --creator HANDLE:PASSWORD --operator HANDLE:PASSWORD --film FILE [--address URL] [--language zh|en] [--out FOLDER]')
  process.exit(2)
}

const phone = { width: 390, height: 844 }
const desktop = { width: 1280, height: 800 }
const PATIENCE = 20_000
const TRANSCODED = 180_000
const words = {
  zh: { title: '雨后的院子，十秒钟', hashtags: '#日常 #雨天' },
  en: { title: 'The yard after the rain, ten seconds', hashtags: '#daily #rain' },
}[options.language]

mkdirSync(options.out, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--autoplay-policy=no-user-gesture-required'],
})
try {
  await feed('feed-phone', phone, 2)
  await feed('feed-desktop', desktop, 2)
  await upload()
  await reviews()
} finally {
  await browser.close()
}

/** The feed after some swipes, while a film plays. */
async function feed(name, viewport, swipes) {
  const page = await open(viewport, options.creator, '/')
  await playing(page)
  for (let swiped = 0; swiped < swipes; swiped++) {
    await page.keyboard.press('ArrowDown')
    await page.waitForTimeout(900)
    await playing(page)
  }
  const sound = page.locator('.sound >> visible=true')
  if (await sound.count()) await sound.first().click()
  await page.waitForTimeout(2_000)
  await keep(page, name)
}

/** The form of a film that is being published; then it is published, so that the operator has something to review. */
async function upload() {
  const page = await open(desktop, options.creator, '/upload')
  await page.setInputFiles('.drop input[type=file] >> nth=0', options.film)
  await page.fill('#title', words.title)
  await page.fill('#hashtags', words.hashtags)
  await page.waitForSelector('.covers button', { timeout: TRANSCODED })
  await page.waitForTimeout(1_500)
  await keep(page, 'upload', false)
  await page.click('form .button.main[type=submit]')
  await page.waitForURL('**/me/works', { timeout: PATIENCE })
  await page.context().close()
}

/** The queue with its first review opened. */
async function reviews() {
  const page = await open(desktop, options.operator, '/operator/reviews')
  await page.waitForSelector('.case', { timeout: PATIENCE })
  await page.waitForTimeout(2_000)
  await keep(page, 'reviews')
}

/** A page at a path, signed in as HANDLE:PASSWORD, in a browser of its own that has been asked for its consent already. */
async function open(viewport, account, path) {
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: 1,
    colorScheme: 'light',
    locale: options.language === 'zh' ? 'zh-CN' : 'en-GB',
    hasTouch: viewport === phone,
    serviceWorkers: 'block',
  })
  await context.addInitScript(() => localStorage.setItem('kanmai.asked', '1'))
  const page = await context.newPage()
  const [handle, ...password] = account.split(':')
  await page.goto(`${options.address}/sign-in`)
  await page.fill('#handle', handle)
  await page.fill('#password', password.join(':'))
  await page.click('form button[type=submit]')
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'), { timeout: PATIENCE })
  await page.goto(options.address + path)
  return page
}

async function playing(page) {
  await page.waitForFunction(() => [...document.querySelectorAll('video')].some((video) => !video.paused && video.currentTime > 1), null, { timeout: PATIENCE })
}

async function keep(page, name, last = true) {
  const path = join(options.out, `${name}.png`)
  await page.screenshot({ path })
  console.log(path)
  if (last) await page.context().close()
}
