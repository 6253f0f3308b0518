import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { inScope } from '../../../database/transaction.ts'
import { after, dayAt } from '../../../foundation/day.ts'
import { type Id, newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { asOwner } from '../../../tests/support/logs.ts'
import { definitionFile, STRANGER } from '../../../tests/support/programmes.ts'
import {
  aMunicipality,
  anOperator,
  anOrganisation,
  aProvision,
  someone,
  theActor,
  yes,
} from '../../../tests/support/world.ts'
import type { Actor } from '../../access/actor.ts'
import { publishProgramme } from '../../programmes/actions.ts'
import { logContact } from '../contacts/actions.ts'
import { moveTrajectory } from '../history/actions.ts'
import { openFile } from '../person/actions.ts'
import { trajectories, trajectoryDetail } from '../queries.ts'
import { type NewGroup, openGroup } from './actions.ts'

const database = withDatabase()
const today = dayAt(new Date())

let provisionId: Id
let ofFamilies: Id
let coordinator: Actor
let worker: Actor
let stranger: Actor
beforeAll(async () => {
  const operator = await anOperator()
  yes(await publishProgramme(operator, definitionFile('programmes/youth-supporters.json')))
  yes(await publishProgramme(operator, definitionFile(STRANGER)))
  const [municipalityId, organisationId] = [await aMunicipality(), await anOrganisation()]
  const at = { municipalityId, organisationId }
  provisionId = (await aProvision({ ...at, programmeCode: 'youth-supporters' })).id
  ofFamilies = (await aProvision({ ...at, programmeCode: String(definitionFile(STRANGER).code) })).id
  coordinator = await someone({ role: 'coordinator', ...at })
  worker = await someone({ role: 'local-team-member', ...at })
  stranger = await someone({ role: 'local-team-member', municipalityId, organisationId: await anOrganisation() })
})

const aGroup = (given: Partial<NewGroup> = {}): NewGroup => ({
  ...{ key: newId(), provisionId, answers: { village: 'noord', theme: 'together' }, on: today },
  ...given,
})

test('[R-054] a group is begun and counted by contact, without a name, a person or a file', async () => {
  for (const actor of [worker, coordinator]) {
    const group = aGroup()
    const { trajectoryId } = yes(await openGroup(actor, group))
    yes(await openGroup(actor, group))
    yes(await moveTrajectory(actor, { trajectoryId }, { to: 'running', on: today, answers: {} }))
    const given = { participants: ['six-to-ten'], activity: ['do'] }
    yes(await logContact(actor, trajectoryId, { key: newId(), on: today, minutes: '45', isReached: true, given }))
    const detail = await trajectoryDetail(actor, trajectoryId)
    expect(detail?.trajectory).toMatchObject({ personId: null, phase: 'running', villageCode: 'noord' })
    expect(detail?.events.map(({ type }) => type)).toEqual(['registered', 'worker-assigned', 'moved', 'contact-made'])
    expect(detail?.children).toEqual([])
  }
  expect((await trajectories(worker)).rows).toHaveLength(1)
  expect((await trajectories(coordinator)).rows).toHaveLength(2)
  expect((await trajectories(stranger)).rows).toEqual([])
  expect(await asOwner(database(), sql`select count(*)::int as n from persons`)).toEqual([{ n: 0 }])
  const counted = await asOwner(
    database(),
    sql`select sum(n)::int as n from figure_cells where measure = 'youth-supporters-contacts' and grouping = 'participants' and key = 'six-to-ten'`,
  )
  expect(counted).toEqual([{ n: 2 }])
})

test('[R-054] nobody gets a file of a person in a programme about a group', async () => {
  const file = {
    provisionId,
    members: [{ kind: 'adult', role: 'parent', name: 'Sanne' }] as const,
    details: {},
    on: today,
  }
  expect(await openFile(worker, file)).toEqual(refuse('programme-about-group'))
  expect(await openFile(coordinator, file)).toEqual(refuse('programme-about-group'))
  const { trajectoryId } = yes(await openGroup(coordinator, aGroup()))
  const set = sql`update trajectories set person_id = ${newId()} where id = ${trajectoryId}`
  await expect(inScope(coordinator, (tx) => tx.execute(set))).rejects.toThrow()
  await expect(asOwner(database(), set)).rejects.toThrow()
})

test.each<[string, Partial<NewGroup>]>([
  ['not-found', { provisionId: newId() }],
  ['not-found', { provisionId: 'x' }],
  ['not-found', { key: 'x' }],
  ['day-in-future', { on: after(today, { days: 1 }) }],
])('is refused with %s', async (reason, given) => {
  expect(await openGroup(worker, aGroup(given))).toMatchObject({ ok: false, reason })
})

test('a programme about people begins no group, and nobody begins one elsewhere', async () => {
  expect(await openGroup(coordinator, aGroup({ provisionId: ofFamilies }))).toEqual(refuse('programme-about-people'))
  expect(await openGroup(stranger, aGroup())).toEqual(refuse('not-found'))
  const officer = await someone({ role: 'policy-adviser', municipalityId: await aMunicipality() })
  expect(await openGroup(officer, aGroup())).toEqual(refuse('not-found'))
})

test('whoever reaches own work only takes no group of a colleague, and begins no family so', async () => {
  const { trajectoryId } = yes(await openGroup(coordinator, aGroup()))
  const me = await theActor(worker.personId)
  const [row] = await asOwner<{ municipality_id: string }>(
    database(),
    sql`select municipality_id from trajectories where id = ${trajectoryId}`,
  )
  const take = (trajectory: Id, provision: Id) =>
    inScope(me, (tx) =>
      tx.execute(sql`insert into assignments (municipality_id, id, provision_id, trajectory_id, person_id, role, from_on)
        values (${row?.municipality_id}, ${newId()}, ${provision}, ${trajectory}, ${me.personId}, 'worker', access.today())`),
    )
  await expect(take(trajectoryId, provisionId)).rejects.toThrow()
  expect(await trajectoryDetail(me, trajectoryId)).toBeUndefined()
  const family = newId()
  const begin = inScope(me, async (tx) => {
    await tx.execute(sql`insert into families (municipality_id, id, organisation_id)
      select municipality_id, ${family}, organisation_id from provisions where id = ${ofFamilies}`)
    await tx.execute(sql`insert into trajectories (municipality_id, id, organisation_id, provision_id, programme_code,
        programme_version, family_id, registered_on, phase)
      select municipality_id, ${newId()}, organisation_id, id, programme_code, 1, ${family}, access.today(), 'registered'
      from provisions where id = ${ofFamilies}`)
  })
  await expect(begin).rejects.toThrow()
})
