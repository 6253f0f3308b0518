import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import { type EarlierRow, markOf, matchRows as matchMarks } from './matching.ts'
import type { Registration } from './rows.ts'

let line = 1
const row = (village: string, given: Partial<Registration> = {}): Registration => ({
  ...{ line: ++line, answers: { village, children: [{ years: 3 }] }, special: {}, originalWords: [] },
  ...{ holdsOn: day('2026-01-31'), approximateDay: true, phase: 'active' },
  ...given,
})
const earlierFrom = (rows: readonly Registration[]): EarlierRow<number>[] =>
  rows.map((one, id) => ({ id, ...markOf(one) }))
/** The rows of a file, by their marks. */
const matchRows = (rows: readonly Registration[], earlier: readonly EarlierRow<number>[]) =>
  matchMarks(rows.map(markOf), earlier)
/** Any register: a few villages, so that many rows are alike; some rows carry a key. */
const anyRows = (from: string) =>
  fc
    .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('active', 'closed'), fc.boolean()), {
      maxLength: 25,
    })
    .map((all) =>
      all.map(([village, phase, hasKey], at) => row(village, { phase, ...(hasKey && { matchKey: `${from}${at}` }) })),
    )
const shuffled = (rows: readonly Registration[]) =>
  fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length })
const copies = (rows: readonly Registration[]): Registration[] => rows.map((one) => ({ ...one, line: one.line + 100 }))

describe('two rows that are alike are two families', () => {
  test('in one file both are new', () => {
    expect(matchRows([row('a'), row('a')], [])).toMatchObject({ added: [{}, {}], changed: 0 })
  })

  test('and in a larger file later both are known, and a third one is new', () => {
    const earlier = earlierFrom([row('a'), row('a')])
    const { added, known } = matchRows([row('a'), row('a'), row('a')], earlier)
    expect(added).toHaveLength(1)
    expect([...known.values()].sort()).toEqual([0, 1])
  })
})

describe('properties, for any register', () => {
  test('bringing in more of the same register adds exactly the new rows, in any order', () => {
    const both = fc
      .tuple(anyRows('old'), anyRows('new'))
      .chain(([old, more]) => shuffled([...copies(old), ...more]).map((file) => ({ old, more, file })))
    fc.assert(
      fc.property(both, ({ old, more, file }) => {
        const { added, known, changed } = matchRows(file, earlierFrom(old))
        expect([...added].sort(byText)).toEqual(more.map((one) => markOf(one)).sort(byText))
        expect(new Set(known.values()).size).toBe(old.length)
        expect(changed).toBe(0)
      }),
    )
  })

  test('each earlier row is matched at most once, and every row of the file is new or known', () => {
    fc.assert(
      fc.property(anyRows('x'), anyRows('x'), (old, file) => {
        const { added, known } = matchRows(file, earlierFrom(old))
        expect(added.length + known.size).toBe(file.length)
        expect(new Set(known.values()).size).toBe(known.size)
      }),
    )
  })
})

const byText = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)

describe('a key', () => {
  test('finds the family again whatever else changed, and the change is counted', () => {
    const { added, known, changed } = matchRows(
      [row('b', { matchKey: '7' })],
      earlierFrom([row('a', { matchKey: '7' })]),
    )
    expect([added.length, known.size, changed]).toEqual([0, 1, 1])
  })

  test('that differs makes another family of a row that is alike', () => {
    expect(matchRows([row('a', { matchKey: '8' })], earlierFrom([row('a', { matchKey: '7' })])).added).toHaveLength(1)
  })

  test('that was not coupled the first time does no harm: the row is known by its content', () => {
    expect(matchRows([row('a', { matchKey: '7' })], earlierFrom([row('a')])).added).toHaveLength(0)
    expect(matchRows([row('a')], earlierFrom([row('a', { matchKey: '7' })])).added).toHaveLength(0)
  })
})

test('a row whose status changed since is known and counted as changed; one with the same status goes first', () => {
  const earlier = earlierFrom([row('a', { phase: 'closed' }), row('a', { phase: 'active' })])
  expect(matchRows([row('a', { phase: 'active' })], earlier)).toMatchObject({ changed: 0 })
  expect([...matchRows([row('a', { phase: 'active' })], earlier).known.values()]).toEqual([1])
  expect(matchRows([row('a', { phase: 'intake' })], earlier)).toMatchObject({ added: [], changed: 1 })
})

test('an assumed day is no part of what a row tells, a day in the file is', () => {
  const other = { holdsOn: day('2026-02-28') }
  expect(markOf(row('a')).content).toBe(markOf(row('a', other)).content)
  expect(markOf(row('a', { approximateDay: false })).content).not.toBe(
    markOf(row('a', { ...other, approximateDay: false })).content,
  )
})

test('[R-264] migration background is no part of what is kept to know a row again', () => {
  expect(markOf(row('a', { special: { 'migration-background': 'yes' } }))).toEqual(markOf(row('a')))
})

test('twenty thousand rows that are all alike are matched in a moment', () => {
  const many = Array.from({ length: 20_000 }, () => row('a'))
  const from = performance.now()
  expect(matchRows(copies(many), earlierFrom(many)).added).toEqual([])
  expect(performance.now() - from).toBeLessThan(5_000)
})
