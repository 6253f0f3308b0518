import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../../foundation/day.ts'
import { separationPoint } from '../../../tests/support/programmes.ts'
import type { Fact } from '../event.ts'
import { fold } from '../timeline.ts'
import { contactOf, hoursOf, type ToldContact } from './contact.ts'

const TODAY = day('2026-03-31')
const told = (given: Partial<ToldContact> = {}): ToldContact => ({
  on: TODAY,
  minutes: '45',
  isReached: true,
  given: { service: ['support'] },
  ...given,
})
const contact = (given?: Partial<ToldContact>) => contactOf(separationPoint(), told(given), TODAY)

test('[R-042] a contact keeps the kind of service, how long it took and nothing that was not asked', () => {
  expect(
    contact({ given: { service: ['support'], 'contact-by': ['phone'], 'risk-estimate': ['acute'] } }).contact,
  ).toEqual({
    ok: true,
    value: {
      type: 'contact-made',
      holdsOn: TODAY,
      answers: { service: 'support', 'contact-by': 'phone' },
      minutes: 45,
    },
  })
})

test.each<[string, Partial<ToldContact>, string[]]>([
  ['without the kind of service', { given: {} }, ['service']],
  ['with a kind of service that is not offered', { given: { service: ['cure'] } }, ['service']],
  ['of a day still to come', { on: day('2026-04-01') }, ['dag']],
  ['without minutes', { minutes: '' }, ['minuten']],
  ['of half a minute', { minutes: '0,5' }, ['minuten']],
  ['of less than nothing', { minutes: '-5' }, ['minuten']],
  ['longer than a day of work', { minutes: '721' }, ['minuten']],
  ['with nothing right', { on: day('2027-01-01'), minutes: 'lang', given: {} }, ['dag', 'minuten', 'service']],
])('a contact %s is refused, and everything that is wrong is said at once', (_, given, fields) => {
  const { contact: answer, faults } = contact(given)
  expect([answer.ok, Object.keys(faults)]).toEqual([false, fields])
})

test('a call that nobody answered asks for no kind of service, keeps none, and counts as no contact', () => {
  const { contact: answer } = contact({ isReached: false, given: { service: ['support'] } })
  if (!answer.ok) throw new Error(answer.reason)
  expect(answer.value).toMatchObject({ answers: {}, reached: false, minutes: 45 })
  const start: Fact = { type: 'registered', holdsOn: TODAY, phase: 'registered', answers: {} }
  expect(fold([start, answer.value], TODAY)?.contacts).toEqual([])
})

test('hours are the sum over contacts and tries, whatever their order', () => {
  const made = fc.record({ minutes: fc.nat(720), reached: fc.boolean() })
  fc.assert(
    fc.property(fc.array(made, { maxLength: 20 }), (list) => {
      const facts = list.map(
        ({ minutes, reached }): Fact => ({
          type: 'contact-made',
          holdsOn: TODAY,
          answers: {},
          minutes,
          ...(!reached && { reached }),
        }),
      )
      const hours = hoursOf(facts)
      expect(hours.minutes).toBe(list.reduce((sum, { minutes }) => sum + minutes, 0))
      expect(hours.contacts + hours.tries).toBe(list.length)
      expect(hoursOf(facts.toReversed())).toEqual(hours)
    }),
  )
})
