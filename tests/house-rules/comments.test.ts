import { expect, test } from 'vitest'
import { isCode, places, type Source, sources } from '../../scripts/sources.ts'
import { planted } from './planted.ts'

const written = (files: readonly Source[]) => files.filter(({ path }) => !path.startsWith('tests/house-rules/'))
const code = (files: readonly Source[]) =>
  written(files).filter(({ path }) => isCode(path) || /\.(css|sql)$/.test(path))

/** What is left to do has a number where it is kept. */
const loose = (files: readonly Source[]): string[] => places(code(files), /\b(TODO|FIXME|XXX|HACK)\b(?!.*#\d+)/)

const MACHINE = new RegExp(`(?<![\\w.-])/(${['work', 'root', 'home', 'farm', 'Users'].join('|')})/[\\w.-]+`)
const machinePaths = (files: readonly Source[]): string[] => places(written(files), MACHINE)

/** Pages that do not stand in this repository: a reader cannot open them. */
const ELSEWHERE =
  /\b(design|style|stack|look|domain-facts|peers|requirements|contracts)(\.md)? §|\bshared\/(design|style|stack|look)/
const lostReferences = (files: readonly Source[]): string[] => places(written(files), ELSEWHERE)

const mocks = (files: readonly Source[]): string[] => places(written(files), /\b(vi|jest)\.(mock|doMock)\(/)

/** One file breaks the rule of disclosure on purpose, around the real one, to see that the pairs notice. */
const BREAKS_ON_PURPOSE = /^tests\/disclosure\/mutations\.test\.ts:\d+ vi\.mock\($/

const emptyTitles = (files: readonly Source[]): string[] =>
  places(
    written(files).filter(({ path }) => /\.test\.tsx?$/.test(path)),
    /\b(test|it)(\.each\(.*\))?\((['"`])(\[[^\]]+\]\s*)?(should\b|works\b)/,
  )

test('what is left to do names the issue that holds it', () => {
  expect(loose(sources())).toEqual([])
  expect(loose(planted('web/links.ts', '// TODO later'))).toHaveLength(1)
  expect(loose(planted('web/links.ts', '// TODO #12: the link to the plan'))).toEqual([])
})

test('no path of one machine stands in the repository', () => {
  expect(machinePaths(sources())).toEqual([])
  expect(machinePaths(planted('docs/how-to/run.md', `cd ${['', 'home', 'jansen'].join('/')}/voorveld`))).toHaveLength(1)
  expect(machinePaths(planted('web/links.ts', "'/werk/importeren'"))).toEqual([])
})

test('every page that a comment refers to stands in this repository', () => {
  expect(lostReferences(sources())).toEqual([])
  expect(lostReferences(planted('server/main.ts', '// stops in time (design §7)'))).toHaveLength(1)
})

test('our own files are never mocked: fakes stand at connections only', () => {
  expect(mocks(sources()).filter((place) => !BREAKS_ON_PURPOSE.test(place))).toEqual([])
  expect(mocks(planted('capabilities/cases/actions.test.ts', "vi.mock('./store.ts')"))).toHaveLength(1)
})

test('the title of a test is a sentence from the work', () => {
  expect(emptyTitles(sources())).toEqual([])
  expect(emptyTitles(planted('foundation/day.test.ts', "test('works', () => {})"))).toHaveLength(1)
  expect(emptyTitles(planted('foundation/day.test.ts', "it('should add a month', () => {})"))).toHaveLength(1)
})
