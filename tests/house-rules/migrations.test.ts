import { expect, test } from 'vitest'
import { type Source, sources } from '../../scripts/sources.ts'
import { planted } from './planted.ts'

const FOLDER = 'database/migrations/'
const NAME = /^(\d{4})_[a-z0-9_]+\.sql$/

function offences(files: readonly Source[]): string[] {
  const migrations = files.filter(({ path }) => path.startsWith(FOLDER))
  return migrations.flatMap(({ path, text }, at) => {
    const number = path.slice(FOLDER.length).match(NAME)?.[1]
    const [opening = ''] = text.split('\n')
    return [
      ...(number === undefined ? [`${path}: its name is a number of four digits and what it brings`] : []),
      ...(number !== undefined && Number(number) !== at + 1 ? [`${path}: expected number ${at + 1}`] : []),
      ...(/^-- [A-Z].{20,}/.test(opening) ? [] : [`${path}: opens with one sentence that says why`]),
      ...(/^\s*(begin|commit|rollback)\s*;/im.test(text)
        ? [`${path}: the runner opens and closes the transaction`]
        : []),
    ]
  })
}

test('migrations are numbered without a gap, open with the reason, and leave the transaction to the runner', () => {
  expect(offences(sources())).toEqual([])
})

test.each([
  ['a way back', '0001_cases.down.sql', '-- A way back is not kept: we go forward only.\n'],
  ['a gap', '0002_cases.sql', '-- Trajectories and the events they consist of.\n'],
  ['no reason', '0001_cases.sql', 'create table cases ();\n'],
  ['an own transaction', '0001_cases.sql', '-- Trajectories and the events they consist of.\ncommit;\n'],
])('%s is found', (_, name, text) => {
  expect(offences(planted(FOLDER + name, text))).toHaveLength(1)
})
