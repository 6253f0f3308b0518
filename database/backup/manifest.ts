import { z } from 'zod'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import type { Statements } from '../statements.ts'

/** What stands beside a dump: enough to see whether it fits here, and whether it came back whole. */
const format = z.strictObject({
  format: z.literal(1),
  product: z.string(),
  kind: z.enum(['server', 'embedded']),
  /** The first number of the version of PostgreSQL. */
  postgres: z.int(),
  madeAt: z.string(),
  migrations: z.array(z.strictObject({ name: z.string(), hash: z.string() })),
  rows: z.record(z.string(), z.int()),
  lastBlock: z.string().nullable(),
  /** Functions that do not belong to the owner of the tables, for that is what keeps them within row security. */
  definerFunctions: z.array(z.string()),
})

export type Manifest = z.infer<typeof format>

/** The manifest of the database as this connection sees it; in a snapshot it tells exactly what a dump of it holds. */
export async function manifestOf(db: Statements, kind: Manifest['kind'], product: string): Promise<Manifest> {
  const [server] = await db.rows<{ postgres: number }>(
    "select current_setting('server_version_num')::int / 10000 as postgres",
  )
  const [block] = await db.rows<{ hash: string }>(
    "select encode(hash, 'hex') as hash from logs.audit_blocks order by number desc limit 1",
  )
  return {
    format: 1,
    product,
    kind,
    postgres: server?.postgres ?? 0,
    madeAt: new Date().toISOString(),
    migrations: await db.rows('select name, hash from migrations.done order by name'),
    rows: await rowsPerTable(db),
    lastBlock: block?.hash ?? null,
    definerFunctions: (
      await db.rows<{ name: string }>(
        "select p.oid::regprocedure::text as name from pg_proc p where p.proowner = 'voorveld_definer'::regrole order by 1",
      )
    ).map(({ name }) => name),
  }
}

export const TABLES = `select format('%I.%I', n.nspname, c.relname) as name from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^(pg_|information_schema$)' order by 1`

export async function rowsPerTable(db: Statements): Promise<Record<string, number>> {
  const rows: Record<string, number> = {}
  for (const { name } of await db.rows<{ name: string }>(TABLES)) {
    const [counted] = await db.rows<{ n: number }>(`select count(*)::float8 as n from ${name}`)
    rows[name] = counted?.n ?? 0
  }
  return rows
}

/** Tables of which there are not as many rows as there should be. */
export const differing = (expected: Manifest['rows'], found: Manifest['rows']): string[] =>
  [...new Set([...Object.keys(expected), ...Object.keys(found)])].filter((name) => expected[name] !== found[name])

type Here = { readonly product: string; readonly kind: Manifest['kind']; readonly migrations: Manifest['migrations'] }

/** Reads a manifest. Refuses one of a newer version or of the other kind of database: what it holds would be misread. */
export function readManifest(text: string, here: Here): Answer<Manifest> {
  const manifest = parsed(text)
  if (manifest === undefined) return refuse('backup-newer', { version: 'unknown', here: here.product })
  const known = new Map(here.migrations.map(({ name, hash }) => [name, hash]))
  if (manifest.migrations.some(({ name, hash }) => known.get(name) !== hash))
    return refuse('backup-newer', { version: manifest.product, here: here.product })
  if (manifest.kind !== here.kind) return refuse('backup-of-other-kind', { kind: manifest.kind })
  return allow(manifest)
}

function parsed(text: string): Manifest | undefined {
  try {
    return format.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
