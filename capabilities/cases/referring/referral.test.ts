import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { after, type Day, day } from '../../../foundation/day.ts'
import { refuse } from '../../../foundation/result.ts'
import { separationPoint } from '../../../tests/support/programmes.ts'
import { cellsBetween } from '../../measures/cell.ts'
import type { Fact, Happening, TrajectoryEvent } from '../event.ts'
import { factsKnown, stateAt } from '../timeline.ts'
import { referralOf, referralsIn, resultOf, type ToldReferral } from './referral.ts'

const today = day('2026-11-27')
const point = separationPoint()

const told = (given: Partial<ToldReferral> = {}): ToldReferral => ({
  ...{ on: day('2026-11-20'), organisation: ' Maatjes  plein ', isAgreed: true },
  given: { 'referral-kind': ['forum'] },
  ...given,
})
const numbered = { referral: 'r1', today }

describe('[R-070] a referral to somebody online', () => {
  test('keeps codes in the event, and the organisation apart from it', () => {
    const { answer } = referralOf(point, told(), numbered)
    expect(answer).toEqual({
      ok: true,
      value: {
        fact: { type: 'referral-made', holdsOn: '2026-11-20', referral: 'r1', answers: { 'referral-kind': 'forum' } },
        organisation: 'Maatjes plein',
      },
    })
  })

  test.each([
    ['mee-eens', 'referral-not-agreed', { isAgreed: false }],
    ['organisatie', 'referral-organisation', { organisation: ' ' }],
    ['organisatie', 'referral-organisation', { organisation: 'x'.repeat(121) }],
    ['organisatie', 'answer-holds-bsn', { organisation: 'Plein 111222333' }],
    ['dag', 'answer-no-day', { on: undefined }],
    ['dag', 'day-in-future', { on: day('2026-11-28') }],
    ['referral-kind', 'answer-not-chosen', { given: {} }],
    ['referral-kind', 'answer-not-offered', { given: { 'referral-kind': ['letter'] } }],
  ] as const)('is refused at %s with %s', (field, reason, given) => {
    const { answer, faults } = referralOf(point, told(given), numbered)
    expect([answer.ok, faults[field]?.reason]).toEqual([false, reason])
  })

  test('is made by no programme that asks nothing about it', () => {
    expect(referralOf({ questions: [] }, told(), numbered).answer).toEqual(refuse('not-found'))
  })

  test('is told of afterwards, not before it was made', () => {
    const about = { referral: 'r1', madeOn: day('2026-11-20'), today }
    const given = { 'referral-result': ['started'] }
    expect(resultOf(point, { on: today, given }, about).answer).toEqual({
      ok: true,
      value: { type: 'referral-followed', holdsOn: today, referral: 'r1', answers: { 'referral-result': 'started' } },
    })
    expect(resultOf(point, { on: day('2026-11-19'), given }, about).answer).toEqual(refuse('referral-result-early'))
    expect(resultOf(point, { on: today, given: {} }, about).answer).toEqual(refuse('answer-not-chosen'))
  })
})

const start: Happening = {
  type: 'registered',
  holdsOn: day('2026-01-01'),
  phase: 'registered',
  answers: { track: 'child' },
}
const made = (referral: string, on: string, kind: string): Fact => ({
  ...{ type: 'referral-made', holdsOn: day(on), referral, answers: { 'referral-kind': kind } },
})
const followed = (referral: string, on: string, result: string): Fact => ({
  ...{ type: 'referral-followed', holdsOn: day(on), referral, answers: { 'referral-result': result } },
})

/** One a day known, from the first of June on. */
const history = (...happenings: Happening[]): TrajectoryEvent[] =>
  happenings.map((one, at) => ({ ...one, id: `e${at}`, recordedAt: `2026-06-0${at + 1}T12:00:00.000Z` }))

