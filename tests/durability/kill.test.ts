import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishShippedProgrammes } from '../../capabilities/programmes/shipped.ts'
import { type Database, openEmbedded, openServer } from '../../database/connect.ts'
import { migrate } from '../../database/migrate.ts'
import { useDatabase } from '../../database/transaction.ts'
import { onServer, testDatabaseKind, urlOf } from '../support/database.ts'
import { aMunicipality, anOperator, aProvision, someone } from '../support/world.ts'

/** Rounds of writing and killing; `KILL_ROUNDS=25` for the full proof. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 2)
const IMPORT_SIZE = 400

const folder = mkdtempSync(join(tmpdir(), 'voorveld-kill-'))
const name = `voorveld_kill_${randomBytes(6).toString('hex')}`
const where = testDatabaseKind === 'server' ? urlOf(name) : join(folder, 'database')
const open = async (): Promise<Database> =>
  testDatabaseKind === 'server' ? openServer({ url: where, connections: 2 }) : openEmbedded(where)

let ids = { personId: '', provisionId: '' }

beforeAll(async () => {
  if (testDatabaseKind === 'server') await onServer(`create database ${name}`)
  const database = await open()
  useDatabase(database)
  await migrate(database, 'database/migrations')
  await publishShippedProgrammes(await anOperator())
  const municipalityId = await aMunicipality()
  const { id: provisionId, organisationId } = await aProvision({ municipalityId, programmeCode: 'home-start' })
  const { personId } = await someone({ role: 'coordinator', municipalityId, organisationId })
  ids = { personId, provisionId }
  await database.close()
}, 120_000)

afterAll(async () => {
  if (testDatabaseKind === 'server') await onServer(`drop database if exists ${name} with (force)`)
  rmSync(folder, { recursive: true, force: true })
})

/** Lets a process write for a while and kills it; gives what it said was written. */
async function writeAndKill(how: 'single' | 'import' | 'file', importId: string): Promise<string[]> {
  const child = spawn(
    process.execPath,
    ['tests/durability/writer.ts', where, how, ids.personId, ids.provisionId, importId],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  // Killed at any moment after the first write, however slow the machine is.
  await until(child, () => said.split('\n').length > 2)
  await new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 1_300))
  child.kill('SIGKILL')
  await once(child, 'close')
  // The last line counts only when it was said whole.
  return said.split('\n').slice(1, -1)
}

async function until(child: ChildProcess, isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    if (child.exitCode !== null) throw new Error('the writer stopped by itself')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

type Found = {
  trajectories: Map<string, string | null>
  events: number
  halves: number
  /** Persons without a family that has a trajectory. */
  persons: number
  summary: number
}

async function whatIsThere(): Promise<Found> {
  const database = await open()
  try {
    return await database.transaction(async (tx) => {
      const rows = (
        await tx.execute<{ id: string; import_id: string | null }>(sql`select id, import_id from trajectories`)
      ).rows
      const one = async (query: ReturnType<typeof sql>) => Number((await tx.execute<{ n: number }>(query)).rows[0]?.n)
      return {
        trajectories: new Map(rows.map((row) => [row.id, row.import_id])),
        events: await one(
          sql`select count(*)::int as n from trajectory_events where payload ->> 'type' = 'registered'`,
        ),
        // A trajectory without its events or its family's child, or the other way round.
        halves: await one(sql`select count(*)::int as n from trajectories t
          where not exists (select from trajectory_events e where e.trajectory_id = t.id)
            or case when t.person_id is null
              then not exists (select from family_children c where c.family_id = t.family_id)
              else not exists (select from notes n where n.trajectory_id = t.id)
                or not exists (select from file_workers w where w.person_id = t.person_id)
                or (select count(*) from family_members m where m.family_id = t.family_id) <> 2 end`),
        persons: await one(sql`select count(*)::int as n from persons p where not exists (
          select from family_members m join trajectories t on t.family_id = m.family_id where m.person_id = p.id)`),
        summary: await one(
          sql`select coalesce(sum(n), 0)::int as n from figure_cells where grouping = 'all' and measure like '%-registered'`,
        ),
      }
    })
  } finally {
    await database.close()
  }
}

test.each(['single', 'import', 'file'] as const)(
  'after kill -9 during %s writes every acknowledged one is there, and nothing half',
  async (how) => {
    const acknowledged: string[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const importId = `01890000-0000-7000-8000-${randomBytes(6).toString('hex')}`
      const lines = await writeAndKill(how, importId)
      acknowledged.push(...lines.flatMap((line) => line.split(' ')))
      const found = await whatIsThere()
      expect(acknowledged.filter((id) => !found.trajectories.has(id))).toEqual([])
      expect([found.halves, found.persons]).toEqual([0, 0])
      expect(found.events).toBe(found.trajectories.size)
      expect(found.summary).toBe(found.trajectories.size)
      const imported = [...found.trajectories.values()].filter((one) => one === importId).length
      expect(imported % IMPORT_SIZE).toBe(0)
    }
    expect(acknowledged.length).toBeGreaterThan(0)
  },
  30_000 * (ROUNDS + 2),
)
