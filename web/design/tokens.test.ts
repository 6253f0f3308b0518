import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')

type Colours = Readonly<Record<string, string>>

const coloursIn = (text: string): Colours =>
  Object.fromEntries(
    [...text.matchAll(/--vv-([a-z-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [name, hex]),
  )

const themes = [
  { theme: 'light', colours: coloursIn(light) },
  { theme: 'dark', colours: { ...coloursIn(light), ...coloursIn(dark) } },
]

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const GROUNDS = ['paper', 'sheet', 'well', 'action-wash', 'danger-wash']

/** What is read on which ground, and how much contrast WCAG 2.2 AA asks: 4.5 for text, 3 for borders and focus. */
const PAIRS: [least: number, on: readonly string[], what: readonly string[]][] = [
  [4.5, GROUNDS, ['ink', 'ink-soft', 'action', 'action-strong', 'danger', 'danger-strong']],
  [4.5, ['action', 'action-strong'], ['on-action']],
  [4.5, ['danger', 'danger-strong'], ['on-danger']],
  [3, ['paper', 'sheet'], ['edge', 'focus']],
  [3, ['focus-band'], ['focus']],
]

function tooFaint(colours: Colours): string[] {
  return PAIRS.flatMap(([least, on, what]) =>
    on.flatMap((ground) =>
      what
        .filter((name) => contrast(colours[name] ?? '', colours[ground] ?? '') < least)
        .map((name) => `${name} on ${ground}: ${contrast(colours[name] ?? '', colours[ground] ?? '').toFixed(2)}`),
    ),
  )
}

test.each(themes)('in $theme everything that is read stands out enough from what it lies on', ({ colours }) => {
  expect(Object.keys(colours).length).toBeGreaterThan(20)
  expect(tooFaint(colours)).toEqual([])
})

test('a faint colour is found', () => {
  const { colours = {} } = themes[0] ?? {}
  expect(tooFaint({ ...colours, 'ink-soft': '#b0a890' })).not.toEqual([])
})

test('every colour of the light theme has one for the dark, drawings too', () => {
  const same = ['focus-width']
  const missing = Object.keys(coloursIn(light)).filter(
    (name) => coloursIn(dark)[name] === undefined && !same.includes(name),
  )
  expect(missing).toEqual([])
})
