import { beforeAll, describe, expect, test } from 'vitest'
import { after, type Day, day } from '../../../foundation/day.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { aRegistration } from '../../../tests/support/registrations.ts'
import { aMunicipality, anOperator, aProvision, someone, yes } from '../../../tests/support/world.ts'
import type { Actor } from '../../access/actor.ts'
import { registerMany } from '../../cases/actions.ts'
import { moveTrajectory } from '../../cases/history/actions.ts'
import type { Registration } from '../../cases/trajectory.ts'
import { publishShippedProgrammes } from '../../programmes/shipped.ts'
import { figure, measures, trend } from '../queries.ts'
import { shareOf, sharesKnown } from './queries.ts'

withDatabase()

/** The evaluation: 25 already running, 111 in the first year, 47 in the first four months of the second; 123 closed. */
const MARGINS = { before: 25, firstYear: 111, secondYear: 47, closed: 123 }
const END = day('2023-04-30')
const FIRST_YEAR_END = day('2022-12-31')
const VILLAGES = ['noord', 'midden', 'zuid']

const ended = {
  relation: 'marriage',
  'separation-phase': 'separated',
  'risk-estimate': 'none-seen',
  'money-worries': 'no',
  housing: ['no-worry'],
  law: 'youth-act',
  form: 'individual',
  'form-why': 'past het best',
  'parent-role-apart': 'yes',
  'aware-of-effect': 'yes',
  'needs-weighed': 'unknown',
  'own-strength': 'yes',
  'conflicts-fewer': 'yes',
  otherwise: 'nothing',
  'otherwise-certainty': 'not-known',
  'otherwise-source': 'worker',
  'handed-over': ['not-needed'],
}

/** `count` registrations, spread over the days from `start`; made up, with nothing of real rows but how many. */
const made = (count: number, start: string, days: number, beforePilot: 'yes' | 'no'): Registration[] =>
  Array.from({ length: count }, (_, at) =>
    aRegistration({
      phase: 'closing',
      holdsOn: after(day(start), { days: Math.floor((at * days) / count) }),
      answers: { ...ended, village: VILLAGES[at % 3] ?? '', track: 'parent', 'before-pilot': beforePilot },
    }),
  )

type Here = { municipalityId: string; worker: Actor; adviser: Actor; visitor: Actor }
let here: Here

beforeAll(async () => {
  await publishShippedProgrammes(await anOperator())
  const municipalityId = await aMunicipality()
  const { id: provisionId, organisationId } = await aProvision({ municipalityId, programmeCode: 'separation-point' })
  const worker = await someone({ role: 'coordinator', municipalityId, organisationId })
  const adviser = await someone({ role: 'policy-adviser', municipalityId })
  const visitor = await someone({ role: 'resident', municipalityId })
  const rows = [
    ...made(MARGINS.before, '2021-09-01', 122, 'yes'),
    ...made(MARGINS.firstYear, '2022-01-01', 365, 'no'),
    ...made(MARGINS.secondYear, '2023-01-01', 120, 'no'),
  ]
  const { trajectoryIds } = yes(await registerMany(worker, provisionId, rows))
  for (const [at, trajectoryId] of trajectoryIds.slice(0, MARGINS.closed).entries()) {
    const on = after(rows[at]?.holdsOn ?? END, { months: 3 })
    yes(await moveTrajectory(worker, { trajectoryId }, { to: 'closed', on, reason: 'goals-reached' }))
  }
  here = { municipalityId, worker, adviser, visitor }
})

const ask = (code: string, asOf: Day, more: { from?: Day } = {}) => ({
  measure: `separation-point-${code}`,
  scope: { municipalityId: here.municipalityId },
  asOf,
  audience: 'organisation' as const,
  ...more,
})
const count = async (code: string, asOf: Day, more: { from?: Day } = {}) =>
  yes(await figure(here.worker, ask(code, asOf, more))).value

test('[F-01] [R-219] 25 before the pilot and 158 new make 183, of which 123 are closed and 60 open: 67.2 percent', async () => {
  expect(await count('before-pilot', END)).toBe(25)
  expect(await count('new', END)).toBe(158)
  expect(await count('registered', END)).toBe(183)
  expect(await count('closed', END)).toBe(123)
  expect(await count('open', END)).toBe(60)
  expect(await count('not-supported', END)).toBe(0)
  expect(yes(await shareOf(here.worker, ask('closed-share', END))).percent).toBe(67.2)
})

