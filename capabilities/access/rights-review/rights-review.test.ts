import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { day, dayAt } from '../../../foundation/day.ts'
import { newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { afterwards } from '../../../tests/support/signing-in.ts'
import { aMunicipality, anOperator, anOrganisation, someone, theActor, yes } from '../../../tests/support/world.ts'
import { decideRight } from './actions.ts'
import { strongRights } from './queries.ts'

withDatabase()
const today = dayAt(new Date())

async function aPlace() {
  const municipalityId = await aMunicipality()
  const organisationId = await anOrganisation()
  const manager = await someone({ role: 'manager', municipalityId })
  const coordinator = await someone({ role: 'coordinator', municipalityId, organisationId })
  await someone({ role: 'volunteer', municipalityId, organisationId })
  const officer = await someone({ role: 'privacy-officer', municipalityId })
  return { municipalityId, organisationId, manager, coordinator, officer }
}

const grantOf = async (personId: string): Promise<string> => {
  const { rows } = await afterwards(sql`select id from grants where person_id = ${personId}`)
  return String(rows[0]?.id)
}
const reason = 'Werkt hier nog en heeft het nodig.'

test('a manager sees who holds strong rights here, by whom each was given, and not who holds others or elsewhere', async () => {
  const [here, elsewhere] = [await aPlace(), await aPlace()]
  const operator = await anOperator()
  const seen = await strongRights(here.manager, today)
  expect(seen.map(({ personId, role }) => [personId, role]).toSorted()).toEqual(
    [
      [here.coordinator.personId, 'coordinator'],
      [here.manager.personId, 'manager'],
      [here.officer.personId, 'privacy-officer'],
    ].toSorted(),
  )
  expect(seen.every(({ grantedAt }) => grantedAt instanceof Date)).toBe(true)
  const all = await strongRights(operator, today)
  const given = all.filter(({ personId }) => personId === elsewhere.coordinator.personId)
  expect(given).toMatchObject([{ state: 'reviewed', mayDecide: true, isByOperator: true, lastSignInAt: undefined }])
})

test('the last sign-in is told', async () => {
  const { manager, coordinator } = await aPlace()
  await afterwards(sql`insert into sign_in.devices (user_id, device, last_seen_at) values
    (${coordinator.personId}, 'firefox/windows', '2026-01-02'), (${coordinator.personId}, 'edge/windows', '2026-03-04')`)
  const seen = (await strongRights(manager, today)).find(({ personId }) => personId === coordinator.personId)
  expect(seen?.lastSignInAt?.toISOString().slice(0, 10)).toBe('2026-03-04')
})

test('a right is due when the quarter in which it was given or kept is over, and overdue a quarter later', async () => {
  const { manager, coordinator } = await aPlace()
  const id = await grantOf(coordinator.personId)
  await afterwards(sql`update grants set starts_on = '2026-02-01' where id = ${id}`)
  const stateOn = async (on: string) => (await strongRights(manager, day(on))).find((one) => one.id === id)?.state
  expect([await stateOn('2026-03-31'), await stateOn('2026-04-01'), await stateOn('2026-07-01')]).toEqual([
    ...['reviewed', 'due', 'overdue'],
  ])
  yes(await decideRight(manager, { grantId: id, decision: 'kept', reason }))
  await afterwards(sql`update right_reviews set decided_at = '2026-06-30 23:30+02' where grant_id = ${id}`)
  expect([await stateOn('2026-06-30'), await stateOn('2026-07-01'), await stateOn('2026-10-01')]).toEqual([
    ...['reviewed', 'due', 'overdue'],
  ])
})

test('a right that is ended is gone at once, also on the day it was given, and stands with its reason', async () => {
  const { manager, coordinator } = await aPlace()
  const grantId = await grantOf(coordinator.personId)
  yes(await decideRight(manager, { grantId, decision: 'ended', reason: 'Werkt hier niet meer.' }))
  expect((await theActor(coordinator.personId)).grants).toEqual([])
  expect((await strongRights(manager, today)).some(({ id }) => id === grantId)).toBe(false)
  const { rows } = await afterwards(
    sql`select decision, reason, decided_by from right_reviews where grant_id = ${grantId}`,
  )
  expect(rows).toEqual([{ decision: 'ended', reason: 'Werkt hier niet meer.', decided_by: manager.personId }])
})

test('a right that a group gives is not ended here, because the next sign-in would bring it back', async () => {
  const { manager, coordinator, organisationId } = await aPlace()
  const grantId = await grantOf(coordinator.personId)
  await afterwards(sql`with made as (
      insert into identity_providers (id, organisation_id, name, issuer, client_id, client_auth, secret, changed_by)
      values (${newId()}, ${organisationId}, 'x', 'https://id.example', 'x', 'client-secret-basic', 'x', ${manager.personId})
      returning id)
    update grants set provider_id = made.id from made where grants.id = ${grantId}`)
  const decide = (decision: 'kept' | 'ended') => decideRight(manager, { grantId, decision, reason })
  expect(await decide('ended')).toEqual(refuse('review-by-group'))
  yes(await decide('kept'))
})

test('nobody decides on the own rights, without a reason, beyond the own reach, or by looking only', async () => {
  const [here, elsewhere] = [await aPlace(), await aPlace()]
  const kept = (grantId: string, why = reason) => ({ grantId, decision: 'kept' as const, reason: why })
  const own = await grantOf(here.manager.personId)
  const theirs = await grantOf(elsewhere.coordinator.personId)
  const mine = await grantOf(here.coordinator.personId)
  expect(await decideRight(here.manager, kept(own))).toEqual(refuse('review-own'))
  for (const id of [theirs, newId(), 'geen-nummer'])
    expect(await decideRight(here.manager, kept(id))).toEqual(refuse('not-found'))
  expect(await decideRight(here.officer, kept(mine))).toEqual(refuse('not-yours'))
  for (const why of ['', ' a ', 'x'.repeat(301)])
    expect(await decideRight(here.manager, kept(mine, why))).toEqual(refuse('review-reason'))
  const colleague = await someone({ role: 'manager', municipalityId: here.municipalityId })
  yes(await decideRight(colleague, kept(own)))
})
