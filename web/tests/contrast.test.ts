import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, '../src/design/tokens.css'), 'utf8')
const block = (selector: string) => css.slice(css.indexOf(`\n${selector} {`)).split('}')[0] ?? ''
const colours = (text: string) => Object.fromEntries([...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/gi)].map((match) => [match[1], match[2]])) as Record<string, string>
const light = colours(css.slice(0, css.indexOf('[data-theme]')))
const dark = { ...light, ...colours(block("[data-theme='dark']")) }

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((one) => (one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

/** Text over ground, as the pages use them; n0 is the card, n1 the page, n2 a chip or button. */
const pairs = [
  ['n7', 'n0'], ['n7', 'n1'], ['n7', 'n2'], ['n6', 'n2'], ['n5', 'n0'], ['n5', 'n1'], ['n5', 'n2'], ['on-brand', 'brand'], ['brand-ink', 'n0'], ['brand-ink', 'n1'],
  ['brand-ink', 'brand-soft'], ['trust', 'n0'], ['trust', 'n1'], ['trust', 'trust-soft'], ['n5', 'trust-soft'], ['ok', 'ok-soft'], ['warn', 'warn-soft'], ['bad', 'bad-soft'], ['bad', 'n0'], ['n0', 'ok'], ['n0', 'bad'], ['n0', 'n7'],
] as const
const WCAG_AA = 4.5
/** Lines and bars of charts over their card, and what is left beside what was lost. */
const drawn = [['chart', 'n0'], ['chart-usual', 'n0'], ['chart-bar', 'n0'], ['chart', 'chart-ghost']] as const
const WCAG_GRAPHICS = 3

describe.each([['light', light], ['dark', dark]])('the %s colours', (_, theme) => {
  it.each(pairs)('%s on %s can be read', (text, ground) => {
    expect(contrast(theme[text] ?? '#000000', theme[ground] ?? '#000000')).toBeGreaterThanOrEqual(WCAG_AA)
  })
})

describe.each([['light', light], ['dark', dark]])('the %s charts', (_, theme) => {
  it.each(drawn)('%s on %s can be told apart', (shape, ground) => {
    expect(contrast(theme[shape] ?? '#000000', theme[ground] ?? '#000000')).toBeGreaterThanOrEqual(WCAG_GRAPHICS)
  })
})

describe('over video', () => {
  it.each(['on-video', 'trust-on-video', 'brand-on-video', 'star-on-video'])('%s can be read on the night of the stage', (text) => {
    expect(contrast(light[text] ?? '#000000', '#121212')).toBeGreaterThanOrEqual(WCAG_AA)
  })
})
