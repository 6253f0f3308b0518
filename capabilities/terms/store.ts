import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../database/connect.ts'
import type { NamePlace } from './chosen.ts'
import { termNames } from './tables.ts'
import type { TermCode } from './term.ts'

/** What every place last said of everything; also where it was taken back. */
export const lastNames = (tx: Tx) =>
  tx
    .selectDistinctOn([termNames.code, termNames.regionId, termNames.municipalityId])
    .from(termNames)
    .orderBy(termNames.code, termNames.regionId, termNames.municipalityId, desc(termNames.version))

/** All that a place said of one thing, the newest first. */
export const versionsOf = (tx: Tx, code: TermCode, { regionId, municipalityId }: NamePlace) =>
  tx
    .select()
    .from(termNames)
    .where(
      and(
        eq(termNames.code, code),
        regionId === null ? isNull(termNames.regionId) : eq(termNames.regionId, regionId),
        municipalityId === null ? isNull(termNames.municipalityId) : eq(termNames.municipalityId, municipalityId),
      ),
    )
    .orderBy(desc(termNames.version))

/** Until the end of the transaction nobody else names anything in this place, so that two things never get one name. */
export const lockPlace = (tx: Tx, { regionId, municipalityId }: NamePlace) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`names ${regionId ?? ''} ${municipalityId ?? ''}`}))`)

/** Stores a version; says whether nobody else stored that one. */
export async function insertVersion(tx: Tx, row: typeof termNames.$inferInsert): Promise<boolean> {
  const added = await tx.insert(termNames).values(row).onConflictDoNothing().returning({ id: termNames.id })
  return added.length > 0
}

/** How often something was named so far: it changes with every name. */
export async function mark(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ mark: string }>(sql`select access.terms_mark() as mark`)
  return Number(rows[0]?.mark ?? 0)
}
