import { beforeAll, expect, test } from 'vitest'
import shipped from '../../content/helplines.json' with { type: 'json' }
import { day } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import { useFormSecret } from '../forms/keys.ts'
import { helplinesFormat, helplinesNow } from './helplines.ts'
import { referenceFor, referenceHash } from './reference.ts'
import { askerIn, detailsIn, placeIn } from './request.ts'
import { stepAllowed, stepsFrom } from './steps.ts'

beforeAll(() => useFormSecret('a-secret-for-tests-that-nobody-uses-0001'))

test('a code has three groups without signs that look alike, and follows from the form that was sent', () => {
  const codes = Array.from({ length: 300 }, () => referenceFor(newId()))
  for (const code of codes) expect(code).toMatch(/^[BCDFGHJKMNPQRTVWXYZ346789]{4}(-[BCDFGHJKMNPQRTVWXYZ346789]{4}){2}$/)
  expect(new Set(codes).size).toBe(300)
  const key = newId()
  expect(referenceFor(key)).toBe(referenceFor(key))
})

test('a code is known again however it is typed, and by no other secret', () => {
  const code = referenceFor(newId())
  const hash = referenceHash(code)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  for (const typed of [code.toLowerCase(), code.replaceAll('-', ' '), ` ${code.replaceAll('-', '')} `])
    expect(referenceHash(typed)).toBe(hash)
  for (const wrong of ['', 'AAAA-AAAA-AAAA', code.slice(1), `${code}B`, '💥'.repeat(12)])
    expect(referenceHash(wrong)).toBeUndefined()
  useFormSecret('another-secret-for-tests-nobody-uses-0002')
  expect(referenceHash(code)).not.toBe(hash)
  useFormSecret('a-secret-for-tests-that-nobody-uses-0001')
})

test('[R-019] who asks is what was chosen; a form that does not ask it is a child’s', () => {
  expect(askerIn({ who: 'network' })).toBe('network')
  expect(askerIn({})).toBe('child')
})

test('how to reach somebody holds only what belongs to the way that was chosen', () => {
  const both = { reach: 'mail', phone: '0612345678', voicemail: 'yes', mail: 'a@b.example', others: 'somebody' }
  expect(detailsIn(both)).toMatchObject({ reach: 'mail', phone: null, mail: 'a@b.example', mayLeaveVoicemail: false })
  expect(detailsIn({})).toMatchObject({ reach: 'none', name: null, othersListen: 'unknown' })
})

test('a place is a municipality, perhaps with a village', () => {
  expect(placeIn({ place: 'GM9990/noord' })).toEqual({ municipalityCode: 'GM9990', villageCode: 'noord' })
  expect(placeIn({ place: 'GM9990' })).toEqual({ municipalityCode: 'GM9990', villageCode: null })
  expect(placeIn({})).toBeUndefined()
})

test('a request goes from waiting to taken up to an end, and not fitting needs a reason', () => {
  expect(stepsFrom('new')).toEqual(['take'])
  expect(stepsFrom('taken')).toEqual(['give-back', 'answer', 'not-fitting'])
  expect(stepsFrom('answered')).toEqual([])
  expect(stepAllowed('answer', 'new', undefined)).toMatchObject({ reason: 'request-step-not-now' })
  expect(stepAllowed('not-fitting', 'taken', 'because')).toMatchObject({ reason: 'request-reason-missing' })
  expect(stepAllowed('not-fitting', 'taken', 'elsewhere').ok).toBe(true)
})

const lines = helplinesFormat.parse(shipped)
const codesAt = (on: string, hour: number) => helplinesNow(lines, day(on), hour).map(({ code }) => code)

test('112, Veilig Thuis and 113 are shown at any hour of any year, 112 first', () => {
  for (const on of ['2026-11-26', '2026-11-29', '2040-01-01'])
    expect(codesAt(on, 3)).toEqual(['emergency', 'safe-home', 'suicide-prevention'])
})

test('a chat is shown on working days in its hours only, and no longer when nobody checked them for a year', () => {
  expect(codesAt('2026-10-01', 9)).toContain('safe-home-chat')
  expect(codesAt('2026-10-01', 17)).not.toContain('safe-home-chat')
  expect(codesAt('2026-10-03', 10)).not.toContain('safe-home-chat') // a Saturday
  expect(codesAt('2026-11-26', 10)).not.toContain('safe-home-chat')
})

test('what nobody verified is not shown', () => {
  expect(codesAt('2026-11-26', 12)).not.toContain('child-line')
})
