import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../../foundation/day.ts'
import { findingFormat, isLate } from '../rounds/round.ts'
import { GROUPS, gatheredFormat, peopleHeard, recommendationFormat, yearsOver } from './gathered.ts'

const POLICY = { hideBelow: 5, roundTo: 1 }

test('[R-162] a small group is hidden, and so is every number from which it would follow', () => {
  const some = fc.array(fc.record({ group: fc.constantFrom(...GROUPS), people: fc.integer({ min: 1, max: 30 }) }))
  fc.assert(
    fc.property(some, (gathered) => {
      const { total, groups } = peopleHeard(gathered, POLICY)
      const hidden = GROUPS.filter((group) => groups[group] === null)
      for (const group of GROUPS) {
        const n = gathered.filter((one) => one.group === group).reduce((sum, one) => sum + one.people, 0)
        if (n > 0 && n < POLICY.hideBelow) expect(groups[group]).toBeNull()
        if (groups[group] !== null) expect(groups[group]).toBe(n)
      }
      // One hidden number alone beside a total is no secret.
      if (total !== null) expect(hidden).not.toHaveLength(1)
    }),
  )
})

test('only of years that are over it is told how many people spoke', () => {
  const gathered = ['2024-03-01', '2025-12-31', '2026-01-01'].map((text) => ({ heldOn: day(text) }))
  expect(yearsOver(gathered, day('2026-06-01'))).toEqual(['2025', '2024'])
})

const decided = {
  advice: 'Vraag ons ook iets.',
  decidedBy: 'Projectgroep',
  why: 'Het kan meteen.',
  decidedOn: '2026-02-01',
}

test('[R-162] what was decided about a recommendation says by whom, when and why', () => {
  expect(recommendationFormat.safeParse({ ...decided, state: 'taken-up' }).success).toBe(true)
  for (const field of ['decidedBy', 'why', 'decidedOn'])
    for (const state of ['taken-up', 'not']) {
      const read = recommendationFormat.safeParse({ ...decided, state, [field]: ' ' })
      expect(read.error?.issues[0]?.path).toEqual([field])
    }
  expect(recommendationFormat.parse({ ...decided, state: 'open' })).toMatchObject({ why: null, decidedBy: null })
})

const found = { testers: 'parents', task: 'Zoek hulp', finding: 'Te ver naar onder.', slug: '' }

test('[R-014] a decision about a finding says what was done, or why not', () => {
  expect(findingFormat.parse({ ...found, decision: 'open', done: '' })).toMatchObject({ done: null, slug: null })
  for (const decision of ['changed', 'later', 'not']) {
    expect(findingFormat.safeParse({ ...found, decision, done: 'Verplaatst.' }).success).toBe(true)
    expect(findingFormat.safeParse({ ...found, decision, done: ' ' }).error?.issues[0]?.path).toEqual(['done'])
  }
})

test('a round of which the last day is over waits for its decisions', () => {
  const toOn = day('2026-03-01')
  expect(isLate({ state: 'running', toOn }, day('2026-03-02'))).toBe(true)
  expect(isLate({ state: 'running', toOn }, toOn)).toBe(false)
  expect(isLate({ state: 'done', toOn }, day('2026-03-02'))).toBe(false)
})

test('nobody spoke is no input', () => {
  const given = {
    heldOn: '2026-03-01',
    way: 'talk',
    group: 'young-people',
    theme: 'talking',
    said: 'Ja.',
    recommendationId: '',
  }
  expect(gatheredFormat.safeParse({ ...given, people: 1 }).success).toBe(true)
  for (const people of [0, -1, 1.5, 501, Number.NaN])
    expect(gatheredFormat.safeParse({ ...given, people }).success).toBe(false)
})
