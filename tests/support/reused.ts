/** A database asked by its owner: one question with its answer, or statements without one. */
export type Owned = {
  readonly rows: <Row>(question: string, values?: readonly unknown[]) => Promise<Row[]>
  readonly exec: (statements: string) => Promise<unknown>
}

/** What a migrated database without records consists of, to be brought back to. */
export type Beginning = { readonly structure: string; readonly rows: readonly TableRows[] }
type TableRows = { readonly name: string; readonly columns: string; readonly rows: string }

/** Tables of every schema of ours and of the sign-in and the queue; the catalogue of PostgreSQL itself is not ours. */
const OURS = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`
const TABLES = `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name,
    (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and ${OURS} order by 1`
const STRUCTURE = `select md5(string_agg(part, '|' order by part)) as structure from (
    select concat_ws(' ', 'class', n.nspname, relname, relkind, relrowsecurity, relforcerowsecurity, relowner, relacl) from pg_class c
      join pg_namespace n on n.oid = c.relnamespace where ${OURS} and n.nspname !~ 'toast'
    union all select concat_ws(' ', 'column', a.attrelid::regclass, attname, atttypid, attnotnull, attacl,
      (select pg_get_expr(adbin, adrelid) from pg_attrdef d where d.adrelid = a.attrelid and d.adnum = a.attnum))
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace where ${OURS} and attnum > 0
    union all select concat_ws(' ', 'policy', polrelid::regclass, polname, polcmd, polpermissive, polroles::text, polqual, polwithcheck) from pg_policy
    union all select concat_ws(' ', 'trigger', tgrelid::regclass, tgname, tgenabled, tgfoid) from pg_trigger where not tgisinternal
    union all select concat_ws(' ', 'function', proname, proacl, prosrc) from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${OURS}
    union all select concat_ws(' ', 'rule', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint where conrelid <> 0
    union all select concat_ws(' ', 'role', oid, rolname, rolsuper, rolbypassrls, rolconfig::text) from pg_roles
    union all select concat_ws(' ', 'setting', setdatabase, setrole, setconfig::text) from pg_db_role_setting
    union all select concat_ws(' ', 'schema', nspname, nspacl) from pg_namespace n where ${OURS}
  ) as all_parts(part)`

/** Reads a database that was just opened. */
export async function beginningOf(owned: Owned): Promise<Beginning> {
  const filled = await holdingRows(owned, await ours(owned))
  const rows: TableRows[] = []
  for (const { name, columns } of filled) {
    const [found] = await owned.rows<{ rows: string }>(`select json_agg(t)::text as rows from ${name} t`)
    rows.push({ name, columns, rows: found?.rows ?? '[]' })
  }
  return { structure: await structureOf(owned), rows }
}

/**
 * Takes away all that a test file recorded, so that the next one finds what it would find in a new database; a new one takes
 * the embedded database over a second. `false` when the file changed more than records: then only a new one will do.
 */
export async function bringBack(owned: Owned, beginning: Beginning): Promise<boolean> {
  // As `discard all`, but for the plans of statements, which stay right: a table that changed is another structure.
  await owned.exec(
    'close all; set session authorization default; reset all; unlisten *; discard sequences; discard temp',
  )
  await owned.exec('select pg_advisory_unlock_all()')
  if ((await structureOf(owned)) !== beginning.structure) return false
  const filled = await holdingRows(owned, await ours(owned))
  // Without the triggers that keep records from being taken away.
  await owned.exec('begin; set local session_replication_role = replica')
  await owned.exec(filled.map(({ name }) => `delete from ${name};`).join(''))
  for (const { name, columns, rows } of beginning.rows)
    await owned.rows(
      `insert into ${name} (${columns}) overriding system value select ${columns} from json_populate_recordset(null::${name}, $1)`,
      [rows],
    )
  await owned.exec('commit')
  if (filled.length > 0) await owned.exec(`vacuum ${filled.map(({ name }) => name).join(', ')}`)
  return true
}

type Ours = { readonly name: string; readonly columns: string }

const ours = (owned: Owned): Promise<Ours[]> => owned.rows<Ours>(TABLES)
const structureOf = async (owned: Owned): Promise<string> =>
  (await owned.rows<{ structure: string }>(STRUCTURE))[0]?.structure ?? ''

async function holdingRows(owned: Owned, tables: readonly Ours[]): Promise<Ours[]> {
  const question = tables.map(({ name }, at) => `select ${at} as at where exists (select from ${name})`)
  const found = await owned.rows<{ at: number }>(question.join(' union all '))
  return found.flatMap(({ at }) => tables[at] ?? [])
}
