import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { openEmbedded } from '../database/connect.ts'
import { migrate } from '../database/migrate.ts'
import { installJobs } from '../jobs/queue.ts'

// The product restores a copy on the same kind of database only, and moves from embedded to a server, never back; only the bench does.

const AT_ONCE = 4_000
const OURS = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`
const TABLES = `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name,
    (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and ${OURS} order by 1`
const SEQUENCES = `select quote_ident(schemaname) || '.' || quote_ident(sequencename) as name, last_value as at
  from pg_sequences where last_value is not null`

/** Fills the data folder with what the database at this address holds, unless there is a database in it. */
export async function copyToEmbedded(url: string, folder: string): Promise<void> {
  if (existsSync(join(folder, 'database'))) return
  const database = await openEmbedded(join(folder, 'database'))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await migrate(database, 'database/migrations')
    await installJobs(database)
    if (!('lite' in database.driver)) throw new Error('the embedded database has an embedded driver')
    const { lite } = database.driver
    // Rows that hold there hold here: without triggers and checks of each.
    await lite.exec('set session_replication_role = replica')
    const known = new Set((await lite.query<{ name: string }>(TABLES)).rows.map(({ name }) => name))
    const { rows: tables } = await client.query<{ name: string; columns: string }>(TABLES)
    for (const { name, columns } of tables.filter((one) => known.has(one.name))) {
      await lite.exec(`delete from ${name}`)
      const { rows: parts } = await client.query<{ rows: string }>(
        `select json_agg(t)::text as rows from (select ${columns}, (row_number() over ()) / ${AT_ONCE} as part from ${name}) t group by part`,
      )
      for (const { rows } of parts)
        await lite.query(
          `insert into ${name} (${columns}) overriding system value select ${columns} from json_populate_recordset(null::${name}, $1)`,
          [rows],
        )
    }
    for (const { name, at } of (await client.query<{ name: string; at: string }>(SEQUENCES)).rows)
      await lite.query('select setval($1::regclass, $2)', [name, at])
    await lite.exec('reset session_replication_role')
    await lite.exec('vacuum analyze')
  } finally {
    await client.end()
    await database.close()
  }
}
