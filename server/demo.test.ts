import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { municipalitiesKnown } from '../capabilities/access/queries.ts'
import { ROLES, roleMay, SERVICE_ROLES } from '../capabilities/access/roles.ts'
import type { TrajectoryEvent } from '../capabilities/cases/event.ts'
import { trajectories } from '../capabilities/cases/queries.ts'
import { ownFiles } from '../capabilities/families/files/queries.ts'
import { glassBreaks } from '../capabilities/families/glass/queries.ts'
import { useFormSecret } from '../capabilities/forms/keys.ts'
import { requestsInReach } from '../capabilities/help-requests/queries.ts'
import { cellsBetween } from '../capabilities/measures/cell.ts'
import type { ProgrammeDefinition } from '../capabilities/programmes/definition.ts'
import { programmeDefinition } from '../capabilities/programmes/queries.ts'
import { chanceFrom } from '../database/demo/chance.ts'
import { isDemoWhole } from '../database/demo/places.ts'
import { demoPeople, demoRegion } from '../database/demo/region.ts'
import { readShape, shapeOf } from '../database/demo/shape.ts'
import { demoActor, drawMany } from '../database/demo/trajectories.ts'
import { day } from '../foundation/day.ts'
import { withDemoRecords } from '../tests/support/demo-records.ts'
import { restartSignIn } from '../tests/support/signing-in.ts'
import { anOperator } from '../tests/support/world.ts'

const database = withDemoRecords()

beforeAll(() => {
  restartSignIn()
  useFormSecret('a-secret-for-tests-that-nobody-uses-0001')
})

const rows = async <T>(query: ReturnType<typeof sql>): Promise<T[]> =>
  database().transaction(async (tx) => (await tx.execute(query)).rows as T[])

test('the region is whole, and stands in codes that no municipality has', async () => {
  expect(await isDemoWhole(await anOperator())).toBe(true)
  const codes = demoRegion().municipalities.map(({ code }) => code)
  expect(codes).toHaveLength(5)
  for (const code of codes) expect(code).toMatch(/^GM99[89]\d$/)
  const told = await rows<{ code: string }>(sql`select code from municipalities order by code`)
  expect(told.map(({ code }) => code)).toEqual(codes.toSorted())
})

test('everybody who signs in has a name from the invented list', async () => {
  const known = await rows<{ name: string }>(sql`select name from people where email is not null`)
  expect(known.map(({ name }) => name).sort()).toEqual(
    demoPeople()
      .map(({ name }) => name)
      .sort(),
  )
})

test('every role that signs in is there, and sees at least one record', async () => {
  const built = ['visitor', 'operator', 'job-runner', ...SERVICE_ROLES]
  const roles = ROLES.filter((role) => !built.includes(role))
  expect(new Set(demoPeople().map(({ role }) => role))).toEqual(new Set(roles))
  const operator = await anOperator()
  for (const person of demoPeople()) {
    const actor = await demoActor(operator, person)
    const seen = roleMay(person.role, 'list', 'trajectory')
      ? (await trajectories(actor)).rows.length
      : (await municipalitiesKnown(actor)).length
    expect([person.name, seen > 0]).toEqual([person.name, true])
  }
})

test('the people of the story have something to look at', async () => {
  const operator = await anOperator()
  const as = (email: string) => demoActor(operator, { email: `${email}@voorbeeld.example` })
  expect((await ownFiles(await as('joris'))).map(({ name }) => name).sort()).toEqual(['Noa', 'Sanne'])
  expect((await ownFiles(await as('wieke'))).map(({ name }) => name)).toEqual(['Lotte'])
  expect(await glassBreaks(await as('pleun'))).toHaveLength(1)
  expect((await requestsInReach(await as('joris'), ['new'])).rows).toHaveLength(3)
  expect((await trajectories(await as('iris'), {}, { most: 200 })).rows).toHaveLength(74)
})

test('the kept summary is what a recount of every history gives', async () => {
  const operator = await anOperator()
  const kept = await rows<{ at: string; n: number }>(sql`
    select measure || ' ' || "grouping" || ' ' || key as at, sum(n)::int as n from figure_cells
    where not is_special group by 1 having sum(n) <> 0`)
  const histories = await rows<{ programme: string; events: (TrajectoryEvent & { at: string })[] }>(sql`
    select t.programme_code as programme, jsonb_agg(e.payload || jsonb_build_object('id', e.id,
      'recordedAt', to_char(e.recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      order by e.recorded_at, e.position) as events
    from trajectories t join trajectory_events e on e.trajectory_id = t.id group by t.id, t.programme_code`)
  const definitions = new Map<string, ProgrammeDefinition | undefined>()
  const sums = new Map<string, number>()
  for (const { programme, events } of histories) {
    if (!definitions.has(programme)) definitions.set(programme, await programmeDefinition(operator, programme))
    const definition = definitions.get(programme)
    if (definition === undefined) throw new Error(programme)
    for (const { measure, grouping, key, n } of cellsBetween(definition, [], events)) {
      const at = `${measure} ${grouping} ${key}`
      sums.set(at, (sums.get(at) ?? 0) + n)
    }
  }
  const counted = [...sums].filter(([, n]) => n !== 0)
  expect(new Map(kept.map(({ at, n }) => [at, n]))).toEqual(new Map(counted))
})

test('the same seed draws the same histories', async () => {
  const operator = await anOperator()
  for (const programme of new Set(demoRegion().provisions.map((one) => one.programme))) {
    const definition = await programmeDefinition(operator, programme)
    if (definition === undefined) throw new Error(programme)
    const draw = () => {
      const drawing = {
        definition,
        shape: shapeOf(readShape(), programme),
        chance: chanceFrom(7),
        villages: ['a', 'b'],
      }
      return drawMany({ ...drawing, today: day('2026-11-26'), workers: ['x', 'y'] }, readShape(), 50)
    }
    expect(draw()).toEqual(draw())
  }
})
