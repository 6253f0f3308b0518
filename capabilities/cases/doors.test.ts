import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { inScope } from '../../database/transaction.ts'
import { after, day, dayAt } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import { refuse } from '../../foundation/result.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { aRegistration } from '../../tests/support/registrations.ts'
import { aMunicipality, anOperator, aProvision, someone, theActor, yes } from '../../tests/support/world.ts'
import { type Actor, BUILT_IN } from '../access/actor.ts'
import { publishShippedProgrammes } from '../programmes/shipped.ts'
import { assign, endAssignment, registerMany, registerTrajectory } from './actions.ts'
import { destroyTrajectories } from './destruction/actions.ts'
import { correctEvent, moveTrajectory, setAnchor, withdrawEvent } from './history/actions.ts'
import { withdrawImported } from './imported/actions.ts'
import { settledMoment, trajectories, trajectoryCount, trajectoryDetail } from './queries.ts'

const database = withDatabase()
const today = dayAt(new Date())

beforeAll(async () => {
  await publishShippedProgrammes(await anOperator())
})

type Here = { provisionId: Id; municipalityId: Id; organisationId: Id; worker: Actor }

async function aPlace(): Promise<Here> {
  const municipalityId = await aMunicipality()
  const provision = await aProvision({ municipalityId, programmeCode: 'home-start' })
  const { organisationId } = provision
  const worker = await someone({ role: 'coordinator', municipalityId, organisationId })
  return { provisionId: provision.id, municipalityId, organisationId, worker }
}

const oneFamily = aRegistration({
  answers: {
    village: 'noord',
    children: [{ years: 3 }, { weeksPregnant: 30 }],
    question: ['listening-ear'],
    referrer: 'school',
  },
})

/** The kept summary of a place as this role of the database sees it, summed. */
const kept = (here: Here, measure: string, grouping = 'all') =>
  inScope(here.worker, async (tx) => {
    const { rows } = await tx.execute<{ key: string; n: number }>(sql`select key, sum(n)::int as n from figure_cells
      where municipality_id = ${here.municipalityId} and measure = ${measure} and grouping = ${grouping} group by key having sum(n) <> 0 order by key`)
    return Object.fromEntries(rows.map((row) => [row.key, row.n]))
  })

test('[R-039] a registered family is listed with its village, the ages told and its first phase', async () => {
  const here = await aPlace()
  const { trajectoryId } = yes(await registerTrajectory(here.worker, here.provisionId, oneFamily))
  const detail = await trajectoryDetail(here.worker, trajectoryId)
  expect(detail?.children).toEqual([
    { years: 3, statedOn: today },
    { weeksPregnant: 30, statedOn: today },
  ])
  expect(detail?.trajectory).toMatchObject({ villageCode: 'noord', phase: 'registered', programmeVersion: 1 })
  expect((await trajectories(here.worker)).rows.map((row) => row.id)).toEqual([trajectoryId])
})

test('[R-263] the operator and a policy adviser count no files and see none', async () => {
  const here = await aPlace()
  const { trajectoryId } = yes(await registerTrajectory(here.worker, here.provisionId, oneFamily))
  const adviser = await someone({ role: 'policy-adviser', municipalityId: here.municipalityId })
  for (const actor of [await anOperator(), adviser]) {
    expect(await trajectoryDetail(actor, trajectoryId)).toBeUndefined()
    expect((await trajectories(actor)).rows).toEqual([])
    expect(await trajectoryCount(actor)).toBe(0)
  }
})

test('[R-252] a coordinator of another municipality sees nothing by list, count or guessed number, and registers nothing', async () => {
  const [here, there] = [await aPlace(), await aPlace()]
  const { trajectoryId } = yes(await registerTrajectory(here.worker, here.provisionId, oneFamily))
  expect(await trajectoryDetail(there.worker, trajectoryId)).toBeUndefined()
  expect((await trajectories(there.worker, { municipalityId: here.municipalityId })).rows).toEqual([])
  expect(await trajectoryCount(there.worker, { ids: [trajectoryId] })).toBe(0)
  expect(await registerTrajectory(there.worker, here.provisionId, oneFamily)).toEqual(refuse('not-found'))
  expect(await moveTrajectory(there.worker, { trajectoryId }, { to: 'intake', on: today })).toEqual(refuse('not-found'))
})

