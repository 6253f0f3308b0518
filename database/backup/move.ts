import { type Answer, allow, refuse } from '../../foundation/result.ts'
import type { Database } from '../connect.ts'
import { asOwner } from '../migrate.ts'
import { embedded, type Statements } from '../statements.ts'
import { TABLES } from './manifest.ts'

/** The queue makes its own tables, and what waits in it is found again by the hourly and minutely jobs. */
const STAYS_BEHIND = /^(jobs|migrations)\./

/** As many rows travel at once. */
const ROWS_AT_ONCE = 1_000

export type Moved = { readonly tables: number; readonly rows: number }

/** Copies every row of the embedded database to a server that has the same tables and nothing of its own. */
export async function copyRows(
  source: Database,
  target: Database,
  ownerUrl: string | undefined,
): Promise<Answer<Moved>> {
  if (!('lite' in source.driver)) return refuse('move-not-embedded')
  const from = embedded(source.driver.lite)
  return asOwner(target, ownerUrl, (to) => copyBetween(from, to))
}

export const isEmpty = async (target: Database, ownerUrl: string | undefined): Promise<boolean> =>
  asOwner(target, ownerUrl, async (owner) => (await owner.rows(TABLES)).length === 0)

/**
 * Copies every row to a database with the same tables, as the owner of both, in one transaction there. Keys go away while rows come
 * in, since rows point at each other, and come back at the end, which checks each of them; both sides compute a digest of every table.
 */
export async function copyBetween(from: Statements, to: Statements): Promise<Answer<Moved>> {
  await from.run("set timezone = 'UTC'")
  await to.run("begin; set local timezone = 'UTC'")
  const copied = await copyAll(from, to)
  await to.run(copied.ok ? 'commit' : 'rollback')
  return copied
}

async function copyAll(from: Statements, to: Statements): Promise<Answer<Moved>> {
  const tables = (await from.rows<{ name: string }>(TABLES))
    .map(({ name }) => name)
    .filter((name) => !STAYS_BEHIND.test(name))
  const close = await openUp(to, tables)
  let rows = 0
  for (const name of tables) {
    rows += await copyTable(from, to, name)
    if ((await digestOf(from, name)) !== (await digestOf(to, name)))
      return refuse('restore-counts-differ', { table: name })
  }
  await close()
  return allow({ tables: tables.length, rows })
}

/** Takes keys, triggers and row security off these tables, and what migrations put in them; gives how it all comes back. */
async function openUp(to: Statements, tables: readonly string[]): Promise<() => Promise<void>> {
  const keys = await to.rows<{ place: string; name: string; text: string }>(`select conrelid::regclass::text as place,
    quote_ident(conname) as name, pg_get_constraintdef(oid) as text from pg_constraint where contype = 'f'
    and connamespace in ('public'::regnamespace, 'logs'::regnamespace, 'sign_in'::regnamespace, 'access'::regnamespace)`)
  const secured = await to.rows<{ name: string }>(
    "select oid::regclass::text as name from pg_class where relkind = 'r' and relrowsecurity",
  )
  for (const { place, name } of keys) await to.run(`alter table ${place} drop constraint ${name}`)
  for (const { name } of secured) await to.run(`alter table ${name} disable row level security`)
  for (const name of tables) await to.run(`alter table ${name} disable trigger user`)
  await to.run(`truncate ${tables.join(', ')}`)
  return async () => {
    for (const { place, name, text } of keys) await to.run(`alter table ${place} add constraint ${name} ${text}`)
    for (const name of tables) await to.run(`alter table ${name} enable trigger user`)
    for (const { name } of secured) await to.run(`alter table ${name} enable row level security`)
  }
}

async function copyTable(from: Statements, to: Statements, name: string): Promise<number> {
  await from.run(`begin; declare moving no scroll cursor for select row_to_json(t)::text as row from ${name} t`)
  let copied = 0
  for (;;) {
    const rows = await from.rows<{ row: string }>(`fetch ${ROWS_AT_ONCE} from moving`)
    if (rows.length === 0) break
    await to.rows(`insert into ${name} select * from json_populate_recordset(null::${name}, $1::json)`, [
      `[${rows.map(({ row }) => row).join(',')}]`,
    ])
    copied += rows.length
  }
  await from.run('commit')
  return copied
}

async function digestOf(db: Statements, name: string): Promise<string | undefined> {
  const [found] = await db.rows<{ digest: string }>(
    `select count(*) || ' ' || md5(coalesce(string_agg(h, '' order by h collate "C"), '')) as digest
     from (select md5(row_to_json(t)::text) as h from ${name} t) all_rows`,
  )
  return found?.digest
}

/** Jobs that only the queue knows of, so that they would be lost. */
export async function importsWaiting(source: Database): Promise<number> {
  if (!('lite' in source.driver)) return 0
  const db = embedded(source.driver.lite)
  const [queue] = await db.rows<{ there: boolean }>("select to_regclass('jobs.job') is not null as there")
  if (queue?.there !== true) return 0
  const [found] = await db.rows<{ n: number }>(
    "select count(*)::int as n from jobs.job where name in ('run-import', 'undo-import') and state in ('created', 'retry', 'active')",
  )
  return found?.n ?? 0
}
