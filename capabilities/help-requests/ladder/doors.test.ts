import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { inScope } from '../../../database/transaction.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { asOwner } from '../../../tests/support/logs.ts'
import { aroundIt, aTakenRequest, publishReceiving, today } from '../../../tests/support/requests.ts'
import { theActor, yes } from '../../../tests/support/world.ts'
import { type Actor, BUILT_IN } from '../../access/actor.ts'
import { forgetRequestDetails, stepRequest } from '../actions.ts'
import { noteLadder } from './actions.ts'
import { ladderOf } from './queries.ts'

const database = withDatabase()
beforeAll(publishReceiving)

const note = (actor: Actor, id: string, answers: Record<string, string>, rowVersion = 2) =>
  noteLadder(actor, id, { rowVersion, today, form: { version: 1 }, answers })

test('[R-029] every version of the ladder stays, each step with what came of it and why', async () => {
  const { id, taker } = await aTakenRequest()
  yes(await note(taker, id, { network: 'rejected', 'network-why': 'Woont ver weg' }))
  yes(await note(taker, id, { network: 'used', heavy: 'used', 'heavy-why': 'Licht hielp twee keer niet' }, 3))
  expect(await ladderOf(taker, id)).toMatchObject([
    { number: 1, 'own-strength': null, network: { look: 'rejected', why: 'Woont ver weg' }, heavy: null },
    { number: 2, network: { look: 'used', why: null }, heavy: { look: 'used' }, recordedBy: taker.personId },
  ])
  expect(await note(taker, id, { light: 'used' })).toEqual(refuse('request-changed-meanwhile'))
  // Pressed twice by the same person it is one version.
  yes(await note(taker, id, { network: 'used', heavy: 'used', 'heavy-why': 'Licht hielp twee keer niet' }, 3))
  expect(await ladderOf(taker, id)).toHaveLength(2)
})

test('[R-029] who notes and who reads the ladder', async () => {
  const here = await aTakenRequest()
  yes(await note(here.taker, here.id, { general: 'used' }))
  let rowVersion = 3
  for (const [who, actor, sees, refused] of await aroundIt(here)) {
    expect([who, (await ladderOf(actor, here.id)).length > 0], who).toEqual([who, sees])
    const noted = await note(actor, here.id, { light: 'considered' }, rowVersion)
    expect([who, noted.ok ? undefined : noted.reason]).toEqual([who, refused])
    if (noted.ok) rowVersion += 1
  }
})

test.each([
  ['heavy', 'used'],
  ['heavy', 'rejected'],
  ['light', 'rejected'],
  ['own_strength', 'rejected'],
])('[R-030] the database itself refuses %s, %s, without a reason', async (column, look) => {
  const { id, taker, municipalityId, provision } = await aTakenRequest()
  const insert = inScope(taker, (tx) =>
    tx.execute(sql`insert into request_ladders (municipality_id, request_id, provision_id, number, form_version,
      ${sql.identifier(column)}, holds_on, recorded_by)
      values (${municipalityId}, ${id}, ${provision.id}, 1, 1, ${look}, access.today(), ${taker.personId})`),
  )
  await expect(insert).rejects.toMatchObject({ cause: { code: '23514' } })
})

test('the reasons go with the details of the request; the steps stay to be counted', async () => {
  const { id, taker } = await aTakenRequest({ about: ['money'] })
  yes(await note(taker, id, { heavy: 'used', 'heavy-why': 'Licht hielp niet' }))
  yes(await stepRequest(taker, id, { step: 'answer', rowVersion: 3, today, keepMonths: 12 }))
  await asOwner(
    database(),
    sql`update help_request_details set forget_on = access.today() - 2 where request_id = ${id}`,
  )
  expect(await forgetRequestDetails(await theActor(BUILT_IN.jobs))).toBe(1)
  expect(await ladderOf(taker, id)).toMatchObject([{ heavy: { look: 'used', why: null } }])
})
