import { describe, expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import { faultsWith, homeStart } from '../../tests/support/programmes.ts'
import type { Answers, TrajectoryEvent } from '../cases/event.ts'
import { cellsBetween } from '../measures/cell.ts'
import { firstOpen } from './asked.ts'
import { takeStep } from './steps.ts'

const definition = homeStart()
const ended: Answers = {
  outcomes: ['confidence', 'mood'],
  'side-effects': ['child-to-daycare'],
  'network-start': 'hardly-anyone',
  'network-end': 'some',
  otherwise: 'family-coaching',
  'otherwise-certainty': 'estimate',
  'otherwise-amount': 2400,
  'otherwise-source': 'referrer',
  'referred-professional': 'no',
  'remaining-need': 'no',
}
const without = (code: string): Answers => Object.fromEntries(Object.entries(ended).filter(([key]) => key !== code))

/** True, or the question that is still open. */
function close(answers: Answers): unknown {
  const standing = { phase: 'active', answers, anchors: {}, done: [] }
  const taken = takeStep(definition, standing, { to: 'closed', reason: 'goals-reached', today: day('2026-03-01') })
  return taken.ok || taken.with?.question
}

const options = (code: string) =>
  definition.questions.find((one) => one.code === code)?.options?.map((one) => one.code) ?? []

describe('closing', () => {
  test('[R-047] ticks what became better on one list and side effects on another, and the two never mix', () => {
    const outcomes = definition.outcomes.filter(({ seenBy }) => seenBy === undefined)
    const of = (isSide: boolean) => outcomes.filter(({ side = false }) => side === isSide).map(({ code }) => code)
    expect(of(false)).toEqual([
      ...['confidence', 'rhythm-and-structure', 'self-care', 'asks-network'],
      ...['parenting-skills', 'mood', 'network-widened', 'isolation-broken'],
    ])
    expect(of(true)).toEqual(['integrated', 'language-improved', 'child-to-daycare', 'other-activity'])
    expect(options('outcomes')).toEqual([...of(false), 'none-of-these'])
    expect(options('side-effects')).toEqual([...of(true), 'none-of-these'])
    expect(close(without('outcomes'))).toBe('outcomes')
    expect(close(without('side-effects'))).toBe('side-effects')
    expect(close(ended)).toBe(true)
  })

  test('[R-048] scores the network again on the scale of the start, and asks why when few people are there', () => {
    expect(options('network-end')).toEqual(options('network-start'))
    expect(close(without('network-end'))).toBe('network-end')
    expect(close({ ...ended, 'network-end': 'nobody' })).toBe('network-why')
    expect(close({ ...ended, 'network-end': 'nobody', 'network-why': 'no-network-available' })).toBe(true)
    expect(firstOpen(definition, ['network-why'], { 'network-end': 'enough' })).toBeUndefined()
  })

  test('[R-049] [R-064] says what would have come otherwise and whether a professional came after', () => {
    for (const code of Object.values(definition.counterfactual ?? {})) expect(close(without(code))).toBe(code)
    expect(close({ ...without('otherwise-amount'), 'otherwise-certainty': 'not-known' })).toBe(true)
    expect(close(without('referred-professional'))).toBe('referred-professional')
  })
})

const at = (recordedAt: string) => ({ id: recordedAt, recordedAt, holdsOn: day('2026-01-01') })
/** What a closed family with these answers adds to a figure: the total, or by a group. */
function counted(measure: string, answers: Answers, key = 'all'): number {
  const events: TrajectoryEvent[] = [
    { ...at('2026-01-01T08:00:00.000Z'), type: 'registered', phase: 'active', answers },
    { ...at('2026-01-01T09:00:00.000Z'), type: 'moved', to: 'closed', reason: 'goals-reached' },
  ]
  const cells = cellsBetween(definition, [], events).filter((one) => one.measure === `home-start-${measure}`)
  return cells.filter((cell) => cell.key === key).reduce((sum, { n }) => sum + n, 0)
}

describe('figures', () => {
  test.each<[string, string | undefined, string | undefined, number, number]>([
    ['from hardly anyone to a few', 'hardly-anyone', 'some', 1, 1],
    ['from nobody to enough', 'nobody', 'enough', 1, 1],
    ['the same', 'some', 'some', 0, 1],
    ['fewer people', 'enough', 'some', 0, 1],
    ['no score at the start', undefined, 'enough', 0, 0],
    ['no score at the end', 'nobody', undefined, 0, 0],
    ['a word that is no score', 'nobody', 'many', 0, 0],
  ])('[R-048] a network with %s is widened or not, and scored or not', (_, start, end, widened, scored) => {
    const { 'network-start': _start, 'network-end': _end, ...rest } = ended
    const answers = { ...rest, ...(start && { 'network-start': start }), ...(end && { 'network-end': end }) }
    expect(counted('network-widened', answers)).toBe(widened)
    expect(counted('network-scored', answers)).toBe(scored)
  })

  test('[R-048] no network available is a reason that is counted', () => {
    expect(counted('no-network', { ...ended, 'network-end': 'nobody', 'network-why': 'no-network-available' })).toBe(1)
    expect(counted('no-network', { ...ended, 'network-end': 'nobody', 'network-why': 'not-wanted' })).toBe(0)
  })

  test('[R-047] every ticked outcome counts once, and a side effect among the side effects alone', () => {
    expect(counted('outcomes', ended)).toBe(2)
    expect(counted('outcomes', ended, 'mood')).toBe(1)
    expect(counted('outcomes', ended, 'child-to-daycare')).toBe(0)
    expect(counted('side-effects', ended, 'child-to-daycare')).toBe(1)
  })

  test('[R-064] referral to a professional is an outcome of its own, and may be nought', () => {
    expect(counted('referred-professional', ended)).toBe(0)
    expect(counted('referred-professional', { ...ended, 'referred-professional': 'yes' })).toBe(1)
  })
})

const place = (code: string) => definition.measures.findIndex((one) => one.code === `home-start-${code}`)

test.each<[string, Record<string, unknown>, string]>([
  [
    'a change between scales that differ',
    { [`/measures/${place('network-widened')}/where/change/to`]: 'network-why' },
    `/measures/${place('network-widened')}/where/change/to definition-change-scale`,
  ],
  [
    'a change of a score with itself',
    { [`/measures/${place('network-widened')}/where/change/to`]: 'network-start' },
    `/measures/${place('network-widened')}/where/change/to definition-change-scale`,
  ],
  [
    'a change of what is no score',
    { [`/measures/${place('network-widened')}/where/change/from`]: 'village' },
    `/measures/${place('network-widened')}/where/change/from definition-question-type`,
  ],
  [
    'an outcome that cannot be ticked',
    { '/outcomes/0/code': 'pride' },
    '/outcomes/0/question definition-option-unknown',
  ],
])('%s is found', (_, changes, fault) => {
  expect(faultsWith(changes)).toContain(fault)
})
