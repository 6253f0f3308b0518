import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, type Day, day, dayAt } from '../../../foundation/day.ts'
import { isLate, promisedTo, shippedTermOn, type WaitingTerms, waitingTermsFormat, waitsUntil } from './deadlines.ts'
import { timesOf } from './times.ts'
import { GRADES } from './weighing.ts'

const shipped = waitingTermsFormat.parse(JSON.parse(readFileSync('content/waiting-terms.json', 'utf8')))
const on = (terms: WaitingTerms) => (asked: Day) => shippedTermOn(terms, asked)
const moment = fc.date({
  min: new Date('2026-01-02T00:00:00Z'),
  max: new Date('2030-01-01T00:00:00Z'),
  noInvalidDate: true,
})

test('a higher grade is late sooner, and nothing is late before it came in', () => {
  fc.assert(
    fc.property(moment, fc.constantFrom('new', 'taken'), (receivedAt, state) => {
      const until = GRADES.map((grade) => waitsUntil(on(shipped), { receivedAt, state }, grade).getTime())
      expect(until).toEqual([...until].sort((one, other) => other - one))
      for (const one of until) expect(isLate(new Date(one), receivedAt)).toBe(false)
    }),
  )
})

test('late begins after the last moment, not on it', () => {
  const until = new Date('2026-11-26T10:00:00Z')
  expect([isLate(until, until), isLate(until, new Date(until.getTime() + 1))]).toEqual([false, true])
})

test('a new term holds for what comes in from its day on', () => {
  const [first] = shipped.terms
  if (first === undefined) throw new Error('no term')
  const later = { ...first, from: day('2027-01-01'), hours: { A: 9, B: 8, C: 7, D: 6, none: 5 } }
  const hoursFor = (at: string) =>
    (waitsUntil(on({ terms: [later, first] }), { receivedAt: new Date(at), state: 'new' }, undefined).getTime() -
      new Date(at).getTime()) /
    3_600_000
  expect([hoursFor('2026-12-31T12:00:00Z'), hoursFor('2027-01-01T12:00:00Z')]).toEqual([first.hours.none, 5])
})

test('who asks is told the days by which staff themselves work, and never a day before somebody read it', () => {
  const [first] = shipped.terms
  if (first === undefined) throw new Error('no term')
  const at = new Date('2026-11-27T12:00:00Z')
  const given = (hours: number, contactHours: number) => ({
    terms: [
      { ...first, hours: { ...first.hours, none: hours }, contactHours: { ...first.contactHours, none: contactHours } },
    ],
  })
  expect(promisedTo(on(given(24, 72)), at)).toEqual({ readBy: day('2026-11-28'), contactBy: day('2026-11-30') })
  expect(promisedTo(on(given(72, 24)), at)).toEqual({ readBy: day('2026-11-30'), contactBy: day('2026-11-30') })
  // A day is one of the clock here: half past twelve at night is the next day.
  expect(promisedTo(on(given(1, 1)), new Date('2026-11-27T22:30:00Z')).readBy).toBe('2026-11-28')
  fc.assert(
    fc.property(moment, (receivedAt) => {
      const { readBy, contactBy } = promisedTo(on(shipped), receivedAt)
      expect(readBy).toBe(dayAt(waitsUntil(on(shipped), { receivedAt, state: 'new' }, undefined)))
      expect(contactBy >= readBy).toBe(true)
    }),
  )
})

test('a term in which a higher grade waits longer is refused', () => {
  const [first] = shipped.terms
  for (const name of ['hours', 'contactHours']) {
    const wrong = { terms: [{ ...first, [name]: { A: 1, B: 2, C: 3, D: 4, none: 5 } }] }
    expect(waitingTermsFormat.safeParse(wrong).success).toBe(false)
  }
})

test('[R-035] the times from request to contact, contact to start and request to plan', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), fc.nat(60), (contact, start, plan) => {
      const requestedOn = day('2026-03-01')
      const firstContactOn = after(requestedOn, { days: contact })
      const startedOn = after(firstContactOn, { days: start })
      const planOn = after(requestedOn, { days: plan })
      expect(timesOf({ requestedOn, firstContactOn, startedOn, planOn })).toEqual({
        requestToContact: contact,
        contactToStart: start,
        requestToPlan: plan,
      })
    }),
  )
})

test('[R-035] a way that is not finished, or stands the wrong way round, has no time', () => {
  const requestedOn = day('2026-03-10')
  expect(timesOf({ requestedOn })).toEqual({})
  expect(timesOf({ requestedOn, firstContactOn: day('2026-03-09'), planOn: day('2026-03-12') })).toEqual({
    requestToPlan: 2,
  })
})