test('the summary follows each step in the same transaction', async () => {
  const here = await aPlace()
  const { trajectoryIds } = yes(
    await registerMany(here.worker, here.provisionId, [oneFamily, { ...oneFamily, phase: 'active' }]),
  )
  expect(await kept(here, 'home-start-registered')).toEqual({ all: 2 })
  expect(await kept(here, 'home-start-supported-families')).toEqual({ all: 1 })
  expect(await kept(here, 'home-start-registered', 'village')).toEqual({ noord: 2 })
  expect(await kept(here, 'home-start-children')).toEqual({ all: 2 })
  expect(trajectoryIds).toHaveLength(2)
})

test('[R-063] a step to not supported needs a reason from the list, and moves the figure', async () => {
  const here = await aPlace()
  const { trajectoryId } = yes(await registerTrajectory(here.worker, here.provisionId, oneFamily))
  const without = await moveTrajectory(here.worker, { trajectoryId }, { to: 'not-supported', on: today })
  expect(without.ok).toBe(false)
  expect(await kept(here, 'home-start-not-supported')).toEqual({})
  const definition = (await trajectoryDetail(here.worker, trajectoryId))?.definition
  const step = definition?.phases
    .find((one) => one.code === 'registered')
    ?.steps.find((one) => one.to === 'not-supported')
  const reason = definition?.reasons.find((list) => list.code === step?.needs?.reason)?.options[0]?.code ?? ''
  yes(await moveTrajectory(here.worker, { trajectoryId }, { to: 'not-supported', on: today, reason }))
  expect(await kept(here, 'home-start-not-supported')).toEqual({ all: 1 })
})

test('an edit on a version that somebody else changed meanwhile is refused', async () => {
  const here = await aPlace()
  const { trajectoryId } = yes(await registerTrajectory(here.worker, here.provisionId, oneFamily))
  yes(await setAnchor(here.worker, { trajectoryId, rowVersion: 1 }, { anchor: 'match-meeting', on: today }))
  const late = await setAnchor(here.worker, { trajectoryId, rowVersion: 1 }, { anchor: 'match-meeting', on: today })
  expect(late).toEqual(refuse('changed-meanwhile'))
})

test('a fact of tomorrow is refused', async () => {
  const here = await aPlace()
  const { trajectoryId } = yes(await registerTrajectory(here.worker, here.provisionId, oneFamily))
  const tomorrow = after(today, { days: 1 })
  expect(await setAnchor(here.worker, { trajectoryId }, { anchor: 'match-meeting', on: tomorrow })).toEqual(
    refuse('day-in-future'),
  )
})

test('a corrected registration counts in its new village and day, and a withdrawn one nowhere', async () => {
  const here = await aPlace()
  const { trajectoryId } = yes(await registerTrajectory(here.worker, here.provisionId, oneFamily))
  const start = (await trajectoryDetail(here.worker, trajectoryId))?.events[0]
  if (start?.type !== 'registered') throw new Error('a history starts with its registration')
  const { id, recordedAt: _, ...fact } = start
  const better = { ...fact, holdsOn: day('2024-05-06'), answers: { ...fact.answers, village: 'zuid' } }
  yes(await correctEvent(here.worker, { trajectoryId }, id, better))
  expect(await kept(here, 'home-start-registered', 'village')).toEqual({ zuid: 1 })
  expect((await trajectoryDetail(here.worker, trajectoryId))?.trajectory).toMatchObject({
    registeredOn: '2024-05-06',
    villageCode: 'zuid',
  })
  yes(await withdrawEvent(here.worker, { trajectoryId }, id))
  expect(await kept(here, 'home-start-registered')).toEqual({})
  expect(await trajectoryDetail(here.worker, trajectoryId)).toBeUndefined()
})

test('[R-107] a volunteer reaches the own match while it lasts and nothing else', async () => {
  const here = await aPlace()
  const { trajectoryIds } = yes(await registerMany(here.worker, here.provisionId, [oneFamily, oneFamily]))
  const [own = '', other = ''] = trajectoryIds
  const { municipalityId, organisationId } = here
  const volunteer = await someone({ role: 'volunteer', municipalityId, organisationId, ownMatches: true })
  yes(
    await assign(here.worker, own, {
      personId: volunteer.personId,
      role: 'volunteer',
      fromOn: after(today, { days: -9 }),
    }),
  )
  expect((await trajectories(volunteer)).rows.map((row) => row.id)).toEqual([own])
  expect(await trajectoryDetail(volunteer, other)).toBeUndefined()
  yes(await endAssignment(here.worker, own, volunteer.personId, after(today, { days: -1 })))
  expect((await trajectories(volunteer)).rows).toEqual([])
  expect(await trajectoryDetail(volunteer, own)).toBeUndefined()
})

