import { expect, test } from 'vitest'
import { type Source, sources } from '../../scripts/sources.ts'
import { planted } from './planted.ts'

const DRAWERS = /(^|[/-])(utils?|helpers?|common|managers?|misc)(?=[./-]|$)/
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/
/** Names that the world gives, not we. */
const GIVEN = /^(README|CONTRIBUTING|SECURITY|CHANGELOG|LICENSE|CODE_OF_CONDUCT|AUTHORS|OFL)\.(md|txt)$/

const drawers = (files: readonly Source[]): string[] =>
  files.map(({ path }) => path).filter((path) => DRAWERS.test(path))

const notKebab = (files: readonly Source[]): string[] =>
  files
    .map(({ path }) => path)
    .filter((path) =>
      path.split('/').some((part) => {
        if (part.startsWith('.') || GIVEN.test(part)) return false
        const [name = '', ...extensions] = part.split('.')
        // SQL has names of its own: 0007_sign_in.sql.
        const words = [extensions.at(-1) === 'sql' ? name.replaceAll('_', '-') : name, ...extensions]
        return !words.every((word) => KEBAB.test(word))
      }),
    )

test('no file is a drawer: each is named for what is inside', () => {
  expect(drawers(sources())).toEqual([])
})

test.each([
  'web/utils.ts',
  'capabilities/cases/date-helpers.ts',
  'foundation/common/day.ts',
  'server/session-manager.ts',
])('a drawer is found: %s', (path) => expect(drawers(planted(path))).toEqual([path]))

test('files and folders are in kebab-case', () => {
  expect(notKebab(sources())).toEqual([])
})

test.each(['web/HomePage.tsx', 'capabilities/helpRequests/case.ts', 'foundation/due_day.ts'])(
  'another case is found: %s',
  (path) => expect(notKebab(planted(path))).toEqual([path]),
)
