import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { aForm, OFFERED, sentForm } from '../../tests/support/forms.ts'
import type { AnswerValue } from '../cases/event.ts'
import { type Filling, newFilling, openFilling, sealFilling } from './filling.ts'
import { useFormSecret } from './keys.ts'
import { askedIn, keptAnswers, pagesOf } from './pages.ts'
import { REVIEW, WALK, walk } from './walk.ts'

const form = aForm()
const now = new Date('2026-11-26T12:00:00Z')
beforeAll(() => useFormSecret('a-secret-for-tests-that-nobody-uses-0001'))

const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
const answer: fc.Arbitrary<AnswerValue> = fc.oneof(
  texts,
  fc.integer(),
  fc.array(fc.constantFrom('money', 'home', 'other')),
  fc.array(fc.record({ years: fc.nat(18) })),
)
/** Any answers to any of the questions, on a path that may never have been walked. */
const someAnswers = fc.dictionary(fc.constantFrom(...form.questions.map(({ code }) => code)), answer)
const likely = fc.record(
  {
    place: fc.constant('GM9990/noord'),
    who: fc.constantFrom('parent', 'child'),
    about: fc.subarray(['money', 'home', 'other']),
    debts: fc.constantFrom('yes', 'no', 'unknown'),
    words: texts,
  },
  { requiredKeys: [] },
)

test('[R-018] whatever was answered, sealing and opening gives the same answers and the same key', () => {
  fc.assert(
    fc.property(fc.oneof(someAnswers, likely), (answers) => {
      const filling: Filling = { ...newFilling(), answers: keptAnswers(form, answers) }
      const opened = openFilling(form, sealFilling(form, filling, now), now)
      expect(opened).toEqual({ ok: true, value: filling })
    }),
  )
})

test('a seal in which one sign was changed is refused, and so is one for another form or another version', () => {
  const sealed = sealFilling(form, { ...newFilling(), answers: { who: 'parent' } }, now)
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.constantFrom('A', 'b', '7', '_'), (at, sign) => {
      fc.pre(
        Buffer.from(sealed.slice(0, at) + sign + sealed.slice(at + 1), 'base64url').compare(
          Buffer.from(sealed, 'base64url'),
        ) !== 0,
      )
      const opened = openFilling(form, sealed.slice(0, at) + sign + sealed.slice(at + 1), now)
      expect(opened).toEqual({ ok: false, reason: 'form-broken' })
    }),
  )
  for (const other of ['', 'x', sealed.slice(1), 'A'.repeat(500_000)])
    expect(openFilling(form, other, now)).toMatchObject({ reason: 'form-broken' })
  expect(openFilling({ ...form, code: 'another' }, sealed, now)).toMatchObject({ reason: 'form-broken' })
  expect(openFilling({ ...form, version: 4 }, sealed, now)).toMatchObject({ reason: 'form-expired' })
})

test('a form that was open too long is refused, and an hour is not too long', () => {
  const sealed = sealFilling(form, newFilling(), now)
  expect(openFilling(form, sealed, new Date(now.getTime() + 3_600_000)).ok).toBe(true)
  expect(openFilling(form, sealed, new Date(now.getTime() + 5 * 3_600_000))).toEqual({
    ok: false,
    reason: 'form-expired',
  })
})

test('an answer to a question that is not asked is never kept, and leads to no other question', () => {
  fc.assert(
    fc.property(fc.oneof(someAnswers, likely), (answers) => {
      const asked = askedIn(form, answers).map(({ code }) => code)
      const kept = keptAnswers(form, answers)
      expect(Object.keys(kept).filter((code) => !asked.includes(code))).toEqual([])
      // Left out, they change nothing.
      expect(askedIn(form, kept).map(({ code }) => code)).toEqual(asked)
      if (kept.who !== 'parent') expect(asked).not.toContain('debts')
    }),
  )
})

const step = (fields: Record<string, string | string[]>, at = now) => walk(form, sentForm(fields), OFFERED, at)
const sealedOf = (filling: Filling) => sealFilling(form, filling, now)
const answered = (answers: Filling['answers']): string => sealedOf({ ...newFilling(), answers })