test('[R-264] migration background is counted in groups, and no role of the application can read it back', async () => {
  const here = await aPlace()
  const answers = (special: string) => ({ ...oneFamily, special: { 'migration-background': special } })
  yes(await registerMany(here.worker, here.provisionId, [answers('yes'), answers('yes'), answers('no')]))
  const reports = await inScope(here.worker, async (tx) => {
    await tx.execute(sql`set local role voorveld_reports`)
    const { rows } = await tx.execute<{
      grouping: string
      key: string
      n: number
    }>(sql`select grouping, key, sum(n)::int as n from report_cells
      where municipality_id = ${here.municipalityId} and measure = 'home-start-registered' and is_special group by 1, 2 order by 1, 2`)
    await tx.execute(sql`set local role voorveld_app`)
    return rows
  })
  expect(reports.filter((row) => row.grouping === 'migration-background').map(({ key, n }) => [key, n])).toEqual([
    ['no', 1],
    ['yes', 2],
  ])
  expect(
    reports.filter((row) => row.grouping === 'village+migration-background').map(({ key, n }) => [key, n]),
  ).toEqual([
    ['noord|no', 1],
    ['noord|yes', 2],
  ])
  expect(await kept(here, 'home-start-registered', 'migration-background')).toEqual({})
  await expect(inScope(here.worker, (tx) => tx.execute(sql`select * from special_answers`))).rejects.toThrow()
})

test('undoing an import withdraws its families as known from now on', async () => {
  const here = await aPlace()
  const importId = '01890000-0000-7000-8000-000000000001'
  const operator = await anOperator()
  yes(await registerMany(operator, here.provisionId, [oneFamily, oneFamily], { importId }))
  yes(await registerTrajectory(here.worker, here.provisionId, oneFamily))
  expect(yes(await withdrawImported(operator, here.provisionId, importId))).toEqual({ withdrawn: 2 })
  expect(await kept(here, 'home-start-registered')).toEqual({ all: 1 })
  expect(await trajectoryCount(here.worker)).toBe(1)
  expect(yes(await withdrawImported(operator, here.provisionId, importId))).toEqual({ withdrawn: 0 })
})

test('[R-274] destruction leaves no file and no small group, and keeps the totals', async () => {
  const here = await aPlace()
  const { trajectoryIds } = yes(
    await registerMany(here.worker, here.provisionId, [
      oneFamily,
      { ...oneFamily, answers: { ...oneFamily.answers, village: 'zuid' } },
    ]),
  )
  expect(await destroyTrajectories(here.worker, trajectoryIds)).toEqual(refuse('not-yours'))
  const jobs = await theActor(BUILT_IN.jobs)
  expect(yes(await destroyTrajectories(jobs, trajectoryIds))).toEqual({ destroyed: 2 })
  expect(await trajectoryCount(here.worker)).toBe(0)
  expect(await kept(here, 'home-start-registered')).toEqual({ all: 2 })
  expect(await kept(here, 'home-start-registered', 'village')).toEqual({ 'moved-up': 2 })
})

test('[R-060] moments of recording rise strictly, and an answer as known at a moment waits for who is still writing', async () => {
  const here = await aPlace()
  const before = await settledMoment(here.worker, [here.municipalityId])
  yes(await registerTrajectory(here.worker, here.provisionId, oneFamily))
  yes(await registerTrajectory(here.worker, here.provisionId, oneFamily))
  const moments = await inScope(here.worker, async (tx) => {
    const { rows } = await tx.execute<{ at: string }>(
      sql`select distinct recorded_at::text as at from trajectory_events where municipality_id = ${here.municipalityId}`,
    )
    return rows.map((row) => row.at)
  })
  expect(moments).toHaveLength(2)
  expect(moments.every((at) => new Date(at) > (before ?? new Date()))).toBe(true)
  expect(await settledMoment(here.worker, [here.municipalityId], new Date(Date.now() + 60_000))).toBeUndefined()
  expect(database().kind).toMatch(/embedded|server/)
})
