import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import { calendarOf, escaped, folded, remindersOf } from './calendar.ts'
import type { Step } from './definition.ts'

const unfolded = (text: string): string => text.replaceAll(/\r\n[ \t]/g, '')
const unescaped = (text: string): string => text.replaceAll(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))
const aStep = (code: string, remindAfterDays?: number): Step => {
  const words = { nl: 'Vertel het de kinderen', en: 'Tell the children' }
  const needed = { at: 'now', title: words, if: [[{ question: 'a', is: ['b'] }]], why: words, who: words } as const
  return {
    code,
    ...needed,
    if: [[{ question: 'a', is: ['b'] }]],
    pages: [],
    offers: [],
    ...(remindAfterDays && { remindAfterDays }),
  }
}

test('a folded line has at most 75 octets a line, breaks no sign, and unfolds to what it was', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 400 }).filter((text) => !/[\r\n]/.test(text)),
      (text) => {
        const line = folded(text)
        for (const part of line.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75)
        expect(unfolded(line)).toBe(text)
      },
    ),
  )
})

test('an escaped text has no line end and no bare sign that ends it, and reads back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\\', ';', ',', '\n', 'é', ':') }), (text) => {
      expect(escaped(text)).not.toMatch(/[\r\n]|(?<!\\)(\\\\)*[;,]/)
      expect(unescaped(escaped(text))).toBe(text)
    }),
  )
})

test('[R-004] a calendar holds a number and a day for each step, and not a word of what it is about', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }), { maxLength: 30 }),
      (days) => {
        const steps = days.map((one, at) => aStep(`step-${at}`, one))
        const reminders = remindersOf(steps, day('2026-11-27'))
        const text = calendarOf({ reminders, word: 'Stap', planId: newId(), madeAt: new Date('2026-11-27T10:00:00Z') })
        const lines = unfolded(text).split('\r\n')
        expect(lines.at(-1)).toBe('')
        expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(
          days.filter((one) => one !== undefined).length,
        )
        expect(lines.filter((line) => line.startsWith('SUMMARY:'))).toEqual(
          days.flatMap((one, at) => (one === undefined ? [] : [`SUMMARY:Stap ${at + 1}`])),
        )
        expect(text).not.toMatch(/kinderen|children|step-|DESCRIPTION|LOCATION|URL/)
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        const uids = lines.filter((line) => line.startsWith('UID:'))
        expect(new Set(uids).size).toBe(uids.length)
      },
    ),
  )
})

test('taken along again a plan keeps the names of its reminders; another plan has others', () => {
  const reminders = remindersOf([aStep('one', 3)], day('2026-12-30'))
  expect(reminders[0]?.on).toBe('2027-01-02')
  const [plan, other] = [newId(), newId()]
  const uid = (planId: typeof plan, at: string) =>
    calendarOf({ reminders, word: 'Stap', planId, madeAt: new Date(at) }).match(/^UID:.*$/m)?.[0]
  expect(uid(plan, '2026-12-30')).toBe(uid(plan, '2026-12-31'))
  expect(uid(plan, '2026-12-30')).not.toBe(uid(other, '2026-12-30'))
})
