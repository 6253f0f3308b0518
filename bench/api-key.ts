import { BUILT_IN } from '../capabilities/access/actor.ts'
import { loadActor } from '../capabilities/access/queries.ts'
import { addServiceAccount, makeToken } from '../capabilities/access/service-accounts/actions.ts'
import { openServer } from '../database/connect.ts'
import { useDatabase } from '../database/transaction.ts'
import { after, dayAt } from '../foundation/day.ts'

/** The key of a system of another organisation that reads and writes trajectories in one place of this database. */
export async function anApiKey(
  url: string,
  place: { readonly municipalityId: string; readonly organisationId: string },
): Promise<string> {
  const database = openServer({ url, connections: 1 })
  useDatabase(database)
  try {
    const actor = await loadActor(BUILT_IN.operator, '0'.repeat(32), 'command-line')
    if (actor === undefined) throw new Error('no operator')
    const name = `Bench ${Date.now()}`
    const account = await addServiceAccount(actor, { name, grant: { role: 'registration-system', ...place } })
    if (!account.ok) throw new Error(`no account: ${account.reason}`)
    const scopes = ['trajecten:lezen', 'trajecten:schrijven']
    const made = await makeToken(actor, account.value.id, {
      label: name,
      scopes,
      expiresOn: after(dayAt(new Date()), { days: 1 }),
    })
    if (!made.ok) throw new Error(`no key: ${made.reason}`)
    return made.value.token
  } finally {
    await database.close()
  }
}
