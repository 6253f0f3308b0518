import { beforeAll, describe, expect, test } from 'vitest'
import { after, day, dayAt } from '../../foundation/day.ts'
import { refuse } from '../../foundation/result.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { aRegistration } from '../../tests/support/registrations.ts'
import { aMunicipality, anOperator, aProvision, aRegion, someone, yes } from '../../tests/support/world.ts'
import { countMigrationBackground } from '../access/actions.ts'
import type { Actor } from '../access/actor.ts'
import { registerMany, registerTrajectory } from '../cases/actions.ts'
import type { Age } from '../cases/event.ts'
import { withdrawEvent } from '../cases/history/actions.ts'
import { trajectoryDetail } from '../cases/queries.ts'
import { publishShippedProgrammes } from '../programmes/shipped.ts'
import { type Ask, figure, measures, trend } from './queries.ts'
import { lastQuarterEnd } from './special-days.ts'

withDatabase()
const today = dayAt(new Date())
const ended = lastQuarterEnd(today)

beforeAll(async () => {
  await publishShippedProgrammes(await anOperator())
})

type Family = {
  village: string
  ages?: number[]
  questions?: string[]
  referrer?: string
  migration?: 'yes' | 'no'
  on?: string
  phase?: string
}

/** Twenty-two families with the margins of the worked figures; the rows are made up. */
function twentyTwo(): Family[] {
  const villages = ['noord', 12, 'zuid', 4, 'midden', 6] as const
  const referrers = [
    'municipality',
    7,
    'child-health-centre',
    5,
    'social-work',
    4,
    'school',
    2,
    'self',
    2,
    'family',
    1,
    'home-care',
    1,
  ] as const
  const spread = (pairs: readonly (string | number)[]) =>
    pairs.flatMap((one, at) => (typeof one === 'string' ? Array<string>(Number(pairs[at + 1])).fill(one) : []))
  const [places, from] = [spread(villages), spread(referrers)]
  return places.map((village, at) => ({
    village,
    referrer: from[(at * 5) % 22] ?? '',
    ages: [at % 9],
    questions: ['parenting-support'],
    migration: at % 11 < 5 ? 'yes' : 'no',
    on: ended,
  }))
}

const registration = ({
  village,
  ages = [4],
  questions = ['listening-ear'],
  referrer = 'school',
  migration,
  on,
  phase = 'active',
}: Family) =>
  aRegistration({
    answers: { village, children: ages.map((years): Age => ({ years })), question: questions, referrer },
    special: migration === undefined ? {} : { 'migration-background': migration },
    phase,
    ...(on !== undefined && { holdsOn: day(on) }),
  })

type Here = { municipalityId: string; provisionId: string; worker: Actor; adviser: Actor; visitor: Actor }

async function aPlace(regionId?: string): Promise<Here> {
  const municipalityId = await aMunicipality(regionId === undefined ? {} : { regionId })
  const { id: provisionId, organisationId } = await aProvision({ municipalityId, programmeCode: 'home-start' })
  yes(await countMigrationBackground(await anOperator(), municipalityId, true))
  return {
    municipalityId,
    provisionId,
    worker: await someone({ role: 'coordinator', municipalityId, organisationId }),
    adviser: await someone({ role: 'policy-adviser', municipalityId }),
    visitor: await someone({ role: 'resident', municipalityId }),
  }
}

const ask = (here: Here, more: Partial<Ask> = {}): Ask => ({
  measure: 'home-start-registered',
  scope: { municipalityId: here.municipalityId },
  asOf: today,
  audience: 'policy',
  ...more,
})
const values = (cells: readonly { key: string; value: number | null }[]) =>
  Object.fromEntries(cells.map(({ key, value }) => [key, value]))

