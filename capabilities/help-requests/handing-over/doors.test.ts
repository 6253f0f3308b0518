import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { inScope } from '../../../database/transaction.ts'
import { newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { asOwner } from '../../../tests/support/logs.ts'
import {
  aroundIt,
  aTakenRequest,
  publishReceiving,
  publishTaking,
  takeUp,
  today,
} from '../../../tests/support/requests.ts'
import { anOrganisation, aProvision, someone, yes } from '../../../tests/support/world.ts'
import type { Actor } from '../../access/actor.ts'
import { noteCircumstances } from '../circumstances/actions.ts'
import { requestDetail, requestsInReach } from '../queries.ts'
import { handOver } from './actions.ts'
import { handingOver } from './queries.ts'

const database = withDatabase()
beforeAll(async () => {
  await publishReceiving()
  await publishTaking()
})

const note = (actor: Actor, id: string, answers: object, rowVersion = 2) =>
  noteCircumstances(actor, id, { rowVersion, today, form: { version: 1 }, answers: { ...answers } })

/** A separation of which money was answered with yes, and another organisation that takes money over. */
async function withMoney() {
  const here = await aTakenRequest()
  const { municipalityId } = here
  const organisationId = await anOrganisation()
  const coins = await aProvision({ municipalityId, programmeCode: 'coin-desk', organisationId })
  const helper = () =>
    someone({ role: 'financial-prevention-worker', municipalityId, organisationId, ownMatches: true })
  yes(await note(here.taker, here.id, { money: 'yes' }))
  const give = (actor: Actor, more: object = {}) =>
    handOver(actor, here.id, {
      ...{ toProvisionId: coins.id, isAgreed: true, covers: ['name', 'reach'], rowVersion: 3, today },
      ...more,
    })
  return { ...here, coins, helper, give }
}

test('[R-025] a yes on money offers the provision that takes money, and one press makes a request there', async () => {
  const { id, taker, coins, helper, give } = await withMoney()
  const offered = await handingOver(taker, id)
  expect(offered).toMatchObject({
    offers: [{ provisionId: coins.id, subject: 'money' }],
    unmet: [],
  })
  yes(await give(taker))
  const after = await handingOver(taker, id)
  expect(after).toMatchObject({
    offers: [],
    given: [{ toProvisionId: coins.id, covers: ['name', 'reach'], agreedOn: today }],
  })
  const worker = await helper()
  const { rows } = await requestsInReach(worker, ['new'])
  expect(rows).toMatchObject([{ channel: 'handover', topics: ['money'], asker: 'parent', provisionId: coins.id }])
  const arrived = rows[0]?.id ?? ''
  expect((await requestDetail(worker, arrived))?.details).toMatchObject({
    ...{ name: 'Noor', phone: '06 12345678', mayLeaveVoicemail: false, othersListen: 'somebody' },
    ownWords: null,
  })
  expect((await handingOver(worker, arrived))?.received).toMatchObject({
    requestId: id,
    other: { programmeCode: 'open-door' },
  })
  // The other side is told from whom it came, and sees nothing of it.
  expect(await requestDetail(worker, id)).toBeUndefined()
  expect(await requestDetail(taker, arrived)).toBeUndefined()
})

test('[R-025] pressed twice, also at the same moment and in another tab, it is one request there', async () => {
  const { taker, helper, give } = await withMoney()
  const [first, second] = await Promise.all([give(taker), give(taker)])
  const third = await give(taker, { rowVersion: 99, covers: ['words'] })
  expect([first, second, third].map(({ ok }) => ok)).toEqual([true, true, true])
  expect((await requestsInReach(await helper(), ['new'])).rows).toHaveLength(1)
})

test('[R-025] without a yes of the asker nothing is handed over', async () => {
  const { taker, helper, give } = await withMoney()
  expect(await give(taker, { isAgreed: false })).toEqual(refuse('handover-consent-missing'))
  expect(await give(taker, { covers: ['safe'] })).toEqual(refuse('handover-covers-nothing'))
  expect(await give(taker, { rowVersion: 2 })).toEqual(refuse('request-changed-meanwhile'))
  expect(await give(taker, { toProvisionId: newId() })).toEqual(refuse('handover-not-offered'))
  expect((await requestsInReach(await helper(), ['new'])).rows).toEqual([])
})

test('[R-025] the reverse: at the provision for money, people who split up are offered who helps with that', async () => {
  const { id, taker, municipalityId } = await aTakenRequest({ about: ['money'] }, 'coin-desk')
  const { id: toProvisionId } = await aProvision({ municipalityId, programmeCode: 'open-door' })
  expect((await handingOver(taker, id))?.offers).toEqual([])
  yes(await note(taker, id, { separating: 'yes' }))
  expect(await handingOver(taker, id)).toMatchObject({
    offers: [{ provisionId: toProvisionId, subject: 'separation' }],
    unmet: [],
  })
  yes(await handOver(taker, id, { toProvisionId, isAgreed: true, covers: ['reach'], rowVersion: 3, today }))
  expect(
    await asOwner(database(), sql`select channel, topics from help_requests where provision_id = ${toProvisionId}`),
  ).toEqual([{ channel: 'handover', topics: ['separation'] }])
})

test('what was handed over is not handed back to where it came from', async () => {
  const { taker, helper, give } = await withMoney()
  yes(await give(taker))
  const worker = await helper()
  const arrived = (await requestsInReach(worker, ['new'])).rows[0]?.id ?? ''
  await takeUp(worker, arrived)
  yes(await note(worker, arrived, { separating: 'yes' }))
  expect((await handingOver(worker, arrived))?.offers).toEqual([])
})

test('[R-025] where nobody takes money over, the page has what the municipality does have', async () => {
  const here = await aTakenRequest()
  yes(await note(here.taker, here.id, { money: 'yes' }))
  expect(await handingOver(here.taker, here.id)).toMatchObject({ offers: [], unmet: ['money'], beside: [] })
  const { id } = await aProvision({ municipalityId: here.municipalityId, programmeCode: 'open-door' })
  expect((await handingOver(here.taker, here.id))?.beside).toMatchObject([{ provisionId: id }])
})

test('who hands over: who has the request and the coordinator, nobody else', async () => {
  const here = await withMoney()
  const table = await aroundIt(here)
  for (const [who, actor, sees, refused] of table) {
    expect([who, (await handingOver(actor, here.id)) !== undefined]).toEqual([who, sees])
    const given = refused === undefined ? refuse('handover-consent-missing') : await here.give(actor)
    expect([who, given.ok ? 'given' : given.reason]).toEqual([who, refused ?? 'handover-consent-missing'])
  }
  const coordinator = table.find(([who]) => who === 'coordinator')?.[1]
  if (coordinator === undefined) throw new Error('there is a coordinator')
  yes(await here.give(coordinator))
})

test('the database itself lets no request be made elsewhere without a handing over, nor at who does not take it', async () => {
  const { id, taker, municipalityId, provision, coins } = await withMoney()
  const { id: stranger } = await aProvision({ municipalityId, programmeCode: 'open-door' })
  const handover = (toProvisionId: string, subject: string) =>
    inScope(taker, (tx) =>
      tx.execute(sql`insert into request_handovers (municipality_id, request_id, provision_id, to_provision_id,
        to_request_id, subject, covers, agreed_on, recorded_by) values (${municipalityId}, ${id}, ${provision.id},
        ${toProvisionId}, ${newId()}, ${subject}, '{}', access.today(), ${taker.personId})`),
    )
  const refused = { cause: { code: '42501' } }
  await expect(handover(stranger, 'money')).rejects.toMatchObject(refused)
  await expect(handover(coins.id, 'separation')).rejects.toMatchObject(refused)
  const request = inScope(taker, (tx) =>
    tx.execute(sql`insert into help_requests (municipality_id, id, organisation_id, provision_id, programme_code, channel,
      asker, language, form_code, form_version, code_hash) values (${municipalityId}, ${newId()}, ${coins.organisationId},
      ${coins.id}, 'coin-desk', 'handover', 'parent', 'nl', 'ask', 1, ${'0'.repeat(64)})`),
  )
  await expect(request).rejects.toMatchObject(refused)
})