/** The referrals on a day as known at the end of another, by grouping and key, as the summary adds them up. */
function counted(events: readonly TrajectoryEvent[], asOf: string, knownOn = '9999') {
  const sums: Record<string, number> = {}
  const known = events.filter(({ recordedAt }) => recordedAt <= knownOn)
  for (const { measure, grouping, key, holdsOn, n } of cellsBetween(point, [], known)) {
    if (measure !== 'separation-point-online-referrals' || holdsOn > asOf) continue
    const id = grouping === 'all' ? 'all' : key
    sums[id] = (sums[id] ?? 0) + n
  }
  return Object.fromEntries(Object.entries(sums).filter(([, n]) => n !== 0))
}

describe('[R-070] referrals are counted', () => {
  const events = history(
    start,
    made('a', '2026-02-01', 'online-buddy'),
    made('b', '2026-03-01', 'chat'),
    followed('a', '2026-04-01', 'started'),
  )

  test('[R-060] by kind and by what came of it, as it stood on the day and as it was known', () => {
    expect(counted(events, '2026-02-28')).toEqual({ all: 1, 'online-buddy': 1, unknown: 1 })
    expect(counted(events, '2026-03-31')).toEqual({ all: 2, 'online-buddy': 1, chat: 1, unknown: 2 })
    expect(counted(events, '2026-04-01')).toEqual({ all: 2, 'online-buddy': 1, chat: 1, started: 1, unknown: 1 })
    // Asked about the same day, as one knew it before the result was told.
    expect(counted(events, '2026-04-01', '2026-06-03T23')).toEqual({ all: 2, 'online-buddy': 1, chat: 1, unknown: 2 })
  })

  test('a correction counts in its place, and what is withdrawn not at all', () => {
    const corrected: Happening = {
      type: 'corrected',
      holdsOn: day('2026-03-01'),
      corrects: 'e2',
      by: made('b', '2026-03-01', 'forum'),
    }
    const withdrawn: Happening = { type: 'withdrawn', holdsOn: day('2026-02-01'), withdraws: 'e1' }
    const later = [corrected, withdrawn].map((one, at) => ({
      ...one,
      id: `f${at}`,
      recordedAt: `2026-06-0${at + 7}T12:00:00.000Z`,
    }))
    expect(counted([...events, ...later], '2026-12-31')).toEqual({ all: 1, forum: 1, unknown: 1 })
  })

  test('the last that is said of one holds, whatever was said of another', () => {
    const facts = factsKnown([
      ...events,
      ...history(followed('a', '2026-05-01', 'not-started')).map((one) => ({
        ...one,
        id: 'g',
        recordedAt: '2026-06-09T12:00:00.000Z',
      })),
    ])
    expect(referralsIn(facts).map(({ id, result }) => [id, result?.answers['referral-result']])).toEqual([
      ['b', undefined],
      ['a', 'not-started'],
    ])
  })
})

const someDay = fc.integer({ min: 0, max: 200 }).map((days): Day => after(day('2026-01-01'), { days }))
const someFact: fc.Arbitrary<Fact> = fc.record({
  type: fc.constantFrom('referral-made' as const, 'referral-followed' as const),
  holdsOn: someDay,
  referral: fc.constantFrom('a', 'b', 'c'),
  answers: fc.record(
    {
      'referral-kind': fc.constantFrom('online-buddy', 'forum', 'chat'),
      'referral-result': fc.constantFrom('started', 'not-started', 'not-known'),
    },
    { requiredKeys: [] },
  ),
})

test('[R-070] [R-060] whatever is recorded, the summary equals a recount, and the kinds add up to all', () => {
  fc.assert(
    fc.property(fc.array(someFact, { maxLength: 8 }), someDay, (facts, asOf) => {
      const events = [start, ...facts].map(
        (one, at): TrajectoryEvent => ({ ...one, id: `e${at}`, recordedAt: `2026-06-01T12:00:${10 + at}.000Z` }),
      )
      const { all = 0, ...groups } = counted(events, asOf)
      expect(all).toBe(stateAt(events, asOf)?.referrals.length ?? 0)
      // Each referral stands in one kind and in one result.
      expect(Object.values(groups).reduce((so, n) => so + n, 0)).toBe(2 * all)
    }),
  )
})
