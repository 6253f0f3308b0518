/**
 * A process that writes until it is killed: single registrations, or imports of many at once. Says each write on its
 * standard output after, and only after, the database acknowledged it.
 */
import { randomBytes } from 'node:crypto'
import { loadActor } from '../../capabilities/access/queries.ts'
import { registerMany } from '../../capabilities/cases/actions.ts'
import { openEmbedded, openServer } from '../../database/connect.ts'
import { useDatabase } from '../../database/transaction.ts'
import { aRegistration } from '../support/registrations.ts'

const [where = '', how = '', personId = '', provisionId = '', importId = ''] = process.argv.slice(2)

useDatabase(where.startsWith('postgres') ? openServer({ url: where, connections: 2 }) : await openEmbedded(where))
const actor = await loadActor(personId, randomBytes(16).toString('hex'), 'test')
if (actor === undefined) throw new Error('nobody to write as')

const family = aRegistration({ answers: { village: 'noord', children: [{ years: 4 }] }, phase: 'active' })
const batch = how === 'import' ? Array.from({ length: 400 }, () => family) : [family]
process.stdout.write('ready\n')
for (;;) {
  const done = await registerMany(actor, provisionId, batch, how === 'import' ? { importId } : {})
  if (!done.ok) throw new Error(done.reason)
  process.stdout.write(`${done.value.trajectoryIds.join(' ')}\n`)
}
