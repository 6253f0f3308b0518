/**
 * `node bench/import.ts [--rows N] [--xlsx]`: a made-up register through the doors, step by step, on a PostgreSQL database of
 * its own. Of each step its time, the processor time of this process and of the database, and the most memory so far.
 */
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import writeExcelFile from 'write-excel-file/node'
import { chooseColumns, commitImport, startImport, undoImport } from '../capabilities/imports/actions.ts'
import { columnChoices, importDetail } from '../capabilities/imports/queries.ts'
import { runImport } from '../capabilities/imports/running/actions.ts'
import { publishShippedProgrammes } from '../capabilities/programmes/shipped.ts'
import { openServer } from '../database/connect.ts'
import { migrate } from '../database/migrate.ts'
import { useDatabase } from '../database/transaction.ts'
import { testPostgres } from '../scripts/test-postgres.ts'
import { aCoordinator, bytesOf, SYNTHETIC_VILLAGES } from '../tests/support/imports.ts'
import { anOperator, yes } from '../tests/support/world.ts'
import { usedBy, usedByPostgres } from './processes.ts'

const { values: asked } = parseArgs({
  options: { rows: { type: 'string', default: '100000' }, xlsx: { type: 'boolean', default: false } },
})
const NAME = 'voorveld_bench_import'
const HEADER = ['nummer', 'kern', 'leeftijd kinderen', 'hulpvraag', 'verwijzer', 'datum', 'status']

const server = await testPostgres()
if ('how' in server) {
  process.stderr.write(`${server.how}\n`)
  process.exit(1)
}
const url = new URL(server.url)
url.pathname = `/${NAME}`
await onServer(`drop database if exists ${NAME} with (force)`)
await onServer(`create database ${NAME}`)
const database = openServer({ url: url.href, connections: 4 })
useDatabase(database)
try {
  await migrate(database, 'database/migrations')
  await publishShippedProgrammes(await anOperator())
  await measureAll()
} finally {
  await database.close()
  await onServer(`drop database if exists ${NAME} with (force)`)
  await server.stop()
}

async function measureAll(): Promise<void> {
  const { actor, provisionId } = await aCoordinator()
  const rows = Array.from({ length: Number(asked.rows) }, (_, at) => aRow(at))
  const bytes = asked.xlsx ? await asWorkbook(rows) : bytesOf([HEADER, ...rows].map((row) => row.join(';')).join('\n'))
  say(`${rows.length} rows, ${(bytes.length / 1_000_000).toFixed(1)} MB`)
  rows.length = 0
  const { id } = yes(await step('taken in', () => startImport(actor, { provisionId, bytes })))
  const { columns } = yes(await step('columns shown', () => columnChoices(actor, id)))
  const mapping = Object.fromEntries(columns.map(({ column, target }) => [column, target]))
  yes(await step('checked', () => chooseColumns(actor, id, { mapping })))
  yes(await step('confirmed', () => commitImport(actor, id, { onlyGood: false })))
  yes(await step('brought in', () => runImport(actor, id)))
  say(JSON.stringify(await counts()))
  say(`state ${(await importDetail(actor, id))?.state}`)
  yes(await step('undone', () => undoImport(actor, id)))
  say(JSON.stringify(await counts()))
}

/** A family that no other row is, with a number of its own. */
function aRow(at: number): string[] {
  const village = SYNTHETIC_VILLAGES[at % SYNTHETIC_VILLAGES.length] ?? ''
  const ages = Array.from({ length: 1 + (at % 3) }, (_, child) => (at * 7 + child * 5) % 18).join(', ')
  const needs = ['Schermtijd', 'Netwerk vergroten', 'slapen', 'opvoeding'][at % 4] ?? ''
  const day = `${1 + (at % 28)}-${1 + (at % 12)}-${2018 + (at % 8)}`
  const status = ['afgesloten', 'actief', 'aangemeld'][at % 3] ?? ''
  return [`G${at}`, village, ages, needs, ['GGD', 'School', ''][at % 3] ?? '', day, status]
}

async function asWorkbook(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  return writeExcelFile([HEADER, ...rows].map((row) => row.map((value) => ({ value, type: String })))).toBuffer()
}

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = { at: performance.now(), app: usedBy(process.pid).cpuMs, database: usedByPostgres() }
  const done = await work()
  const app = usedBy(process.pid)
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`
  const used = `app ${seconds(app.cpuMs - before.app)}, database ${seconds(usedByPostgres() - before.database)}`
  const most = Math.round(process.resourceUsage().maxRSS / 1_024)
  say(
    `${name}: ${seconds(performance.now() - before.at)} (${used}, ${Math.round(app.memoryMib)} MiB, most ${most} MiB)`,
  )
  return done
}

async function counts(): Promise<unknown> {
  const { rows } = await database.transaction((tx) =>
    tx.execute(sql`select (select count(*) from trajectories)::int as trajectories,
      (select count(*) from trajectory_events)::int as events, (select count(*) from figure_cells)::int as cells,
      (select count(*) from import_keys)::int as marks`),
  )
  return rows[0]
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server && 'url' in server ? server.url : '' })
  await client.connect()
  await client.query(statement)
  await client.end()
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