test('somebody walks from the first question to the end, one page at a time', () => {
  let at = step({})
  const seen: string[] = []
  const answers: Record<string, string | string[]> = {
    place: 'GM9990/noord',
    who: 'parent',
    about: ['money'],
    debts: 'yes',
  }
  while (at.at === 'question') {
    seen.push(at.page.code)
    const given = Object.fromEntries(
      at.page.questions.flatMap(({ code }) => (answers[code] ? [[code, answers[code]]] : [])),
    )
    at = step({ ...given, [WALK.sealed]: sealedOf(at.filling), [WALK.page]: at.page.code, [WALK.doing]: 'verder' })
  }
  expect(seen).toEqual(['place', 'who', 'about', 'debts', 'phone', 'day', 'children', 'ages', 'mood', 'worker'])
  if (at.at !== 'review') throw new Error(at.at)
  expect(at.filling.answers).toEqual({ place: 'GM9990/noord', who: 'parent', about: ['money'], debts: 'yes' })
  const end = step({ [WALK.sealed]: sealedOf(at.filling), [WALK.page]: REVIEW, [WALK.doing]: 'verstuur' })
  expect(end).toMatchObject({ at: 'send', filling: at.filling })
})

test('a question with a fault comes back with what was typed, and its fault', () => {
  const at = step({
    phone: 'bel maar',
    mail: 'a@b.example',
    [WALK.sealed]: answered({ place: 'GM9990/noord', who: 'child' }),
    [WALK.page]: 'phone',
    [WALK.doing]: 'verder',
  })
  expect(at).toMatchObject({ at: 'question', given: { phone: ['bel maar'], mail: ['a@b.example'] } })
  expect(at).toHaveProperty('faults.phone.reason', 'answer-no-phone')
  expect(at).not.toHaveProperty('faults.mail')
})

test('going back keeps what was right on the page that is left', () => {
  const at = step({
    who: 'child',
    [WALK.sealed]: answered({ place: 'GM9990/noord' }),
    [WALK.page]: 'who',
    [WALK.doing]: 'terug',
  })
  expect(at).toMatchObject({
    at: 'question',
    page: { code: 'place' },
    given: { place: ['GM9990/noord'] },
    filling: { answers: { who: 'child' } },
  })
})

test('a question that must be answered cannot be skipped, one that need not can', () => {
  const at = step({ [WALK.sealed]: answered({ place: 'GM9990/noord' }), [WALK.page]: 'who', [WALK.doing]: 'sla-over' })
  expect(at).toHaveProperty('faults.who.reason', 'answer-not-chosen')
  const skipped = step({
    phone: '06',
    [WALK.sealed]: answered({ place: 'GM9990/noord', who: 'child', phone: '0612345678' }),
    [WALK.page]: 'phone',
    [WALK.doing]: 'sla-over',
  })
  expect(skipped).toMatchObject({ page: { code: 'day' } })
  expect(skipped).not.toHaveProperty('filling.answers.phone')
})

test('after one answer is changed the review comes back, by what is newly asked and required', () => {
  const full = { place: 'GM9990/noord', who: 'parent', about: ['money'], debts: 'yes' }
  const change = step({ [WALK.sealed]: answered(full), [WALK.page]: REVIEW, [WALK.doing]: 'naar:who' })
  expect(change).toMatchObject({ at: 'question', page: { code: 'who' }, isChanging: true, given: { who: ['parent'] } })
  const changed = step({
    who: 'child',
    [WALK.sealed]: answered(full),
    [WALK.page]: 'who',
    [WALK.doing]: 'verder',
    [WALK.changing]: 'ja',
  })
  expect(changed).toMatchObject({ at: 'review' })
  const sent = step({ [WALK.sealed]: answered({ who: 'child' }), [WALK.page]: REVIEW, [WALK.doing]: 'verstuur' })
  expect(sent).toMatchObject({ at: 'question', page: { code: 'place' } })
})

test('a seal that was opened too late, or made up, refuses the whole form', () => {
  const late = new Date(now.getTime() + 86_400_000)
  expect(step({ [WALK.sealed]: answered({}) }, late)).toMatchObject({
    at: 'refused',
    refused: { reason: 'form-expired' },
  })
  expect(step({ [WALK.sealed]: 'verzonnen' })).toMatchObject({ at: 'refused', refused: { reason: 'form-broken' } })
})

test('questions that belong together share a page, also when the first of them is not asked', () => {
  const pages = pagesOf(form, { place: 'GM9990/noord', who: 'parent', about: ['other'] })
  expect(pages.find(({ code }) => code === 'debts')?.questions.map(({ code }) => code)).toEqual(['words'])
})
