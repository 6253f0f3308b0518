import { expect, test } from 'vitest'
import { checkDefinition } from '../../capabilities/programmes/definition-check.ts'
import { isCode, isTest, places, type Source, sources } from '../../scripts/sources.ts'
import { planted } from './planted.ts'

const shipped = sources().filter(({ path }) => /^programmes\/[^/]+\.json$/.test(path))

type Named = { code: string; name: { nl: string; en: string } }

/** Code and names of each programme, however an identifier would spell them: `ouder-steun`, `ouderSteun`, `OUDER_STEUN`. */
function spellings(definitions: readonly Source[]): RegExp {
  const words = definitions.flatMap(({ text }) => {
    const { code, name } = JSON.parse(text) as Named // the first test checks the whole document
    return [code, name.nl, name.en]
  })
  const loose = words.map((word) =>
    word
      .split(/[\s_-]+/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[\\s_-]?'),
  )
  return new RegExp(`(?<![\\p{L}\\d])(${[...new Set(loose)].join('|')})`, 'iu')
}

const offences = (files: readonly Source[], definitions: readonly Source[]): string[] =>
  places(
    files.filter(({ path }) => isCode(path) && !isTest(path)),
    spellings(definitions),
  )

test('every shipped definition is without faults and stands in a file with its own code', () => {
  expect(shipped.length).toBeGreaterThan(0)
  for (const { path, text } of shipped) {
    const checked = checkDefinition(JSON.parse(text))
    expect(checked.ok ? path : checked.faults).toBe(checked.ok && `programmes/${checked.value.code}.json`)
  }
})

test('no programme stands in code, however it is spelled: what differs per programme is in its definition', () => {
  expect(offences(sources(), shipped)).toEqual([])
})

test.each([
  ["if (code === 'ouder-steun') return", 1],
  ["measure('ouder-steun-registered')", 1],
  ['const ouderSteunPhases = []', 1],
  ['const OUDER_STEUN = 1', 1],
  ['// Ouder Steun needs a match meeting', 1],
  ['<h1>Parents first</h1>', 1],
  ['const ouder = steun', 0],
])('%s in code is found %i times, in a test never', (text, times) => {
  const definition = planted(
    'programmes/ouder-steun.json',
    '{"code":"ouder-steun","name":{"nl":"Ouder Steun","en":"Parents first"}}',
  )
  expect(offences(planted('capabilities/cases/case.ts', text), definition)).toHaveLength(times)
  expect(offences(planted('capabilities/cases/case.test.ts', text), definition)).toEqual([])
})
