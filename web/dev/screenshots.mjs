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
    only: { type: 'string' },
    language: { type: 'string', default: 'zh' },
    out: { type: 'string', default: join(import.meta.dirname, '../../docs/screenshots') },
  },
})
if (!options.creator?.includes(':') || !options.operator?.includes(':') || !options.film) {
  console.error('npm run screenshots -- --creator HANDLE:PASSWORD --operator HANDLE:PASSWORD --film FILE [--address URL] [--language zh|en] [--only NAME,NAME] [--out FOLDER]')
  process.exit(2)
}

const phone = { width: 390, height: 844 }
const desktop = { width: 1280, height: 800 }
const PATIENCE = 20_000
const TRANSCODED = 180_000
const words = {
  zh: { title: '雨后的院子，十秒钟', hashtags: '#日常 #雨天', comment: '这光线太好了，求问是几点拍的？', reason: '接手下个季度的数据查看记录核对' },
  en: { title: 'The yard after the rain, ten seconds', hashtags: '#daily #rain', comment: 'What light! When was this taken?', reason: 'Takes over next quarter’s check of who read what' },
}[options.language]

mkdirSync(options.out, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--autoplay-policy=no-user-gesture-required'],
})
const pictures = {
  'feed-phone': (name) => feed(name, phone, 2),
  'feed-desktop': (name) => feed(name, desktop, 2),
  buy: (name) => buy(name),
  comments: (name) => comments(name),
  explain: (name) => explain(name),
  upload: (name) => upload(name),
  reviews: (name) => reviews(name),
  profile: (name) => profile(name),
  people: (name) => people(name),
  board: (name) => board(name),
  retention: (name) => retention(name),
}
const failed = []
for (const [name, take] of Object.entries(pictures)) {
  if (options.only && !options.only.split(',').includes(name)) continue
  try {
    await take(name)
  } catch (error) {
    failed.push(name)
    console.error(`${name}: ${error.message.split('\n')[0]}`)
  }
}
await browser.close()
process.exit(failed.length ? 1 : 0)

/** The feed after some swipes, while a film plays. */
async function feed(name, viewport, swipes) {
  const page = await open(viewport, options.creator, '/')
  await watching(page, swipes)
  await keep(page, name)
}

/** The whole platform in figures, and its funnel. */
async function board(name) {
  const page = await open(desktop, options.operator, '/operator/board')
  await page.waitForSelector('.funnel .bar', { timeout: PATIENCE })
  await page.waitForTimeout(1_000)
  await keep(page, name)
}

/** How long people stay with the creator's first film. */
async function retention(name) {
  const page = await open(desktop, options.creator, '/me/works')
  await page.locator('a[href$="/insight"]').nth(2).click({ timeout: PATIENCE })
  await page.waitForSelector('.curve svg', { timeout: PATIENCE })
  await page.waitForTimeout(1_000)
  await keep(page, name)
}

/** What a film sells, chosen and ready to be paid, while the film goes on above. */
async function buy(name) {
  const page = await open(phone, options.operator, '/')
  const work = await page.evaluate(async () => {
    for (let tries = 0; tries < 5; tries++) {
      const { items } = await (await fetch('/api/feed?count=20')).json()
      const one = items.find((item) => item.products.length)
      if (one) return one.work.id
    }
  })
  await page.goto(`${options.address}/works/${work}`)
  await page.locator('.product-card .open').first().click({ timeout: PATIENCE })
  await page.waitForSelector('section.buy .price', { timeout: PATIENCE })
  await page.waitForTimeout(2_500)
  await keep(page, name)
}

/** A phone with the comments drawn up and the film going on above them; says something first, so that there is one. */
async function comments(name) {
  const page = await open(phone, options.creator, '/')
  await watching(page, 1)
  await page.locator('.slot').nth(1).locator('.rail .verb').nth(1).click()
  await page.fill('dialog textarea', words.comment)
  await page.keyboard.press('Enter')
  await page.waitForSelector('dialog .comment:not(.sending)', { timeout: PATIENCE })
  await page.waitForTimeout(1_500)
  await keep(page, name)
}

/** Why a film is in its place, as an operator sees it. */
async function explain(name) {
  const page = await open(desktop, options.operator, '/', { 'kanmai.explain': '1' })
  await watching(page, 1)
  await page.keyboard.press('e')
  await page.waitForSelector('.explain .bars', { timeout: PATIENCE })
  await page.waitForTimeout(600)
  await keep(page, name)
}

/** The page of somebody who made the film before the eyes. */
async function profile(name) {
  const page = await open(desktop, options.operator, '/')
  await watching(page, 1)
  await page.locator('.slot').nth(1).locator('.rail .who a').click()
  await page.waitForSelector('.grid img', { timeout: PATIENCE })
  await page.waitForTimeout(1_500)
  await keep(page, name)
}

/** People and roles; asks for a role of the creator's first, so that there is a request to decide. */
async function people(name) {
  const page = await open(desktop, options.operator, '/operator/people')
  const handle = options.creator.split(':')[0]
  await page.fill('input[type=search]', handle)
  await page.locator('td .who', { hasText: `@${handle}` }).first().click({ timeout: PATIENCE })
  await page.locator('form.ask .chip').last().click()
  await page.fill('#role-reason', words.reason)
  await page.click('form.ask button[type=submit]')
  await page.waitForSelector('.request', { timeout: PATIENCE })
  await page.fill('input[type=search]', '')
  await page.waitForFunction(() => document.querySelectorAll('tbody tr').length > 1, null, { timeout: PATIENCE })
  await page.waitForTimeout(5_000)
  await keep(page, name)
}

/** Swipes on, until that film plays, with its sound on. */
async function watching(page, swipes) {
  await playing(page)
  for (let swiped = 0; swiped < swipes; swiped++) {
    await page.keyboard.press('ArrowDown')
    await page.waitForTimeout(900)
    await playing(page)
  }
  const sound = page.locator('.sound >> visible=true')
  if (await sound.count()) await sound.first().click()
  await page.waitForTimeout(2_000)
}

/** The form of a film that is being published; then it is published, so that the operator has something to review. */
async function upload(name) {
  const page = await open(desktop, options.creator, '/upload')
  await page.setInputFiles('.drop input[type=file] >> nth=0', options.film)
  await page.fill('#title', words.title)
  await page.fill('#hashtags', words.hashtags)
  await page.waitForSelector('.covers button', { timeout: TRANSCODED })
  await page.waitForTimeout(1_500)
  await keep(page, name, false)
  await page.click('form .button.main[type=submit]')
  await page.waitForURL('**/me/works', { timeout: PATIENCE })
  await page.context().close()
}

/** The queue with its first review opened. */
async function reviews(name) {
  const page = await open(desktop, options.operator, '/operator/reviews')
  await page.waitForSelector('.case', { timeout: PATIENCE })
  await page.waitForTimeout(2_000)
  await keep(page, name)
}

/** A page at a path, signed in as HANDLE:PASSWORD, in a browser of its own that has been asked for its consent already. */
async function open(viewport, account, path, notes = {}) {
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: 1,
    colorScheme: 'light',
    locale: options.language === 'zh' ? 'zh-CN' : 'en-GB',
    hasTouch: viewport === phone,
    serviceWorkers: 'block',
  })
  await context.addInitScript((kept) => Object.entries(kept).forEach(([name, value]) => localStorage.setItem(name, value)), { 'kanmai.asked': '1', 'kanmai.language': options.language, ...notes })
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