test('[F-01] [R-219] new per period: 111 in the first year and 47 in the four months after it', async () => {
  expect(await count('new', FIRST_YEAR_END, { from: day('2022-01-01') })).toBe(111)
  expect(await count('new', END, { from: day('2023-01-01') })).toBe(47)
  const years = yes(await trend(here.worker, { ...ask('new', END), per: 'year' }))
  expect(years.points.map(({ value }) => value)).toEqual([111, 47])
})

/** What was expected of the first year when the pilot began. */
const EXPECTED = 32
const times = (value: number | null) => Math.round(((value ?? 0) / EXPECTED) * 100) / 100

test('[F-02] [X-06] the first year has two readings, each a measure: 136 with those from before, 111 like for like', async () => {
  const [withBefore, likeForLike] = [await count('registered', FIRST_YEAR_END), await count('new', FIRST_YEAR_END)]
  expect([withBefore, times(withBefore)]).toEqual([136, 4.25])
  expect([likeForLike, times(likeForLike)]).toEqual([111, 3.47])
})

test('[X-06] each reading says in its name and passport what it includes', async () => {
  const known = await measures(here.adviser)
  const entry = (code: string) => known.find((one) => one.code === `separation-point-${code}`)
  expect(entry('registered')?.name.en).toMatch(/also from before the pilot/)
  expect(entry('registered')?.passport.definition.en).toMatch(/also those that ran before .* Do not compare/)
  expect(entry('new')?.passport.definition.en).toMatch(/before the pilot do not count.* compare with an expectation/)
})

test('[R-060] what was known before a later closing stays the answer', async () => {
  const before = yes(await figure(here.worker, ask('closed', END)))
  const again = yes(await figure(here.worker, { ...ask('closed', END), knownOn: new Date(before.knownAt) }))
  expect(again.value).toBe(before.value)
})

describe('a percentage', () => {
  const of = async (actor: Actor, audience: 'public' | 'policy' | 'organisation', asOf = END) =>
    yes(await shareOf(actor, { ...ask('closed-share', asOf), audience })).percent

  test('[R-265] policy reads the same, the public reads one of rounded numbers', async () => {
    expect(await of(here.adviser, 'policy')).toBe(67.2)
    expect(await of(here.visitor, 'public')).toBe(68)
  })

  test('[R-265] the public reads none of fewer than fifty, and nobody reads one of nothing', async () => {
    expect(await of(here.visitor, 'public', day('2021-12-31'))).toBeNull()
    expect(await of(here.worker, 'organisation', day('2020-12-31'))).toBeNull()
  })

  test('is made of two figures of one moment, and asked twice it is the same', async () => {
    const first = yes(await shareOf(here.adviser, { ...ask('closed-share', END), audience: 'policy' }))
    const second = yes(await shareOf(here.adviser, { ...ask('closed-share', END), audience: 'policy' }))
    expect(first.whole.knownAt).toBe(first.part.knownAt)
    expect(second).toEqual(first)
  })

  test('is refused to who may not see its figures: another municipality, organisation or team, and for another audience', async () => {
    const { municipalityId } = here
    const elsewhere = await aMunicipality()
    const besides = await aProvision({ municipalityId, programmeCode: 'separation-point' })
    const callers: [string, Actor, 'policy' | 'organisation'][] = [
      [
        'policy of another municipality',
        await someone({ role: 'policy-adviser', municipalityId: elsewhere }),
        'policy',
      ],
      ['the worker, as policy', here.worker, 'policy'],
      ['policy, as the organisation', here.adviser, 'organisation'],
      ['a resident', here.visitor, 'organisation'],
    ]
    for (const [who, actor, audience] of callers) {
      const answer = await shareOf(actor, { ...ask('closed-share', END), audience })
      expect([who, answer]).toEqual([who, refuse('audience-not-yours')])
    }
    const { organisationId } = besides
    const other = await someone({ role: 'coordinator', municipalityId, organisationId })
    expect(await of(other, 'organisation')).toBeNull()
    expect(await shareOf(here.worker, ask('no-share', END))).toEqual(
      refuse('measure-unknown', { code: 'separation-point-no-share' }),
    )
  })

  test('stands in the list with a passport', async () => {
    const found = (await sharesKnown(here.adviser)).find(({ code }) => code === 'separation-point-closed-share')
    expect(found?.passport.denominator?.nl).toBe('Aangemelde trajecten')
  })
})