describe('one municipality of twenty-two families', () => {
  let here: Here
  beforeAll(async () => {
    here = await aPlace()
    yes(await registerMany(here.worker, here.provisionId, twentyTwo().map(registration)))
  })

  test('[F-10] the organisation sees its own files exactly, also a village without any', async () => {
    const found = yes(await figure(here.worker, ask(here, { audience: 'organisation', by: 'village' })))
    expect(found.value).toBe(22)
    expect(values(found.breakdown)).toEqual({ noord: 12, midden: 6, zuid: 4 })
  })

  test('[R-265] children by each year of age are for the organisation alone', async () => {
    const children = { measure: 'home-start-children', by: 'age-in-years' }
    const own = yes(await figure(here.worker, ask(here, { audience: 'organisation', ...children })))
    expect(own.breakdown.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(own.value)
    const refused = { ok: false, reason: 'grouping-unknown' }
    expect(await figure(here.adviser, ask(here, children))).toMatchObject(refused)
    expect(await figure(here.visitor, ask(here, { audience: 'public', ...children }))).toMatchObject(refused)
  })

  test('[F-21] [R-265] policy sees neither the village of four nor the one it could be told by, and small referrers together', async () => {
    const byVillage = yes(await figure(here.adviser, ask(here, { by: 'village' })))
    expect([byVillage.value, values(byVillage.breakdown)]).toEqual([22, { noord: 12, midden: null, zuid: null }])
    const byReferrer = yes(await figure(here.adviser, ask(here, { by: 'referrer' })))
    const shown = values(byReferrer.breakdown)
    expect(shown.other).toBeGreaterThanOrEqual(10)
    expect(Object.values(shown).reduce((sum: number, n) => sum + (n ?? 0), 0)).toBe(22)
    expect(Object.values(shown).every((n) => n === null || n >= 5)).toBe(true)
  })

  test('the public sees tens rounded to five, and no village below ten', async () => {
    const found = yes(await figure(here.visitor, ask(here, { audience: 'public', by: 'village' })))
    expect([found.value, values(found.breakdown)]).toEqual([20, { noord: 10, midden: null, zuid: null }])
  })

  const special = { audience: 'organisation', by: 'migration-background' } as const

  test('[R-264] special groups are told by whole quarters, so that two days beside each other tell of no family', async () => {
    const notLast = today === ended ? day('2026-01-02') : today
    const refused = refuse('special-by-quarter', { day: lastQuarterEnd(notLast) })
    expect(await figure(here.worker, ask(here, { ...special, asOf: notLast }))).toEqual(refused)
    expect(await figure(here.adviser, ask(here, { by: special.by, asOf: notLast }))).toEqual(refused)
    expect((await figure(here.adviser, ask(here, { by: special.by, asOf: ended }))).ok).toBe(true)
    const lastDay = ask(here, { ...special, asOf: ended, from: ended })
    expect(await figure(here.worker, lastDay)).toEqual(refuse('special-by-quarter', { day: ended }))
  })

  test('[R-264] migration background is shown in groups of five or more, also to the organisation itself', async () => {
    const found = yes(await figure(here.worker, ask(here, { ...special, asOf: ended })))
    expect(values(found.breakdown)).toEqual({ yes: 10, no: 12 })
    const elsewhere = await aPlace()
    yes(
      await registerMany(elsewhere.worker, elsewhere.provisionId, [
        registration({ village: 'noord', migration: 'yes', on: ended }),
        registration({ village: 'noord', migration: 'no', on: ended }),
      ]),
    )
    const small = yes(await figure(elsewhere.worker, ask(elsewhere, { ...special, asOf: ended })))
    expect(small.breakdown.some((cell) => cell.value !== null && cell.value > 0)).toBe(false)
  })

  test('[R-206] every measure tells how it is counted, from what, by whom and in which version', async () => {
    const found = (await measures(here.adviser)).filter((one) => one.programmeCode === 'home-start')
    expect(found.map((one) => one.code)).toEqual([
      'home-start-registered',
      'home-start-supported-families',
      'home-start-not-supported',
      'home-start-question-mentions',
      'home-start-children',
      'home-start-closed',
      'home-start-outcomes',
      'home-start-side-effects',
      'home-start-network-scored',
      'home-start-network-widened',
      'home-start-no-network',
      'home-start-referred-professional',
    ])
    for (const { passport, programmeVersion } of found) {
      for (const part of [passport.definition, passport.numerator, passport.source, passport.frequency, passport.owner])
        expect(part.nl).not.toBe('')
      expect(programmeVersion).toBeGreaterThan(0)
    }
  })
})

test('a figure of another municipality is refused, for policy and for an organisation', async () => {
  const [here, there] = [await aPlace(), await aPlace()]
  expect(await figure(here.adviser, ask(there))).toEqual(refuse('audience-not-yours'))
  expect(await figure(here.worker, ask(there, { audience: 'organisation' }))).toEqual(refuse('audience-not-yours'))
  expect(await figure(here.adviser, ask(here, { audience: 'organisation' }))).toEqual(refuse('audience-not-yours'))
})

test('special groups are refused where the municipality does not count them', async () => {
  const here = await aPlace()
  yes(await countMigrationBackground(await anOperator(), here.municipalityId, false))
  expect(await figure(here.worker, ask(here, { audience: 'organisation', by: 'migration-background' }))).toEqual(
    refuse('special-data-off'),
  )
})

test('[R-060] the same day and moment give the same answer after a correction, and the new moment tells the new one', async () => {
  const here = await aPlace()
  const families = Array.from({ length: 12 }, () => registration({ village: 'noord', on: '2025-03-04' }))
  const { trajectoryIds } = yes(await registerMany(here.worker, here.provisionId, families))
  const first = yes(await figure(here.adviser, ask(here, { asOf: day('2025-06-30') })))
  const start = (await trajectoryDetail(here.worker, trajectoryIds[0] ?? ''))?.events[0]
  yes(await withdrawEvent(here.worker, { trajectoryId: trajectoryIds[0] ?? '' }, start?.id ?? ''))
  const same = yes(await figure(here.adviser, ask(here, { asOf: day('2025-06-30'), knownOn: new Date(first.knownAt) })))
  const now = yes(await figure(here.adviser, ask(here, { asOf: day('2025-06-30') })))
  expect([first.value, same.value, now.value]).toEqual([12, 12, 11])
  expect(yes(await figure(here.adviser, ask(here, { asOf: day('2025-03-03') }))).value).toBe(0)
})

test('a moment still to come is refused', async () => {
  const here = await aPlace()
  const later = new Date(Date.now() + 3_600_000)
  expect(await figure(here.adviser, ask(here, { knownOn: later }))).toEqual(refuse('moment-in-future'))
  expect(await figure(here.adviser, ask(here, { knownOn: after(today, { days: 1 }) }))).toEqual(
    refuse('moment-in-future'),
  )
})

test('what was recorded after the reference day stands beside the figure', async () => {
  const here = await aPlace()
  yes(
    await registerMany(
      here.worker,
      here.provisionId,
      Array.from({ length: 7 }, () => registration({ village: 'noord', on: '2025-03-04' })),
    ),
  )
  const found = yes(await figure(here.adviser, ask(here, { asOf: day('2025-12-31') })))
  expect([found.value, found.recordedAfter]).toEqual([7, 7])
})

test('a region hides a second municipality when one is small, and each municipality hides the same on its own page', async () => {
  const regionId = await aRegion()
  const [small, middle, large] = [await aPlace(regionId), await aPlace(regionId), await aPlace(regionId)]
  for (const [place, n] of [
    [small, 3],
    [middle, 8],
    [large, 20],
  ] as const) {
    yes(
      await registerMany(
        place.worker,
        place.provisionId,
        Array.from({ length: n }, () => registration({ village: 'noord' })),
      ),
    )
  }
  const adviser = await someone({ role: 'policy-adviser', regionId })
  const found = yes(await figure(adviser, { ...ask(small), scope: { regionId }, by: 'municipality' }))
  expect(found.value).toBe(31)
  expect(found.breakdown.map((cell) => cell.value).sort()).toEqual([20, null, null])
  for (const place of [small, middle, large]) {
    const own = yes(await figure(place.adviser, ask(place)))
    expect(own.value).toBe(place === large ? 20 : null)
  }
})

test('[R-059] a trend adds up to the total and hides a small quarter with company', async () => {
  const here = await aPlace()
  const on = (days: string, n: number) => Array.from({ length: n }, () => registration({ village: 'noord', on: days }))
  yes(
    await registerMany(here.worker, here.provisionId, [
      ...on('2025-01-15', 9),
      ...on('2025-04-15', 2),
      ...on('2025-08-15', 7),
      ...on('2025-11-15', 12),
    ]),
  )
  const asked = { ...ask(here, { asOf: day('2025-12-31') }), per: 'quarter' as const }
  const policy = yes(await trend(here.adviser, asked))
  expect(policy.points.map((point) => point.value)).toEqual([9, null, null, 12])
  const own = yes(await trend(here.worker, { ...asked, audience: 'organisation' }))
  expect(own.points.map((point) => point.value)).toEqual([9, 2, 7, 12])
})

test('[R-220] families not supported are counted apart', async () => {
  const here = await aPlace()
  yes(await registerTrajectory(here.worker, here.provisionId, registration({ village: 'noord' })))
  yes(
    await registerTrajectory(here.worker, here.provisionId, registration({ village: 'noord', phase: 'not-supported' })),
  )
  const own = (measure: string) => figure(here.worker, ask(here, { measure, audience: 'organisation' }))
  expect(yes(await own('home-start-registered')).value).toBe(2)
  expect(yes(await own('home-start-supported-families')).value).toBe(1)
  expect(yes(await own('home-start-not-supported')).value).toBe(1)
})
