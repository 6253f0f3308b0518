import type { PGlite } from '@electric-sql/pglite'

// PostgreSQL looks after its tables beside the work: it counts anew what they hold, so that statements are planned for it, and takes
// away rows that nobody can see any more. The embedded database is one process without anything beside it, so nobody did, and a
// statement planned while its tables were empty was asked that way as long as the process lived.

/** How many transactions go by between two looks. */
const BETWEEN_LOOKS = 50

// The same bounds as PostgreSQL's own (autovacuum_analyze_threshold, autovacuum_vacuum_threshold and their scale factors).
const NEED_IT = `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name,
    pg_stat_get_dead_tuples(c.oid) > 50 + 0.2 * greatest(c.reltuples, 0) as "hasDead"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    and (pg_stat_get_mod_since_analyze(c.oid) > 50 + 0.1 * greatest(c.reltuples, 0)
      or pg_stat_get_dead_tuples(c.oid) > 50 + 0.2 * greatest(c.reltuples, 0))
  order by 1`

/** Counts anew, and clears of dead rows, the tables that changed much since the last time; gives their names. Outside a transaction. */
export async function keepInShape(lite: PGlite): Promise<string[]> {
  // What this session changed is written down for others once a second at most.
  await lite.exec('select pg_stat_force_next_flush()')
  const { rows } = await lite.query<{ name: string; hasDead: boolean }>(NEED_IT)
  for (const { name, hasDead } of rows) await lite.exec(`${hasDead ? 'vacuum analyze' : 'analyze'} ${name}`)
  return rows.map(({ name }) => name)
}

/** To be called before each transaction: keeps the tables in shape once in a while. What fails then is tried again at the next look. */
export function upkeepOf(lite: PGlite): () => Promise<void> {
  let left = BETWEEN_LOOKS
  return async () => {
    left -= 1
    if (left > 0) return
    left = BETWEEN_LOOKS
    await keepInShape(lite).catch(() => undefined)
  }
}
