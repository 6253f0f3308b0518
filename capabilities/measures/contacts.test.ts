import { expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import { definitionIn, STRANGER_OF_A_PERSON, separationPoint } from '../../tests/support/programmes.ts'
import type { Answers, Happening, TrajectoryEvent } from '../cases/event.ts'
import { cellsBetween } from './cell.ts'
import { plan, shownIn } from './plan.ts'

const start: Happening = {
  type: 'registered',
  holdsOn: day('2024-01-31'),
  phase: 'registered',
  answers: { track: 'child' },
}
const contact = (on: string, answers: Answers): Happening => ({ type: 'contact-made', holdsOn: day(on), answers })

const history = (...happenings: Happening[]): TrajectoryEvent[] =>
  happenings.map((one, at) => ({ ...one, id: `e${at}`, recordedAt: `2024-06-01T12:00:0${at}.000Z` }))

/** The contacts on a day, by grouping and key. */
function contacts(events: readonly TrajectoryEvent[], asOf: string) {
  const sums: Record<string, number> = {}
  for (const { measure, grouping, key, holdsOn, n } of cellsBetween(separationPoint(), [], events)) {
    if (!measure.endsWith('-contacts') || holdsOn > asOf) continue
    const id = grouping === 'all' ? 'all' : `${grouping} ${key}`
    sums[id] = (sums[id] ?? 0) + n
  }
  return sums
}

const talks = [
  contact('2024-01-31', { service: 'inform', 'contact-by': 'phone' }),
  contact('2024-02-29', { service: 'guide', 'contact-by': 'office' }),
  contact('2024-02-29', { service: 'guide' }),
]

test('[R-042] [R-219] every contact counts once, by its own service, and by the track of its trajectory', () => {
  expect(contacts(history(start, ...talks), '2024-02-29')).toEqual({
    all: 3,
    'service inform': 1,
    'service guide': 2,
    'contact-by phone': 1,
    'contact-by office': 1,
    'contact-by unknown': 1,
    'track child': 3,
  })
  expect(contacts(history(start, ...talks), '2024-02-28')).toMatchObject({ all: 1, 'service inform': 1 })
})

test('[R-042] a corrected contact counts as what it was, a withdrawn one not at all', () => {
  const right = { type: 'contact-made' as const, holdsOn: day('2024-02-29'), answers: { service: 'support' } }
  const corrected: Happening = { type: 'corrected', holdsOn: right.holdsOn, corrects: 'e2', by: right }
  const withdrawn: Happening = { type: 'withdrawn', holdsOn: day('2024-02-29'), withdraws: 'e3' }
  const sums = contacts(history(start, ...talks, corrected, withdrawn), '2024-03-31')
  expect(sums).toMatchObject({ all: 2, 'service inform': 1, 'service support': 1 })
  expect(sums['service guide'] ?? 0).toBe(0)
})

test('[R-265] a few from before cannot be told by taking the new ones from the whole', () => {
  const amounts = { writers: 100, sailed: 3, fresh: 97, moored: 60, 'at-sea': 40 }
  const cells = Object.entries(amounts).map(([code, n]) => ({
    ...{ measure: `letters-home-${code}`, grouping: 'all', key: 'all', n, families: n },
  }))
  const planned = plan({
    parts: definitionIn(STRANGER_OF_A_PERSON),
    regionId: 'region',
    municipalities: [{ id: 'here', countsSpecial: false, cells }],
    hideBelow: 5,
    hideSpecialBelow: 5,
  })
  const shown = (code: string) => shownIn(planned, 'here', `letters-home-${code}`, 'all', 'all')
  expect(shown('sailed')).toBeNull()
  expect([shown('writers'), shown('fresh')]).toContain(null)
})
