/**
 * `node bench/import.ts [--rows N] [--xlsx]`: a made-up register through the doors, step by step, on a PostgreSQL database of
 * its own. Of each step its time, the processor time of this process and of the database, and the most memory so far.
 */

import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import writeExcelFile from 'write-excel-file/node'
import { addMunicipality, addOrganisation, addProvision } from '../capabilities/access/actions.ts'
import { BUILT_IN } from '../capabilities/access/actor.ts'
import { loadActor } from '../capabilities/access/queries.ts'
import { chooseColumns, commitImport, startImport, undoImport } from '../capabilities/imports/actions.ts'
import { columnChoices } from '../capabilities/imports/choosing/queries.ts'
import { importDetail } from '../capabilities/imports/queries.ts'
import { runImport } from '../capabilities/imports/running/actions.ts'
import { programmesKnown } from '../capabilities/programmes/queries.ts'
import { publishShippedProgrammes } from '../capabilities/programmes/shipped.ts'
import { openServer } from '../database/connect.ts'
import { migrate } from '../database/migrate.ts'
import { useDatabase } from '../database/transaction.ts'
import type { Answer } from '../foundation/result.ts'
import { testPostgres } from '../scripts/test-postgres.ts'
import { usedBy, usedByPostgres } from './processes.ts'

const { values: asked } = parseArgs({
  options: { rows: { type: 'string', default: '100000' }, xlsx: { type: 'boolean', default: false } },
})
const VILLAGES = ['Akkerveen-Dorp', 'Lindeloo', 'Oosterveld']
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
  await publishShippedProgrammes(await theOperator())
  await measureAll()
} finally {
  await database.close()
  await onServer(`drop database if exists ${NAME} with (force)`)
  await server.stop()
}

async function measureAll(): Promise<void> {
  const actor = await theOperator()
  const provisionId = await aProvision(actor)
  const many = Number(asked.rows)
  const bytes = asked.xlsx ? await asWorkbook(Array.from({ length: many }, (_, at) => aRow(at))) : asText(many)
  say(`${many} rows, ${(bytes.length / 1_000_000).toFixed(1)} MB`)
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

async function theOperator() {
  const operator = await loadActor(BUILT_IN.operator, randomBytes(16).toString('hex'), 'command-line')
  if (operator === undefined) throw new Error('the built-in operator is missing')
  return operator
}

/** The first programme that asks for a village and the ages of children, carried out in a made-up municipality. */
async function aProvision(operator: Awaited<ReturnType<typeof theOperator>>): Promise<string> {
  const programme = (await programmesKnown(operator)).find(({ questions }) =>
    (['place', 'ages'] as const).every((type) => questions.some((one) => one.type === type && one.required === true)),
  )
  const municipality = { code: 'GM1999', name: 'Akkerveen', villages: VILLAGES }
  const { id: municipalityId } = yes(await addMunicipality(operator, municipality))
  const { id: organisationId } = yes(await addOrganisation(operator, 'Stichting Meten'))
  const programmeCode = programme?.code ?? ''
  return yes(await addProvision(operator, { municipalityId, organisationId, programmeCode })).id
}

function yes<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`refused: ${answer.reason}`)
  return answer.value
}

/** A family that no other row is, with a number of its own. */
function aRow(at: number): string[] {
  const village = VILLAGES[at % VILLAGES.length] ?? ''
  const ages = Array.from({ length: 1 + (at % 3) }, (_, child) => (at * 7 + child * 5) % 18).join(', ')
  const needs = ['Schermtijd', 'Netwerk vergroten', 'slapen', 'opvoeding'][at % 4] ?? ''
  const day = `${1 + (at % 28)}-${1 + (at % 12)}-${2018 + (at % 8)}`
  const status = ['afgesloten', 'actief', 'aangemeld'][at % 3] ?? ''
  return [`G${at}`, village, ages, needs, ['GGD', 'School', ''][at % 3] ?? '', day, status]
}

/** A thousand rows at a time, so that what is measured is the import and not the making of its file. */
function asText(rows: number): Uint8Array {
  const parts = [Buffer.from(HEADER.join(';'))]
  for (let from = 0; from < rows; from += 1_000) {
    const some = Array.from({ length: Math.min(1_000, rows - from) }, (_, at) => aRow(from + at).join(';'))
    parts.push(Buffer.from(`\n${some.join('\n')}`))
  }
  return Buffer.concat(parts)
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
