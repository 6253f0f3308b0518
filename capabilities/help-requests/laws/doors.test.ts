import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { asOwner } from '../../../tests/support/logs.ts'
import { aReceivingPlace, aRequestIn, publishReceiving, takeUp, today } from '../../../tests/support/requests.ts'
import { aProvision, someone, yes } from '../../../tests/support/world.ts'
import type { Actor } from '../../access/actor.ts'
import { noteCircumstances } from '../circumstances/actions.ts'
import { requestsByLaw } from './queries.ts'

const database = withDatabase()
beforeAll(publishReceiving)

const LAST_YEAR = Number(today.slice(0, 4)) - 1

/** A place where eight requests came in last year: six of the Youth Act, one of the Wmo, one that nobody labelled. */
async function aYear() {
  const here = await aReceivingPlace()
  const staff = await here.worker()
  for (const law of [...Array<string>(6).fill('youth-act'), 'wmo', undefined]) {
    const id = await aRequestIn(here.place, { about: ['money'] })
    await takeUp(staff, id)
    const note = (answers: object, rowVersion: number) =>
      noteCircumstances(staff, id, { rowVersion, today, form: { version: 1 }, answers: { ...answers } })
    yes(await note({ money: 'yes', law: 'no-law' }, 2))
    // The last label counts.
    yes(await note({ money: 'yes', ...(law !== undefined && { law }) }, 3))
  }
  await asOwner(
    database(),
    sql`update help_requests set received_at = ${`${LAST_YEAR}-06-01T10:00:00Z`} where municipality_id = ${here.municipalityId}`,
  )
  const count = (actor: Actor, more: object = {}) =>
    requestsByLaw(actor, { municipalityId: here.municipalityId, year: LAST_YEAR, audience: 'policy', today, ...more })
  return { ...here, staff, count }
}

test('[R-031] the organisation counts its own requests by law exactly, policy those of the municipality without small numbers', async () => {
  const { worker, municipalityId, count } = await aYear()
  const coordinator = await worker('coordinator')
  expect(yes(await count(coordinator, { audience: 'organisation' }))).toMatchObject({
    total: 8,
    laws: { 'youth-act': 6, wmo: 1, unlabelled: 1, 'no-law': 0 },
  })
  const adviser = await someone({ role: 'policy-adviser', municipalityId })
  const policy = yes(await count(adviser))
  expect(policy.laws).toMatchObject({ wmo: null, unlabelled: null })
  expect(JSON.stringify(policy)).not.toMatch(/[:,][1-4][,}]/)
}, 60_000)

test('[R-031] [R-263] who may count: nobody elsewhere, no worker, and policy only years that are over', async () => {
  const { municipalityId, count, staff } = await aYear()
  const elsewhere = await aReceivingPlace()
  const { organisationId } = await aProvision({ municipalityId, programmeCode: 'open-door' })
  const table: [string, Actor, 'policy' | 'organisation', object | number][] = [
    ['worker', staff, 'organisation', refuse('not-found')],
    ['worker', staff, 'policy', refuse('not-found')],
    [
      'policy elsewhere',
      await someone({ role: 'policy-adviser', municipalityId: elsewhere.municipalityId }),
      'policy',
      refuse('not-found'),
    ],
    ['resident', await someone({ role: 'resident', municipalityId }), 'policy', refuse('not-found')],
    [
      'coordinator of another organisation',
      await someone({ role: 'coordinator', municipalityId, organisationId }),
      'organisation',
      0,
    ],
    ['coordinator elsewhere', await elsewhere.worker('coordinator'), 'organisation', 0],
  ]
  for (const [who, actor, audience, expected] of table) {
    const found = await count(actor, { audience })
    expect([who, typeof expected === 'number' ? yes(found).total : found]).toEqual([who, expected])
  }
  const adviser = await someone({ role: 'policy-adviser', municipalityId })
  expect(await count(adviser, { year: LAST_YEAR + 1 })).toEqual(refuse('law-count-year-runs'))
  for (const year of [Number.NaN, 1.5, -1, 1e9])
    expect(await count(adviser, { year })).toEqual(refuse('law-count-no-year'))
}, 60_000)
