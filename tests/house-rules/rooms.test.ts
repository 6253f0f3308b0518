import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isCode, isTest, places, type Source, sources } from '../../scripts/sources.ts'
import { planted } from './planted.ts'

const roomsWithoutPage = (files: readonly Source[]): string[] => {
  const rooms = new Set(files.flatMap(({ path }) => path.match(/^capabilities\/([^/]+)\//)?.[1] ?? []))
  return [...rooms].filter((room) => !files.some(({ path }) => path === `capabilities/${room}/README.md`))
}

/** Code and names of every shipped programme, as whole words. */
function programmeWords(files: readonly Source[]): RegExp {
  const words = files
    .filter(({ path }) => /^programmes\/[^/]+\.json$/.test(path))
    .flatMap(({ text }) => {
      const { code, name } = JSON.parse(text) as { code: string; name: { nl: string; en: string } } // validated by its own room
      return [code, name.nl, name.en]
    })
  const escaped = [...new Set(words)].map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`(?<![\\w-])(${escaped.length > 0 ? escaped.join('|') : 'no programme yet'})(?![\\w])`, 'i')
}

const programmesInCode = (files: readonly Source[], words: RegExp): string[] =>
  places(
    files.filter(({ path }) => isCode(path) && !isTest(path)),
    words,
  )

test('every room opens with a page that says what it is for', () => {
  expect(roomsWithoutPage(sources())).toEqual([])
})

test('a room without a page is found', () => {
  expect(roomsWithoutPage(planted('capabilities/surveys/wave.ts'))).toEqual(['surveys'])
})

test('no name or code of a programme stands in code: what differs per programme is in its definition', () => {
  expect(readdirSync('programmes').filter((name) => name.endsWith('.json'))).not.toEqual([])
  expect(programmesInCode(sources(), programmeWords(sources()))).toEqual([])
})

test('a programme in code is found, in a test it is not', () => {
  const words = programmeWords(
    planted('programmes/x.json', '{"code":"ouder-steun","name":{"nl":"Ouder Steun","en":"Parents"}}'),
  )
  expect(
    programmesInCode(planted('capabilities/cases/case.ts', "if (code === 'ouder-steun') return"), words),
  ).toHaveLength(1)
  expect(programmesInCode(planted('web/policy/page.tsx', '<h1>Ouder Steun</h1>'), words)).toHaveLength(1)
  expect(programmesInCode(planted('capabilities/cases/case.test.ts', "'ouder-steun'"), words)).toEqual([])
})
