import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { inScope } from '../../../database/transaction.ts'
import { sendDue } from '../../../jobs/send-messages.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { asOwner } from '../../../tests/support/logs.ts'
import { inMinutes, postOf } from '../../../tests/support/messages.ts'
import { aReceiver, aSharing, type Receiver } from '../../../tests/support/sharings.ts'
import { aFamilyInTwoHomes, publishWalk, type TwoHomes } from '../../../tests/support/two-homes.ts'
import { theActor, yes } from '../../../tests/support/world.ts'
import { BUILT_IN } from '../../access/actor.ts'
import { acceptSharing, share, withdrawSharing } from './actions.ts'

const database = withDatabase()
let home: TwoHomes
beforeAll(async () => {
  await publishWalk()
  home = await aFamilyInTwoHomes()
}, 60_000)

const shareSanne = async (to: Receiver, key?: string) =>
  yes(await share(home.actors.workerOfSanne, home.persons.sanne, aSharing(to, { ...(key && { key }) }))).sharingId

/** To whom the background jobs send in so many minutes. */
async function sentNow(minutes = 0.1): Promise<string[]> {
  const sent: string[] = []
  const send = async ({ to }: { to: string }) => {
    sent.push(to)
    return { result: 'sent' } as const
  }
  await sendDue(await theActor(BUILT_IN.jobs), postOf(send), inMinutes(minutes))
  return sent
}

const kept = ({ actor }: Receiver) =>
  asOwner<{ state: string; reason: string | null; urgent: boolean; about_id: string }>(
    database(),
    sql`select state, reason, urgent, about_id from messages where person_id = ${actor.personId}`,
  )

test('[R-268] who receives gets one mail that something waits, never at once, and none when the form was sent twice', async () => {
  const wilma = await aReceiver()
  const id = await shareSanne(wilma)
  await shareSanne(wilma, id)
  expect(await kept(wilma)).toEqual([{ state: 'queued', reason: null, urgent: false, about_id: id }])
  expect(await sentNow()).toEqual([wilma.mail])
})

test('a sharing that is rolled back tells nobody', async () => {
  const wilma = await aReceiver()
  const broken = inScope(home.actors.workerOfSanne, async () => {
    await shareSanne(wilma)
    throw new Error('the page failed')
  })
  await expect(broken).rejects.toThrow('the page failed')
  expect(await kept(wilma)).toEqual([])
})

test('no mail goes about what was ended or taken before it could go; its list says no more than of any other', async () => {
  const [wilma, piet] = [await aReceiver(), await aReceiver()]
  yes(await withdrawSharing(home.actors.sanne, home.persons.sanne, await shareSanne(wilma)))
  yes(await acceptSharing(piet.actor, await shareSanne(piet)))
  expect(await sentNow()).toEqual([])
  for (const receiver of [wilma, piet])
    expect(await kept(receiver)).toMatchObject([{ state: 'not-needed', reason: 'covered' }])
})

test('[R-088] who receives of the other parent gets no mail about this one, and whoever shares gets the same answer', async () => {
  const wilma = await aReceiver()
  const { actors, persons } = home
  const { sharingId } = yes(await share(actors.workerOfMark, persons.mark, aSharing(wilma)))
  yes(await acceptSharing(wilma.actor, sharingId))
  await sentNow()
  expect((await share(actors.workerOfSanne, persons.sanne, aSharing(wilma))).ok).toBe(true)
  // Two hours on, when the mail before this one holds nothing back.
  expect(await sentNow(120)).toEqual([])
})
