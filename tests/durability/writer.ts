/**
 * A process that writes until it is killed: single registrations, imports of many at once, or files of persons with a
 * trajectory and a note. Says each write on its
 * standard output after, and only after, the database acknowledged it.
 */
import { randomBytes } from 'node:crypto'
import type { Actor } from '../../capabilities/access/actor.ts'
import { loadActor } from '../../capabilities/access/queries.ts'
import { registerMany } from '../../capabilities/cases/actions.ts'
import { startTrajectory } from '../../capabilities/cases/person/actions.ts'
import { openFamily } from '../../capabilities/families/files/actions.ts'
import { writeNote } from '../../capabilities/families/notes/actions.ts'
import { openEmbedded, openServer } from '../../database/connect.ts'
import { inScope, useDatabase } from '../../database/transaction.ts'
import { dayAt } from '../../foundation/day.ts'
import type { Answer } from '../../foundation/result.ts'
import { aRegistration } from '../support/registrations.ts'

const [where = '', how = '', personId = '', provisionId = '', importId = ''] = process.argv.slice(2)

useDatabase(where.startsWith('postgres') ? openServer({ url: where, connections: 2 }) : await openEmbedded(where))
const actor = await loadActor(personId, randomBytes(16).toString('hex'), 'test')
if (actor === undefined) throw new Error('nobody to write as')

const family = aRegistration({ answers: { village: 'noord', children: [{ years: 4 }] }, phase: 'active' })
const batch = how === 'import' ? Array.from({ length: 400 }, () => family) : [family]
process.stdout.write('ready\n')
// A run that is broken off leaves nobody writing for ever: an orphan has another parent.
const parent = process.ppid
while (process.ppid === parent) {
  const ids = how === 'file' ? [await openFile(actor)] : await register(actor)
  process.stdout.write(`${ids.join(' ')}\n`)
}

async function register(by: Actor): Promise<string[]> {
  return must(await registerMany(by, provisionId, batch, how === 'import' ? { importId } : {})).trajectoryIds
}

/** As a page does: a family, the file of one of them, a trajectory and a note, in one transaction. */
function openFile(by: Actor): Promise<string> {
  return inScope(by, async () => {
    const today = dayAt(new Date())
    const worker = { accountId: by.personId, role: 'worker' }
    const members = [
      { kind: 'adult', role: 'parent', name: 'Sanne' },
      { kind: 'child', role: 'child', name: 'Lotte', age: { years: 9, statedOn: today } },
    ] as const
    const family = must(await openFamily(by, provisionId, { members, worker: { ...worker, fromOn: today } }))
    const [personId = ''] = family.personIds
    const registration = aRegistration({ phase: 'registered' })
    const { trajectoryId } = must(await startTrajectory(by, { provisionId, personId, registration, worker }))
    must(await writeNote(by, { personId, trajectoryId, holdsOn: today, body: 'Een notitie.' }))
    return trajectoryId
  })
}

function must<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value
}
