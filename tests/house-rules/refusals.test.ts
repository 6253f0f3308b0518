import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { isCode, isTest, type Source, sources } from '../../scripts/sources.ts'
import type { RefusalWords } from '../../web/words/refusal.ts'
import { planted } from './planted.ts'

const REASON = /'([a-z0-9]+(?:-[a-z0-9]+)+|[a-z]+)'/g
const WORDS = 'web/words/refusals/'

const product = (files: readonly Source[]) =>
  files.filter(({ path }) => isCode(path) && !isTest(path) && !path.startsWith(WORDS) && !path.startsWith('scripts/'))

/** Every reason code that stands in the first argument of a refusal. */
function reasonsGiven(files: readonly Source[]): Set<string> {
  const reasons = new Set<string>()
  for (const { text } of product(files)) {
    for (const [, given = ''] of text.matchAll(/\brefuse\(([^,)]*)/g)) {
      // A word that something is compared with is no reason.
      for (const [, reason = ''] of given.replace(/[=!]==\s*'[^']*'/g, '').matchAll(REASON)) reasons.add(reason)
    }
  }
  return reasons
}

const unworded = (files: readonly Source[], worded: readonly string[]): string[] =>
  [...reasonsGiven(files)].filter((reason) => !worded.includes(reason)).sort()

const neverGiven = (files: readonly Source[], worded: readonly string[]): string[] => {
  const texts = product(files).map(({ text }) => text)
  return worded.filter((reason) => !texts.some((text) => text.includes(`'${reason}'`))).sort()
}

/** The sentences of all rooms, room by room. */
const byRoom = await Promise.all(
  globSync(`${WORDS}*.ts`, { exclude: ['**/*.test.ts'] }).map(async (path) => ({
    path,
    words: Object.values((await import(resolve(path))) as Record<string, RefusalWords>), // what each file there exports
  })),
)
const all = byRoom.flatMap(({ words }) => words.flatMap((one) => Object.entries(one)))
const worded = all.map(([reason]) => reason)

test('every reason for a refusal has a sentence', () => {
  expect(unworded(sources(), worded)).toEqual([])
})

test('no sentence waits for a refusal that never comes', () => {
  expect(neverGiven(sources(), worded)).toEqual([])
})

test('a reason has one sentence: no two rooms word the same code', () => {
  expect(worded.filter((reason, at) => worded.indexOf(reason) !== at)).toEqual([])
})

test.each(all)('%s is a whole sentence in both languages', (_, sentence) => {
  // Whatever values a sentence asks for, it gets a short one.
  const given = new Proxy({}, { get: () => 'x' })
  for (const lang of ['nl', 'en'] as const) expect(sentence[lang](given)).toMatch(/^[\p{Lu}\p{N}x“"'].*[.?!)]$/su)
})

test('a reason without a sentence and a sentence without a reason are found', () => {
  const file = planted(
    'capabilities/cases/actions.ts',
    "return isOpen ? refuse('case-open', { on }) : refuse(x === 'y' ? 'a-b' : 'c-d')",
  )
  expect(unworded(file, ['case-open'])).toEqual(['a-b', 'c-d'])
  expect(neverGiven(file, ['case-open', 'vog-not-seen'])).toEqual(['vog-not-seen'])
})
