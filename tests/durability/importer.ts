/**
 * A process that does the imports in the queue, as the product does, until it is killed. Says on its standard output when a
 * run begins, and when it is over: after, and only after, it was acknowledged.
 */
import { writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { runImport } from '../../capabilities/imports/running/actions.ts'
import { openEmbedded, openServer } from '../../database/connect.ts'
import { useDatabase } from '../../database/transaction.ts'
import { startJobs } from '../../jobs/queue.ts'
import { runImportJob } from '../../jobs/run-import.ts'

const where = process.argv[2] ?? ''
const say = (line: string) => writeSync(1, `${line}\n`)

const database = where.startsWith('postgres') ? openServer({ url: where, connections: 4 }) : await openEmbedded(where)
useDatabase(database)
const job = runImportJob(async (jobs, id) => {
  say('began')
  await runImport(jobs, id)
  say('ended')
})
await startJobs(database, [job], ({ fault }) => process.stderr.write(`${String(fault)}\n`))
// A run that is broken off leaves nobody waiting for ever: an orphan has another parent.
const parent = process.ppid
while (process.ppid === parent) await pause(200)
process.exit(1)
