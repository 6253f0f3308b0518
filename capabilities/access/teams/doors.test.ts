import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { inScope } from '../../../database/transaction.ts'
import { day } from '../../../foundation/day.ts'
import { type Id, newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { asOwner } from '../../../tests/support/logs.ts'
import {
  aMunicipality,
  anOperator,
  anOrganisation,
  aProvision,
  aRegion,
  someone,
  theActor,
  yes,
} from '../../../tests/support/world.ts'
import { endProvision, giveGrant } from '../actions.ts'
import type { Actor } from '../actor.ts'
import { provisionsInReach } from '../queries.ts'
import { closeTeam, giveToTeam, makeTeam, putInTeam, renameTeam, takeOutOfTeam } from './actions.ts'
import { organisationsSetUp, teamsOf, teamsWithProvisions } from './queries.ts'

const database = withDatabase()

let here: Id
let organisationId: Id
let provisionId: Id
let otherProvisionId: Id
let manager: Actor
let worker: Actor
let coordinator: Actor

beforeEach(async () => {
  here = await aMunicipality({ regionId: await aRegion() })
  organisationId = await anOrganisation()
  provisionId = (await aProvision({ municipalityId: here, organisationId, programmeCode: 'home-start' })).id
  otherProvisionId = (await aProvision({ municipalityId: here, organisationId, programmeCode: 'open-door' })).id
  manager = await someone({ role: 'manager', municipalityId: here })
  worker = await someone({ role: 'separation-expert', municipalityId: here, organisationId })
  coordinator = await someone({ role: 'coordinator', municipalityId: here, organisationId })
})

async function aTeam(name = 'Team Noord', of = organisationId): Promise<Id> {
  const id = newId()
  yes(await makeTeam(await anOperator(), { id, organisationId: of, name }))
  return id
}

const teams = async (actor = manager) => (await teamsOf(actor, organisationId))?.teams ?? []
const members = async () => (await teamsOf(manager, organisationId))?.members ?? []
const put = (teamId: Id, actor: Actor, role = 'separation-expert', by = manager) =>
  putInTeam(by, { teamId, personId: actor.personId, role, municipalityId: here })
/** Which provisions somebody reaches now. */
const reaches = async (actor: Actor) =>
  (await provisionsInReach(await theActor(actor.personId))).map(({ id }) => id).toSorted()

test('a manager makes a team, sent twice it is one, and gives it another name', async () => {
  const given = { id: newId(), organisationId, name: '  Team   Noord ' }
  yes(await makeTeam(manager, given))
  yes(await makeTeam(manager, given))
  expect((await teams()).map(({ name }) => name)).toEqual(['Team Noord'])
  const second = await aTeam('Team Zuid')
  expect(await renameTeam(manager, second, 'team noord')).toEqual(refuse('team-exists', { name: 'team noord' }))
  yes(await renameTeam(manager, second, 'TEAM ZUID'))
  expect((await teams()).map(({ name }) => name)).toEqual(['Team Noord', 'TEAM ZUID'])
  expect(await organisationsSetUp(manager)).toMatchObject([{ id: organisationId, teams: 2 }])
})

test.each([
  ['name-wrong', ' '],
  ['name-wrong', 'x'.repeat(121)],
  ['team-exists', 'TEAM NOORD'],
])('is refused with %s', async (reason, name) => {
  await aTeam()
  expect(await makeTeam(manager, { id: newId(), organisationId, name })).toMatchObject({ ok: false, reason })
})

test('nobody sets up teams of an organisation beyond the own reach, nor without the right', async () => {
  const teamId = await aTeam()
  const elsewhere = await someone({ role: 'manager', municipalityId: await aMunicipality() })
  const officer = await someone({ role: 'privacy-officer', municipalityId: here })
  for (const actor of [elsewhere, officer, coordinator, worker]) {
    expect(await teamsOf(actor, organisationId)).toBeUndefined()
    expect(await organisationsSetUp(actor)).toEqual([])
    const no = refuse('not-found')
    expect(await makeTeam(actor, { id: newId(), organisationId, name: 'Van mij' })).toEqual(no)
    expect(await renameTeam(actor, teamId, 'Van mij')).toEqual(no)
    expect(await closeTeam(actor, teamId)).toEqual(no)
    expect(await giveToTeam(actor, provisionId, teamId)).toEqual(no)
    expect(await put(teamId, worker, 'separation-expert', actor)).toEqual(no)
  }
  expect(await teams()).toMatchObject([{ name: 'Team Noord', closedOn: null }])
  const leads = await someone({ role: 'manager', municipalityId: here, organisationId })
  yes(await renameTeam(leads, teamId, 'Team Oost'))
  const other = await someone({ role: 'manager', municipalityId: here, organisationId: await anOrganisation() })
  expect(await renameTeam(other, teamId, 'Van mij')).toEqual(refuse('not-found'))
})

test('who is put in a team sees the work of that team only, and of the whole organisation again when taken out so', async () => {
  const teamId = await aTeam()
  yes(await giveToTeam(manager, provisionId, teamId))
  expect(await reaches(worker)).toEqual([provisionId, otherProvisionId].toSorted())
  yes(await put(teamId, worker))
  yes(await put(teamId, worker))
  expect(await reaches(worker)).toEqual([provisionId])
  const held = (await members()).filter(({ personId }) => personId === worker.personId)
  expect(held).toMatchObject([{ teamId, role: 'separation-expert', mayChange: true }])
  yes(await takeOutOfTeam(manager, organisationId, held[0]?.grantId ?? '', 'organisation'))
  expect(await reaches(worker)).toEqual([provisionId, otherProvisionId].toSorted())
})

test('taken out of one of two teams, the other stays; out of the last, the role is gone at once', async () => {
  const [first, second] = [await aTeam('Team A'), await aTeam('Team B')]
  yes(await giveToTeam(manager, provisionId, first))
  yes(await giveToTeam(manager, otherProvisionId, second))
  yes(await put(first, worker))
  yes(await put(second, worker))
  expect(await reaches(worker)).toEqual([provisionId, otherProvisionId].toSorted())
  const grantIn = async (teamId: Id) => (await members()).find((one) => one.teamId === teamId)?.grantId ?? ''
  yes(await takeOutOfTeam(manager, organisationId, await grantIn(first), 'nothing'))
  expect(await reaches(worker)).toEqual([otherProvisionId])
  yes(await takeOutOfTeam(manager, organisationId, await grantIn(second), 'nothing'))
  expect((await theActor(worker.personId)).grants).toEqual([])
  expect(await takeOutOfTeam(manager, organisationId, newId(), 'nothing')).toEqual(refuse('not-found'))
})

test('nobody is put in a team by oneself, in a role of the office, elsewhere or unseen', async () => {
  const teamId = await aTeam()
  const both = await someone(
    { role: 'manager', municipalityId: here },
    { role: 'coordinator', municipalityId: here, organisationId },
  )
  const no = refuse('grant-out-of-reach')
  expect(await put(teamId, both, 'coordinator', both)).toEqual(no)
  for (const role of ['manager', 'privacy-officer', 'registration-system', 'policy-adviser', 'nothing', '__proto__'])
    expect(await put(teamId, worker, role)).toEqual(no)
  const elsewhere = await aMunicipality()
  const given = { teamId, personId: worker.personId, role: 'coordinator' }
  for (const municipalityId of [elsewhere, 'x', ''])
    expect(await putInTeam(manager, { ...given, municipalityId })).toEqual(no)
  const far = await someone({ role: 'coordinator', municipalityId: elsewhere, organisationId })
  expect(await put(teamId, far)).toEqual(no)
})

test('a right that a group gives is not narrowed here, because the next sign-in would bring it back', async () => {
  const teamId = await aTeam()
  await asOwner(
    database(),
    sql`with made as (
        insert into identity_providers (id, organisation_id, name, issuer, client_id, client_auth, secret, changed_by)
        values (${newId()}, ${organisationId}, 'x', 'https://id.example', 'x', 'client-secret-basic', 'x', ${manager.personId})
        returning id)
      update grants set provider_id = made.id from made where grants.person_id = ${worker.personId}`,
  )
  expect(await put(teamId, worker)).toEqual(refuse('review-by-group'))
  expect((await members()).find(({ personId }) => personId === worker.personId)?.mayChange).toBe(false)
})

test('a team is closed when nobody is in it and nothing runs, also out of sight, and then takes nobody in', async () => {
  const teamId = await aTeam()
  yes(await giveToTeam(manager, provisionId, teamId))
  expect(await closeTeam(manager, teamId)).toEqual(refuse('team-in-use'))
  yes(await giveToTeam(manager, provisionId, null))
  const far = await aMunicipality()
  const grant = { role: 'coordinator', municipalityId: far, organisationId, teamId } as const
  const colleague = await someone(grant)
  expect((await members()).some(({ personId }) => personId === colleague.personId)).toBe(false)
  expect(await closeTeam(manager, teamId)).toEqual(refuse('team-in-use'))
  await asOwner(database(), sql`update grants set ends_on = access.today() - 1 where person_id = ${colleague.personId}`)
  yes(await closeTeam(manager, teamId))
  yes(await closeTeam(manager, teamId))
  expect(await put(teamId, worker)).toEqual(refuse('team-closed'))
  expect(await giveToTeam(manager, provisionId, teamId)).toEqual(refuse('team-closed'))
  await expect(giveGrant(await anOperator(), worker.personId, grant)).rejects.toThrow()
})

test('a team that works in two municipalities is renamed by who keeps both, and a manager of one by no way at all', async () => {
  const regionId = await aRegion()
  const [one, two] = [await aMunicipality({ regionId }), await aMunicipality({ regionId })]
  const teamId = await aTeam('Team Twee')
  for (const municipalityId of [one, two])
    await aProvision({ municipalityId, organisationId, programmeCode: 'open-door' })
  const ofOne = await someone({ role: 'manager', municipalityId: one })
  const ofRegion = await someone({ role: 'manager', regionId })
  yes(await renameTeam(ofOne, teamId, 'Team Drie'))
  await someone({ role: 'coordinator', municipalityId: two, organisationId, teamId })
  expect(await renameTeam(ofOne, teamId, 'Team Vier')).toEqual(refuse('team-works-elsewhere'))
  const rename = sql`update teams set name = 'Team Vijf' where id = ${teamId} returning id`
  expect((await inScope(ofOne, (tx) => tx.execute(rename))).rows).toEqual([])
  yes(await renameTeam(ofRegion, teamId, 'Team Zes'))
  await asOwner(database(), sql`update grants set ends_on = access.today() - 1 where team_id = ${teamId}`)
  yes(await renameTeam(ofOne, teamId, 'Team Zeven'))
})

test('the database closes no team in use, whoever writes, and opens none again with people by another way', async () => {
  const teamId = await aTeam()
  yes(await put(teamId, worker))
  const close = sql`update teams set closed_on = access.today() where id = ${teamId}`
  await expect(inScope(manager, (tx) => tx.execute(close))).rejects.toThrow()
  await expect(asOwner(database(), close)).rejects.toThrow()
})

test('a provision goes to a team of its own organisation, once, and one that ended keeps no team open', async () => {
  const teamId = await aTeam()
  const foreign = await aTeam('Team Ver', await anOrganisation())
  expect(await giveToTeam(manager, provisionId, foreign)).toEqual(refuse('not-found'))
  expect(await giveToTeam(manager, newId(), teamId)).toEqual(refuse('not-found'))
  yes(await giveToTeam(manager, provisionId, teamId))
  const { id } = await aProvision({ municipalityId: here, organisationId, programmeCode: 'home-start' })
  expect(await giveToTeam(manager, id, teamId)).toEqual(refuse('provision-exists'))
  expect(await teamsWithProvisions(coordinator)).toMatchObject([{ id: teamId, provisionIds: [provisionId] }])
  yes(await endProvision(manager, provisionId, day('2026-01-01')))
  yes(await closeTeam(manager, teamId))
})
