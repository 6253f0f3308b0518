import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import { isOwnCode, ownSchemeFrom, withOwn, withOwnScheme, withoutOwnScheme } from './own-scheme.ts'
import { NO_RULES, type OwnScheme } from './rules.ts'
import { rulesFormat } from './rules-format.ts'
import { schemeFormat } from './scheme.ts'

const TODAY = day('2026-11-27')
const FIELDS: Readonly<Record<string, string>> = {
  ...{ 'name/nl': 'Fietsenplan', 'name/en': 'Bicycle plan', 'summary/nl': ' Een fiets. ', 'summary/en': 'A bicycle.' },
  ...{ 'forWhom/nl': 'Voor kinderen.\r\n\r\nTot 18 jaar.', 'forWhom/en': 'For children.\nUp to 18.' },
  ...{
    'gives/nl': 'Een fiets.',
    'gives/en': 'A bicycle.',
    'apply/nl': 'Vraag het op school.',
    'apply/en': 'Ask at school.',
  },
  ...{ source: 'Besluit van het college', checkedOn: '2026-11-01', reviewOn: '2027-11-01', status: 'verified' },
}
const told = (given: Record<string, string> = {}) => ({
  text: (field: string) => (given[field] ?? FIELDS[field] ?? '').trim(),
  all: () => [],
})
const scheme = (given: Record<string, string> = {}): Omit<OwnScheme, 'code'> => {
  const answer = ownSchemeFrom(told(given), TODAY)
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value
}

test('[R-130] a scheme of a municipality is read from what was typed, a paragraph per line', () => {
  expect(scheme()).toMatchObject({
    name: { nl: 'Fietsenplan', en: 'Bicycle plan' },
    forWhom: [
      { nl: 'Voor kinderen.', en: 'For children.' },
      { nl: 'Tot 18 jaar.', en: 'Up to 18.' },
    ],
    bring: [],
  })
})

test.each([
  ['name/nl', '', 'scheme-empty'],
  ['name/en', 'x'.repeat(81), 'value-text-long'],
  ['gives/nl', '\n \n', 'scheme-empty'],
  ['forWhom/en', 'One line only.', 'scheme-uneven'],
  ['bring/nl', 'Je pas.', 'scheme-uneven'],
  ['apply/nl', Array.from({ length: 13 }, () => 'regel').join('\n'), 'scheme-lines'],
  ['apply/en', 'x'.repeat(301), 'value-text-long'],
  ['source', '', 'value-source'],
  ['checkedOn', '2026-11-28', 'value-checked'],
  ['reviewOn', '2026-11-27', 'scheme-review'],
  ['reviewOn', 'morgen', 'scheme-review'],
  ['status', 'zeker', 'value-status'],
])('at %s “%s” is refused as %s', (field, typed, reason) => {
  const answer = ownSchemeFrom(told({ [field]: typed }), TODAY)
  expect(answer).toMatchObject({ reason })
  expect(!answer.ok && String(answer.with?.field).startsWith(field.slice(0, 4))).toBe(true)
})

test('whatever it is called, it gets an address of its own that is none of the product, and the document stays one that is kept', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 80 }), { minLength: 1, maxLength: 8 }), (names) => {
      let rules = NO_RULES
      for (const name of names) {
        const given = ownSchemeFrom(told({ 'name/nl': name }), TODAY)
        if (!given.ok) continue
        const added = withOwnScheme(rules, given.value)
        if (added.ok) rules = added.value
      }
      const codes = (rules.own ?? []).map(({ code }) => code)
      expect(new Set(codes).size).toBe(codes.length)
      expect(codes.every((code) => isOwnCode(code) && code.length <= 60)).toBe(true)
      expect(rulesFormat.safeParse(rules).error).toBeUndefined()
      for (const one of withOwn([], rules))
        expect(schemeFormat.shape.code.safeParse(one.code).success && one.sources.length).toBe(1)
    }),
  )
})

test('a text changes under its own code; what is not there changes nothing, and taking it away takes its values along', () => {
  const added = withOwnScheme(NO_RULES, scheme())
  if (!added.ok) throw new Error(added.reason)
  const changed = withOwnScheme(added.value, scheme({ 'name/nl': 'Fietsen voor iedereen' }), 'eigen-fietsenplan')
  expect(changed).toMatchObject({
    value: { own: [{ code: 'eigen-fietsenplan', name: { nl: 'Fietsen voor iedereen' } }] },
  })
  expect(withOwnScheme(added.value, scheme(), 'eigen-anders')).toMatchObject({ reason: 'not-found' })
  const valued = { ...added.value, schemes: [{ scheme: 'eigen-fietsenplan' }, { scheme: 'studietoeslag' }] as never }
  expect(withoutOwnScheme(valued, 'eigen-fietsenplan')).toMatchObject({
    own: [],
    schemes: [{ scheme: 'studietoeslag' }],
  })
})
