import { expect, test } from 'vitest'
import { type Source, sources } from '../../scripts/sources.ts'
import { planted } from './planted.ts'

const LONGEST_FILE = 300
const LONGEST_ROOM_README = 60

const lines = (text: string): number => text.replace(/\n$/, '').split('\n').length

/** Generated, seed and migration files may be longer: nobody reads them from top to bottom. */
const isRead = (path: string): boolean =>
  /\.(ts|tsx|mjs|cjs|css)$/.test(path) && !/^database\/(migrations|demo|queries)\//.test(path)

const tooLong = (files: readonly Source[]): string[] =>
  files
    .filter(({ path, text }) => isRead(path) && lines(text) > LONGEST_FILE)
    .map(({ path, text }) => `${path} has ${lines(text)} lines`)

const wordyRooms = (files: readonly Source[]): string[] =>
  files
    .filter(({ path, text }) => /^capabilities\/[^/]+\/README\.md$/.test(path) && lines(text) > LONGEST_ROOM_README)
    .map(({ path, text }) => `${path} has ${lines(text)} lines`)

test('no file is longer than 300 lines', () => {
  expect(tooLong(sources())).toEqual([])
})

test('a file of 301 lines is found', () => {
  expect(tooLong(planted('web/design/base.css', '\n'.repeat(301)))).toHaveLength(1)
  expect(tooLong(planted('web/design/base.css', '\n'.repeat(300)))).toEqual([])
})

test('the page of a room takes at most 60 lines', () => {
  expect(wordyRooms(sources())).toEqual([])
})

test('a room with a page of 61 lines is found', () => {
  expect(wordyRooms(planted('capabilities/cases/README.md', '\n'.repeat(61)))).toHaveLength(1)
})
