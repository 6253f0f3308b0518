import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, day } from '../../foundation/day.ts'
import { definitionIn, homeStart, STRANGER_OF_A_PERSON } from '../../tests/support/programmes.ts'
import type { Fact, TrajectoryEvent } from '../cases/event.ts'
import { stateAt } from '../cases/timeline.ts'
import type { ProgrammeDefinition } from '../programmes/definition.ts'
import { type Cell, cellsBetween, contributions } from './cell.ts'

const families = homeStart()
const persons = definitionIn(STRANGER_OF_A_PERSON)
const START = day('2024-02-20')
const someDay = fc.integer({ min: 0, max: 40 }).map((days) => after(START, { days }))
const somePhase = fc.constantFrom(...[...families.phases, ...persons.phases].map((phase) => phase.code))
const someAnswers = fc.record(
  {
    village: fc.constantFrom('noord', 'zuid'),
    referrer: fc.constantFrom('school', 'ggd'),
    question: fc.uniqueArray(fc.constantFrom('listening-ear', 'screen-time', 'structure'), { maxLength: 3 }),
    children: fc.array(
      fc.oneof(
        fc.record({ years: fc.integer({ min: 0, max: 17 }) }),
        fc.record({ weeksPregnant: fc.integer({ min: 1, max: 40 }) }),
      ),
      { maxLength: 3 },
    ),
    harbour: fc.constantFrom('noord', 'zuid'),
    writer: fc.constantFrom('sailor', 'shore-child'),
    'sailed-before': fc.constantFrom('yes', 'no', 'unknown'),
  },
  { requiredKeys: [] },
)
const someContact = fc.record({ carried: fc.constantFrom('letter', 'parcel') }, { requiredKeys: [] })
const somePerson = fc.constantFrom('a', 'b', 'c')

const registered = fc.record({
  type: fc.constant('registered' as const),
  holdsOn: someDay,
  phase: fc.constant('registered'),
  answers: someAnswers,
})
const laterFact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({ type: fc.constant('moved' as const), holdsOn: someDay, to: somePhase }),
  fc.record({ type: fc.constant('answered' as const), holdsOn: someDay, answers: someAnswers }),
  fc.record({ type: fc.constant('contact-made' as const), holdsOn: someDay, answers: someContact }),
  fc.record({
    type: fc.constantFrom('worker-assigned' as const, 'worker-left' as const),
    holdsOn: someDay,
    personId: somePerson,
  }),
)

/** What happens next: a fact, or a correction or withdrawal of one of those before, by its number. */
type Next = { fact: Fact } | { correct: number; by: Fact } | { withdraw: number }
const next: fc.Arbitrary<Next> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ fact: laterFact }) },
  { weight: 2, arbitrary: fc.record({ correct: fc.nat(), by: fc.oneof(laterFact, registered) }) },
  { weight: 1, arbitrary: fc.record({ withdraw: fc.nat() }) },
)

const momentOf = (at: number): string => new Date(Date.UTC(2024, 1, 20) + at * 60_000).toISOString()

/** A history in the order of recording; late entries come by themselves, because days are drawn freely. */
function historyOf(first: Fact, steps: readonly Next[]): TrajectoryEvent[] {
  const events: TrajectoryEvent[] = [{ ...first, id: 'e0', recordedAt: momentOf(0) }]
  for (const [index, step] of steps.entries()) {
    const base = { id: `e${index + 1}`, recordedAt: momentOf(index + 1) }
    if ('fact' in step) {
      events.push({ ...step.fact, ...base })
      continue
    }
    const target = events[('correct' in step ? step.correct : step.withdraw) % events.length]
    if (target === undefined) continue
    events.push(
      'correct' in step
        ? { ...base, type: 'corrected', holdsOn: step.by.holdsOn, corrects: target.id, by: step.by }
        : { ...base, type: 'withdrawn', holdsOn: target.holdsOn, withdraws: target.id },
    )
  }
  return events
}

type Jump = Cell & { recordedAt: string }

/** The summary as it is kept: the jumps of each recording, beside those before. */
function kept(definition: ProgrammeDefinition, events: readonly TrajectoryEvent[]): Jump[] {
  return events.flatMap((event, at) =>
    cellsBetween(definition, events.slice(0, at), events.slice(0, at + 1)).map((cell) => ({
      ...cell,
      recordedAt: event.recordedAt,
    })),
  )
}

function summed(
  cells: readonly { measure: string; grouping: string; key: string; n: number; families: number }[],
): Record<string, [number, number]> {
  const sums: Record<string, [number, number]> = {}
  for (const { measure, grouping, key, n, families } of cells) {
    const id = `${measure} ${grouping} ${key}`
    const [before, behind] = sums[id] ?? [0, 0]
    sums[id] = [before + n, behind + families]
  }
  return Object.fromEntries(Object.entries(sums).filter(([, [n, families]]) => n !== 0 || families !== 0))
}

test.each([
  ['families', families],
  ['persons', persons],
])(
  '[R-060] of %s, on any day, as known at any moment, the kept summary equals a slow recount of the events',
  (_, definition) => {
    fc.assert(
      fc.property(
        registered,
        fc.array(next, { maxLength: 8 }),
        someDay,
        fc.integer({ min: -1, max: 9 }),
        (first, steps, asOf, knownAt) => {
          const events = historyOf(first, steps)
          const known = momentOf(knownAt)
          const state = stateAt(events, asOf, known)
          const recount = state === undefined ? [] : contributions(definition, state)
          const summary = kept(definition, events).filter((cell) => cell.holdsOn <= asOf && cell.recordedAt <= known)
          expect(summed(summary)).toEqual(summed(recount))
        },
      ),
      { numRuns: 1_000 },
    )
  },
)

test('[R-060] what is recorded later never changes what was known before', () => {
  fc.assert(
    fc.property(registered, fc.array(next, { minLength: 1, maxLength: 8 }), someDay, (first, steps, asOf) => {
      const events = historyOf(first, steps)
      const before = events.slice(0, -1)
      const known = before.at(-1)?.recordedAt
      expect(stateAt(events, asOf, known)).toEqual(stateAt(before, asOf, known))
    }),
  )
})
