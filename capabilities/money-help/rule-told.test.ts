import { expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import { aRule, norms, rulesOf } from '../../tests/support/households.ts'
import { contactFrom, isContactShown, type ToldContact } from './contact.ts'
import { normsFrom, ruleFrom, withNorms, withoutRule, withRule } from './rule-told.ts'

const today = day('2026-11-27')
const typed: Record<string, string> = {
  ...{
    validFrom: '2026-07-01',
    validUntil: '2026-12-31',
    checkedOn: '2026-07-02',
    source: 'Besluit',
    status: 'verified',
  },
  ...{ incomePercent: '120', meansSingle: '7.575', meansFamily: '15.150', childrenFrom: '4', childrenTo: '17' },
  ...{ gives: '300', per: 'child', period: 'year', applyNl: '', applyEn: '' },
  ...{ single: '1.400', couple: '2.000,50', pensionSingle: '1500', pensionCouple: '2100' },
}
const ticked: Record<string, string[]> = { ages: ['middle', 'elf'], homes: ['rent'], alsoNeeds: [], holidayPay: ['ja'] }
const told = (more: Record<string, string> = {}, also: Record<string, string[]> = {}) => ({
  text: (field: string) => ({ ...typed, ...more })[field] ?? '',
  all: (field: string) => ({ ...ticked, ...also })[field] ?? [],
})

test('what was typed becomes the values of a scheme, with days, source and how sure it is', () => {
  expect(ruleFrom(told(), 'meedoen-kinderen', today)).toEqual({
    ok: true,
    value: {
      ...{ scheme: 'meedoen-kinderen', validFrom: '2026-07-01', validUntil: '2026-12-31', checkedOn: '2026-07-02' },
      ...{ source: 'Besluit', status: 'verified', incomePercent: 120, withHolidayPay: true, ages: ['middle'] },
      ...{ means: { single: 757_500, family: 1_515_000 }, children: { from: 4, to: 17 }, homes: ['rent'] },
      ...{ alsoNeeds: [], gives: { cents: 30_000, per: 'child', period: 'year' }, applyHere: { nl: '', en: '' } },
    },
  })
  const empty = { incomePercent: '', meansSingle: '', meansFamily: '', childrenFrom: '', childrenTo: '', gives: '' }
  expect(ruleFrom(told(empty), 'x', today)).toMatchObject({
    value: { incomePercent: null, means: null, children: null, gives: null },
  })
  expect(normsFrom(told(), today)).toMatchObject({ value: { single: 140_000, couple: 200_050 } })
})

test.each([
  [{ validFrom: '2026-02-31' }, 'value-day', 'validFrom'],
  [{ validUntil: '' }, 'value-day', 'validUntil'],
  [{ validUntil: '2026-06-30' }, 'value-days-order', 'validUntil'],
  [{ checkedOn: '2027-01-01' }, 'value-checked', 'checkedOn'],
  [{ source: '' }, 'value-source', 'source'],
  [{ status: 'sure' }, 'value-status', 'status'],
  [{ source: 'x'.repeat(301) }, 'value-text-long', 'source'],
  [{ incomePercent: '-1' }, 'value-percent', 'incomePercent'],
  [{ incomePercent: '12000' }, 'value-percent', 'incomePercent'],
  [{ meansFamily: '' }, 'amount-unreadable', 'meansFamily'],
  [{ meansSingle: '-5' }, 'amount-below-nothing', 'meansSingle'],
  [{ childrenTo: '' }, 'value-children', 'childrenFrom'],
  [{ childrenFrom: '18' }, 'value-children', 'childrenFrom'],
  [{ gives: '99999999999999' }, 'amount-too-large', 'gives'],
  [{ per: 'dog' }, 'value-none-chosen', 'per'],
  [{ applyNl: 'Bel ons.' }, 'value-both-languages', 'applyEn'],
])('%j is refused as %s at its field', (more, reason, field) => {
  expect(ruleFrom(told(more), 'x', today)).toMatchObject({ ok: false, reason, with: { field } })
})

test('a scheme for nobody is refused', () => {
  expect(ruleFrom(told({}, { ages: [] }), 'x', today)).toMatchObject({
    reason: 'value-none-chosen',
    with: { field: 'ages' },
  })
})

test('one day has one value: periods that overlap are refused, and a value is replaced where it stood', () => {
  const rules = rulesOf(aRule(), aRule({ scheme: 'studietoeslag' }))
  expect(withRule(rules, aRule({ validFrom: day('2025-06-01') }))).toMatchObject({ reason: 'value-overlaps' })
  const moved = withRule(rules, aRule({ validFrom: day('2025-06-01') }), '2025-01-01')
  expect(moved).toMatchObject({ value: { schemes: [{ validFrom: '2025-06-01' }, { scheme: 'studietoeslag' }] } })
  const next = { validFrom: day('2026-01-01'), validUntil: day('2026-12-31') }
  expect(withRule(rules, aRule(next))).toMatchObject({ ok: true })
  expect(withNorms(rules, norms())).toMatchObject({ reason: 'value-overlaps' })
  expect(withNorms(rules, norms(next))).toMatchObject({ ok: true })
  expect(withoutRule(rules, 'meedoen-kinderen', '2025-01-01').schemes).toHaveLength(1)
})

const contact: ToldContact = {
  ...{ name: ' Geldloket\n Hier ', phone: '0999 000 110', mail: '', visitNl: '', visitEn: '' },
  ...{ openNl: 'op werkdagen', openEn: 'on working days', source: 'balie', checkedOn: today },
}

test('[R-132] a contact point has a name and at least one way to reach it, and is shown for as long as a number to call', () => {
  const kept = contactFrom(contact, today)
  expect(kept).toMatchObject({ ok: true, value: { name: 'Geldloket Hier', phone: '0999 000 110', mail: null } })
  if (!kept.ok) return
  expect(isContactShown(kept.value, 12, day('2027-11-27'))).toBe(true)
  expect(isContactShown(kept.value, 12, day('2027-11-28'))).toBe(false)
})

test.each<[Partial<ToldContact>, string]>([
  [{ name: ' ' }, 'contact-empty'],
  [{ openEn: '' }, 'contact-empty'],
  [{ visitNl: 'Dorpshuis' }, 'contact-empty'],
  [{ source: 'x'.repeat(201) }, 'contact-long'],
  [{ phone: 'bel mij' }, 'contact-phone'],
  [{ phone: '"><script>' }, 'contact-phone'],
  [{ mail: 'geen adres' }, 'contact-mail'],
  [{ phone: '' }, 'contact-no-way'],
  [{ checkedOn: undefined }, 'contact-day'],
  [{ checkedOn: day('2027-01-01') }, 'contact-day'],
])('a contact point with %j is refused', (wrong, reason) => {
  expect(contactFrom({ ...contact, ...wrong }, today)).toMatchObject({ reason })
})
