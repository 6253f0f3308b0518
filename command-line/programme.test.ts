import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refuse } from '../foundation/result.ts'
import { withDatabase } from '../tests/support/database.ts'
import { definitionFile, SHIPPED, STRANGER } from '../tests/support/programmes.ts'
import { anOperator, yes } from '../tests/support/world.ts'
import { addFile, checkFile } from './programme.ts'

withDatabase()

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'voorveld-programme-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function aFile(name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

test('a definition without faults is said to be so, and nothing is published', () => {
  expect(yes(checkFile(SHIPPED, 'nl'))).toMatchObject({ json: { version: 1, faults: [] } })
  expect(yes(checkFile(STRANGER, 'en')).text).toBe('Fathers’ walk, version 1: no faults found.')
})

test('a fault names its place and is worded in the language asked for; the answer is no', () => {
  const { anchors: _, ...rest } = definitionFile(STRANGER)
  const file = aFile('faulty.json', JSON.stringify(rest))
  expect(yes(checkFile(file, 'nl'))).toEqual({
    json: {
      refused: 'definition-faulty',
      faults: [{ at: '/anchors', code: 'definition-field-missing', message: 'Dit veld ontbreekt.' }],
    },
    text: '/anchors: Dit veld ontbreekt.\nFouten: 1. Er is niets gepubliceerd.',
    exit: 1,
  })
})

test('[R-114] a programme nobody has seen is published from a file; again is no harm', async () => {
  const operator = await anOperator()
  const first = yes(await addFile(operator, STRANGER, 'nl'))
  const again = yes(await addFile(operator, STRANGER, 'nl'))
  expect([first.json, again.json]).toEqual([
    { code: 'fathers-walk', version: 1, isNew: true },
    { code: 'fathers-walk', version: 1, isNew: false },
  ])
  expect(yes(await addFile(operator, aFile('empty.json', '{}'), 'en'))).toMatchObject({ exit: 1 })
})

test('a file that is not there, no JSON, or far too large is refused in words', () => {
  const missing = join(folder, 'missing.json')
  expect(checkFile(missing, 'nl')).toEqual(refuse('programme-file-unreadable', { file: missing }))
  expect(checkFile(folder, 'nl')).toEqual(refuse('programme-file-unreadable', { file: folder }))
  expect(checkFile(aFile('words.json', 'kern;leeftijd'), 'nl')).toMatchObject({ reason: 'programme-file-not-json' })
  expect(checkFile(aFile('large.json', ' '.repeat(2_000_001)), 'nl')).toMatchObject({
    reason: 'programme-file-too-large',
  })
})
