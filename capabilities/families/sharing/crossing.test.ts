import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { allow, refuse } from '../../../foundation/result.ts'
import { testDatabaseKind, withDatabase } from '../../../tests/support/database.ts'
import { asOwner } from '../../../tests/support/logs.ts'
import { aReceiver, aSharing } from '../../../tests/support/sharings.ts'
import { aFamilyInTwoHomes, publishWalk, type TwoHomes } from '../../../tests/support/two-homes.ts'
import { yes } from '../../../tests/support/world.ts'
import type { Actor } from '../../access/actor.ts'
import { acceptSharing, share, withdrawSharing } from './actions.ts'
import { sharingsOf } from './queries.ts'

const database = withDatabase()
let home: TwoHomes
beforeAll(async () => {
  await publishWalk()
  home = await aFamilyInTwoHomes()
}, 60_000)

const offered = async () => {
  const receiver = await aReceiver()
  const { sharingId } = yes(await share(home.actors.workerOfSanne, home.persons.sanne, aSharing(receiver)))
  return { id: sharingId, receiver: receiver.actor }
}

/** Does something that waits to be written until its sharing has been withdrawn by somebody else. */
async function whileWithdrawn<T>(id: string, by: Actor, doing: () => Promise<T>): Promise<T> {
  const { done } = await database().transaction(async (tx) => {
    await tx.execute(sql`lock table sharing_events in share row exclusive mode`)
    const held = { done: doing() }
    held.done.catch(() => undefined)
    const waits = sql`select count(*)::integer as n from pg_locks where relation = 'sharing_events'::regclass and not granted`
    while ((await asOwner<{ n: number }>(database(), waits))[0]?.n === 0)
      await new Promise((tick) => setTimeout(tick, 20))
    await tx.execute(
      sql`insert into sharing_events (municipality_id, sharing_id, type, recorded_by) values (${home.municipalityId}, ${id}, 'withdrawn', ${by.personId})`,
    )
    return held
  })
  return done
}

// The embedded database does one thing at a time, so nothing crosses there.
describe.runIf(testDatabaseKind === 'server')('[R-268] at the very moment that somebody withdraws', () => {
  test('taking it is refused in words, and nothing is taken', async () => {
    const { actors, persons } = home
    const { id, receiver } = await offered()
    expect(await whileWithdrawn(id, actors.sanne, () => acceptSharing(receiver, id))).toEqual(
      refuse('sharing-ended-meanwhile'),
    )
    const shown = (await sharingsOf(actors.workerOfSanne, persons.sanne)).find((one) => one.id === id)
    expect(shown).toMatchObject({ acceptedAt: null, withdrawnBy: actors.sanne.personId })
  }, 20_000)

  test('withdrawing it as well is done already', async () => {
    const { actors, persons } = home
    const { id, receiver } = await offered()
    yes(await acceptSharing(receiver, id))
    const withdrawing = () => withdrawSharing(actors.workerOfSanne, persons.sanne, id)
    expect(await whileWithdrawn(id, actors.sanne, withdrawing)).toEqual(allow())
    const shown = (await sharingsOf(actors.workerOfSanne, persons.sanne)).find((one) => one.id === id)
    expect(shown).toMatchObject({ withdrawnBy: actors.sanne.personId })
  }, 20_000)
})
