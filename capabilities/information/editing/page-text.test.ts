import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AUDIENCES, DOMAINS, MOMENTS } from '../front-matter.ts'
import { readPage } from '../page-file.ts'
import { factsIn, pageText } from './page-text.ts'

const line = (maxLength: number) =>
  fc
    .string({ minLength: 1, maxLength, unit: 'grapheme' })
    .filter((text) => text.trim() === text && text !== '' && !/[\n\r]/.test(text))
const slug = fc.stringMatching(/^[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,2}$/)
const optional = fc.record({ standsFirst: fc.integer({ min: 1, max: 9 }) }, { requiredKeys: [] })
const whole = fc.record({
  title: line(40),
  summary: line(80),
  audience: fc.uniqueArray(fc.constantFrom(...AUDIENCES), { minLength: 1 }),
  moment: fc.constantFrom(...MOMENTS),
  domains: fc.uniqueArray(fc.constantFrom(...DOMAINS), { minLength: 1 }),
  reviewOn: fc.constantFrom('2027-01-31', '2026-12-01'),
  sources: fc.array(
    fc.record({
      name: line(40),
      checkedOn: fc.constant('2026-05-01'),
      status: fc.constantFrom('verified', 'secondary', 'unverified'),
    }),
    { maxLength: 3 },
  ),
  facts: fc.array(slug, { maxLength: 3 }),
  related: fc.array(slug, { maxLength: 3 }),
})
const front = fc.tuple(whole, optional).map(([given, more]) => ({ ...given, ...more }))

test('[R-016] whatever is filled in above a text and in it comes back from its file', () => {
  fc.assert(
    fc.property(
      front,
      fc.constantFrom('Een zin.', '## Kop\n\n- een\n- twee', 'Met --- een streep.\n\n---'),
      (given, body) => {
        const { page } = readPage(pageText(given, body))
        expect(page?.front).toEqual(given)
        expect(page?.body).toBe(body)
      },
    ),
  )
})

test('the facts of a text are found in it, each once', () => {
  expect(factsIn('Vanaf {{feit:child-heard-age}} jaar, en nog eens {{feit:child-heard-age}}.')).toEqual([
    'child-heard-age',
  ])
  expect(factsIn('Niets.')).toEqual([])
})
