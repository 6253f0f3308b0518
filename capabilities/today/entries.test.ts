import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, day } from '../../foundation/day.ts'
import { type Entry, grouped, horizon } from './entries.ts'

const TODAY = day('2026-11-26')

const entry = (given: Partial<Entry> & { id: string }): Entry => ({
  ...{ kind: 'milestone', about: undefined, what: undefined, from: TODAY, until: TODAY },
  ...given,
})

const entries = fc.uniqueArray(
  fc
    .record({
      id: fc.uuid(),
      kind: fc.constantFrom<Entry['kind']>(
        'milestone',
        'request-new',
        'action',
        'unsafe',
        'action-of-other',
        'sharing-sent',
      ),
      from: fc.integer({ min: -400, max: 400 }),
      length: fc.integer({ min: 0, max: 60 }),
      isLate: fc.boolean(),
    })
    .map(({ id, kind, from, length, isLate }) => {
      const start = after(TODAY, { days: from })
      return entry({ id, kind, from: start, until: after(start, { days: length }), isLate })
    }),
  { selector: (one) => one.id, maxLength: 40 },
)

test('[R-110] late is what can no longer be done in time, now is what may be done today, this week is what comes up', () => {
  const { late, today, week } = grouped(
    [
      entry({ id: 'a', until: after(TODAY, { days: -1 }) }),
      entry({ id: 'b', from: after(TODAY, { days: -9 }), until: after(TODAY, { days: 30 }) }),
      entry({ id: 'c', from: after(TODAY, { days: 7 }), until: after(TODAY, { days: 7 }) }),
      entry({ id: 'd', from: after(TODAY, { days: 8 }), until: after(TODAY, { days: 9 }) }),
    ],
    TODAY,
  )
  expect([late, today, week].map((group) => group.map((one) => one.id))).toEqual([['a'], ['b'], ['c']])
})

test('[R-022] what is unsafe stands first and what waits for others apart, whatever their days', () => {
  fc.assert(
    fc.property(entries, (given) => {
      const { unsafe, others, ...own } = grouped(given, TODAY)
      expect(unsafe).toHaveLength(given.filter(({ kind }) => kind === 'unsafe').length)
      expect(others.every(({ kind }) => kind === 'action-of-other' || kind === 'sharing-sent')).toBe(true)
      for (const one of Object.values(own).flat()) expect(['milestone', 'request-new', 'action']).toContain(one.kind)
    }),
  )
})

test('what is late by the hour is late on its last day', () => {
  const { late, today } = grouped([entry({ id: 'a', isLate: true }), entry({ id: 'b' })], TODAY)
  expect([late, today].map((group) => group.map((one) => one.id))).toEqual([['a'], ['b']])
})

test('everything up to the horizon stands in one group, once, by its last day, in whatever order it came', () => {
  fc.assert(
    fc.property(entries, (given) => {
      const groups = grouped(given, TODAY)
      const shown = Object.values(groups).flat()
      const isShown = ({ kind, isLate, from, until }: Entry): boolean =>
        kind === 'unsafe' || /other|sent/.test(kind) || isLate === true || from <= horizon(TODAY) || until < TODAY
      const expected = given.filter(isShown)
      expect(shown.map((one) => one.id).sort()).toEqual(expected.map((one) => one.id).sort())
      for (const group of Object.values(groups))
        expect(group.map((one) => one.until)).toEqual(group.map((one) => one.until).toSorted())
      expect(grouped(given.toReversed(), TODAY)).toEqual(groups)
    }),
  )
})
