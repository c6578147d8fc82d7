import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { crowds, scenes, styles, violations } from '@/api/types'
import { language, speak, t } from '@/app/words'
import { en } from '@/app/words/en'
import { zh } from '@/app/words/zh'

const source = join(import.meta.dirname, '../src')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(vue|ts)$/.test(name) && !/words\/(zh|en)\//.test(name))
  .map((name) => readFileSync(join(source, name), 'utf8'))
const keys = Object.keys(zh)
const all = files.join('\n')
/** Keys that are put together from a code, such as `violation.${code}`. */
const families = [...all.matchAll(/`([a-z-]+(?:\.[a-z-]+)*[.-](?:no-)?)\$\{/g)].map((match) => match[1] as string)

describe('the words', () => {
  it('are the same keys in both languages', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort())
  })

  it('stand in one place each', () => {
    const places = readdirSync(join(source, 'app/words/zh')).flatMap((name) => [...readFileSync(join(source, 'app/words/zh', name), 'utf8').matchAll(/^  '([^']+)':/gm)])
    expect(places.map((match) => match[1]).sort()).toEqual([...keys].sort())
  })

  it('are fetched one language at a time', async () => {
    await speak('zh')
    expect([t('cancel'), language.value, document.documentElement.lang]).toEqual([zh.cancel, 'zh', 'zh-CN'])
    await Promise.all([speak('zh'), speak('en')])
    expect([t('cancel'), language.value, document.documentElement.lang]).toEqual([en.cancel, 'en', 'en'])
    const eager = files.filter((text) => /^import \{.*from '(@\/app|\.|\.\.)\/?(words\/)?(zh|en)'/m.test(text))
    expect(eager).toEqual([])
  })

  it('say something in both languages', () => {
    for (const words of [zh, en]) expect(Object.entries(words).filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('take the same values in both languages', () => {
    const taken = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort()
    for (const key of keys as (keyof typeof zh)[]) expect([key, taken(en[key])]).toEqual([key, taken(zh[key])])
  })

  it('are Chinese in Chinese, and not in English', () => {
    expect(Object.entries(zh).filter(([key, text]) => !/[\u4e00-\u9fff]/.test(text) && key !== 'brand')).toEqual([])
    expect(Object.entries(en).filter(([, text]) => /[\u4e00-\u9fff]/.test(text))).toEqual([])
  })

  it('are all used', () => {
    const quoted = new Set([...all.matchAll(/'([a-z][a-z0-9.-]*)'/g)].map((match) => match[1]))
    const unused = keys.filter((key) => !quoted.has(key) && !families.some((family) => key.startsWith(family)))
    expect(unused).toEqual([])
  })

  it('exist wherever a page asks for one', () => {
    const asked = [...all.matchAll(/\bt\('([^']+)'/g)].map((match) => match[1] as string)
    expect(asked.filter((key) => !(key in zh))).toEqual([])
  })

  it('name every code of the contract', () => {
    const codes = [...violations.map((one) => `violation.${one}`), ...[...scenes, ...styles, ...crowds].map((one) => `facet.${one}`)]
    expect(codes.filter((key) => !(key in zh))).toEqual([])
  })
})

describe('the sources', () => {
  it('hold no word of their own', () => {
    const allowed = /中文|English/
    const spoken = files.flatMap((text) => text.split('\n')).filter((line) => /[\u4e00-\u9fff]/.test(line) && !/^\s*(\/?\*|\/\/|<!--)/.test(line) && !allowed.test(line))
    expect(spoken).toEqual([])
  })
})
