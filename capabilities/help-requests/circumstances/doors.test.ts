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
import { noteCircumstances } from './actions.ts'
import { circumstancesOf } from './queries.ts'

const database = withDatabase()
beforeAll(publishReceiving)

const note = (actor: Actor, id: string, answers: object, rowVersion = 2) =>
  noteCircumstances(actor, id, { rowVersion, today, form: { version: 1 }, answers: { money: 'no', ...answers } })

test('[R-024] [R-026] [R-036] every version stays, with its day and by whom', async () => {
  const { id, taker, worker } = await aTakenRequest()
  const coordinator = await worker('coordinator')
  yes(await note(taker, id, { domains: ['legal'], housing: ['children-cannot-stay'] }))
  yes(await note(coordinator, id, { money: 'yes', 'no-help-before': ['ashamed'], law: 'youth-act' }, 3))
  expect(await circumstancesOf(taker, id)).toMatchObject([
    { number: 1, domains: ['legal'], housing: ['children-cannot-stay'], money: 'no', recordedBy: taker.personId },
    { number: 2, domains: [], money: 'yes', noHelpBefore: ['ashamed'], law: 'youth-act', holdsOn: today },
  ])
})

test('[R-024] who notes and who reads what plays a part: who has the request, the coordinator, and the director who looks', async () => {
  const here = await aTakenRequest()
  yes(await note(here.taker, here.id, { words: 'Ze slaapt bij haar zus.' }))
  let rowVersion = 3
  for (const [who, actor, sees, refused] of await aroundIt(here)) {
    const before = (await circumstancesOf(actor, here.id)).length
    expect([who, before > 0], who).toEqual([who, sees])
    const noted = await note(actor, here.id, { domains: ['work'] }, rowVersion)
    expect([who, noted.ok ? undefined : noted.reason]).toEqual([who, refused])
    if (noted.ok) rowVersion += 1
  }
})

test('two people at once: the second is refused and the first one stands', async () => {
  const { id, taker } = await aTakenRequest()
  yes(await note(taker, id, { domains: ['health'] }))
  expect(await note(taker, id, { domains: ['work'] })).toEqual(refuse('request-changed-meanwhile'))
  expect(await circumstancesOf(taker, id)).toMatchObject([{ domains: ['health'] }])
  // Pressed twice by the same person it is one version.
  yes(await note(taker, id, { domains: ['health'] }))
  expect(await circumstancesOf(taker, id)).toHaveLength(1)
})

test('[R-025] the database itself refuses a separation of which money was not asked, and codes it does not know', async () => {
  const { id, taker, municipalityId, provision } = await aTakenRequest()
  const insert = (money: string | null, domain: string) =>
    inScope(taker, (tx) =>
      tx.execute(sql`insert into request_circumstances (municipality_id, request_id, provision_id, number, form_version,
        domains, money, housing, no_help_before, holds_on, recorded_by) values (${municipalityId}, ${id}, ${provision.id}, 1, 1,
        array[${domain}], ${money}, '{}', '{}', access.today(), ${taker.personId})`),
    )
  await expect(insert(null, 'legal')).rejects.toMatchObject({ cause: { code: '23514' } })
  await expect(insert('no', 'astrology')).rejects.toMatchObject({ cause: { code: '23514' } })
})

test('the words go with the details of the request; the codes stay to be counted', async () => {
  const { id, taker } = await aTakenRequest({ about: ['money'] })
  yes(await note(taker, id, { law: 'debt-assistance', words: 'De deurwaarder komt maandag.' }))
  yes(await stepRequest(taker, id, { step: 'answer', rowVersion: 3, today, keepMonths: 12 }))
  await asOwner(
    database(),
    sql`update help_request_details set forget_on = access.today() - 2 where request_id = ${id}`,
  )
  expect(await forgetRequestDetails(await theActor(BUILT_IN.jobs))).toBe(1)
  expect(await circumstancesOf(taker, id)).toMatchObject([{ law: 'debt-assistance', words: null }])
})
