import fc from 'fast-check'
import { expect, test } from 'vitest'
import shipped from '../../content/child-rights.json' with { type: 'json' }
import shippedFacts from '../../content/facts.json' with { type: 'json' }
import { day } from '../../foundation/day.ts'
import { childRightsFormat, factsNamedIn, rightsOn } from './child-rights.ts'
import { type Fact, factsFormat } from './facts.ts'

const rights = childRightsFormat.parse(shipped)
const { facts } = factsFormat.parse(shippedFacts)
const today = day('2026-11-27')
const BANDS = ['child', 'young'] as const
const CODES = [...new Set(factsNamedIn(rights))]

const changed = (code: string, change: Partial<Fact>): Fact[] =>
  facts.map((fact) => (fact.code === code ? { ...fact, ...change } : fact))
const all = (given: readonly Fact[], on = today) =>
  BANDS.flatMap((band) => rightsOn(rights, band, { facts: given, today: on }))

test('[R-269] a child and a young person read what they may decide, with the ages that hold today', () => {
  const told = rightsOn(rights, 'young', { facts, today })
  expect(told.map(({ code }) => code)).toEqual(['home', 'judge', 'help', 'file'])
  expect(told[2]?.says.nl).toContain('Van 12 jaar tot 16 jaar beslis je samen')
  expect(told[1]?.says.en).toContain('from 12 years')
  expect(rightsOn(rights, 'child', { facts, today }).map(({ code }) => code)).toEqual(['home', 'judge', 'help'])
  expect(all(facts).every(({ site, says }) => site === undefined && !says.nl.includes('{{'))).toBe(true)
})

test('[R-269] when an age changes by law, every line says the new one from its day on', () => {
  const old = facts.find(({ code }) => code === 'consent-own-age')
  if (old === undefined) throw new Error('no such fact')
  const both = [
    ...changed('consent-own-age', { until: day('2026-12-31') }),
    { ...old, from: day('2027-01-01'), value: { nl: '15 jaar', en: '15 years' } },
  ]
  const help = (on: string) => rightsOn(rights, 'young', { facts: both, today: day(on) })[2]?.says.nl
  expect(help('2026-12-31')).toContain('Vanaf 16 jaar')
  expect(help('2027-01-01')).toContain('Vanaf 15 jaar')
})

test('[R-269] an age that is unverified, over or not known yet is never told: the line leads to the site of the service', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...CODES),
      fc.constantFrom<Partial<Fact>>(
        { status: 'unverified' },
        { until: day('2026-11-26') },
        { from: day('2026-11-28') },
        { code: 'gone' },
      ),
      (code, change) => {
        const marked = changed(code, { ...change, value: { nl: 'NIET ZEKER', en: 'NOT CERTAIN' } })
        const told = all(marked)
        expect(JSON.stringify(told)).not.toMatch(/NIET ZEKER|NOT CERTAIN|\{\{/)
        expect(told.some(({ site }) => site?.startsWith('https://'))).toBe(true)
        expect(told).toHaveLength(7)
      },
    ),
  )
})

test('every age in the shipped lines is a fact, and none stands in the text itself', () => {
  const known = new Set(facts.map(({ code }) => code))
  expect(CODES.filter((code) => !known.has(code))).toEqual([])
  expect(rights.lines.filter(({ says }) => /\d/.test(`${says.nl}${says.en}`))).toEqual([])
})

test('a line with an age and nowhere to go, or with another age in English, is refused', () => {
  const first = rights.lines.find(({ code }) => code === 'judge')
  if (first === undefined) throw new Error('no such line')
  const { site: _, ...nowhere } = first
  expect(childRightsFormat.safeParse({ lines: [first] }).success).toBe(true)
  expect(childRightsFormat.safeParse({ lines: [nowhere] }).success).toBe(false)
  expect(
    childRightsFormat.safeParse({ lines: [{ ...first, says: { ...first.says, en: 'From 12 years.' } }] }).success,
  ).toBe(false)
})
