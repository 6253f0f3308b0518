import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { KINDS, ROLES } from '../../capabilities/access/roles.ts'
import { argumentsIn, serverArguments, serverSettings } from '../../scripts/server-arguments.ts'
import { type Source, sources } from '../../scripts/sources.ts'
import { planted } from './planted.ts'

/** Links to files that are not there. */
const brokenLinks = (files: readonly Source[]): string[] =>
  files
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, target = '']) => target.replace(/#.*$/, ''))
        .filter((target) => target !== '' && !/^[a-z]+:/.test(target) && !existsSync(join(dirname(path), target)))
        .map((target) => `${path} → ${target}`),
    )

/** Words of the code that the vocabulary does not explain. */
function unexplained(files: readonly Source[], words: readonly string[]): string[] {
  const rows = files.find(({ path }) => path === 'docs/vocabulary.md')?.text.split('\n') ?? []
  const explained = new Set(
    rows.flatMap((row) => [...(row.split('|')[2] ?? '').matchAll(/`([^`]+)`/g)].map(([, word]) => word)),
  )
  return words.filter((word) => !explained.has(word))
}

const rooms = [...new Set(sources().flatMap(({ path }) => path.match(/^capabilities\/([^/]+)\//)?.[1] ?? []))]

test('every link in the documents leads to a file', () => {
  expect(brokenLinks(sources())).toEqual([])
})

test('a broken link is found', () => {
  expect(
    brokenLinks(
      planted('docs/start-here.md', 'See [the plan](plan.md), [us](requirements.tsv) and [them](https://a.example).'),
    ),
  ).toEqual(['docs/start-here.md → plan.md'])
})

test.each([
  ['rooms', rooms],
  ['kinds of record', KINDS],
  ['roles', ROLES],
] as const)('the vocabulary explains all %s', (_, words) => {
  expect(unexplained(sources(), words)).toEqual([])
})

test('a word that the vocabulary lacks is found', () => {
  expect(
    unexplained(planted('docs/vocabulary.md', '| uitvoering | `provision` | who carries it out where |'), [
      'provision',
      'trajectory',
    ]),
  ).toEqual(['trajectory'])
})

test('the unit for systemd starts the server as npm start does', () => {
  const unit = readFileSync('deploy/voorveld.service', 'utf8')
  expect(argumentsIn(unit.match(/^ExecStart=(.*)$/m)?.[1] ?? '')).toEqual(serverArguments())
  const settings = Object.entries(serverSettings()).map(([name, value]) => `${name}=${value}`)
  expect(settings).toHaveLength(3)
  expect(settings).toContain('MALLOC_ARENA_MAX=1')
  expect(unit.match(/^Environment=(.*)$/m)?.[1]?.split(' ')).toEqual(expect.arrayContaining(settings))
  expect(serverArguments().at(-1)).toBe('build/server.js')
})
