import { and, asc, desc, eq, isNull, or, sql } from 'drizzle-orm'
import { builtOnce } from '../../database/built-once.ts'
import type { Tx } from '../../database/connect.ts'
import type { Id } from '../../foundation/id.ts'
import { fitSettings, programmes } from './tables.ts'

/** Lets one publication of a programme happen at a time, until the transaction ends. */
export async function lockProgramme(tx: Tx, code: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('programme ' || ${code}, 0))`)
}

/** A version as it was published, by which it is known; without what it says. */
export type Publication = Pick<typeof programmes.$inferSelect, 'code' | 'version' | 'publishedAt'>

const publication = { code: programmes.code, version: programmes.version, publishedAt: programmes.publishedAt }

/** These publications with what each says. */
export async function withDefinition(tx: Tx, some: readonly Publication[]) {
  if (some.length === 0) return []
  return tx
    .select({ ...publication, definition: programmes.definition })
    .from(programmes)
    .where(or(...some.map(({ code, version }) => and(eq(programmes.code, code), eq(programmes.version, version)))))
}

const oneVersion = builtOnce(['code', 'version'], (from, { code, version }) =>
  from
    .select(publication)
    .from(programmes)
    .where(and(eq(programmes.code, code), eq(programmes.version, version))),
)

/** One version as it was published, also when it retired since. */
export async function versionOf(tx: Tx, code: string, version: number): Promise<Publication | undefined> {
  const [row] = await oneVersion(tx, { code, version })
  return row
}

/** The number of the last version, retired ones included, and whose the programme is. */
export async function lastVersion(tx: Tx, code: string) {
  const { version, municipalityId, regionId } = programmes
  const [row] = await tx
    .select({ version, municipalityId, regionId })
    .from(programmes)
    .where(eq(programmes.code, code))
    .orderBy(desc(programmes.version))
    .limit(1)
  return row
}

/** The last version in use. */
export async function latestInUse(tx: Tx, code: string): Promise<Publication | undefined> {
  const [row] = await tx
    .select(publication)
    .from(programmes)
    .where(and(eq(programmes.code, code), isNull(programmes.retiredAt)))
    .orderBy(desc(programmes.version))
    .limit(1)
  return row
}

/** Every version there is, by code, the last first; `retiredAt` where it is in use no more. */
export const everyPublication = (tx: Tx) => publicationsByCode(tx, {})

const publicationsByCode = builtOnce([], (from) =>
  from
    .select({ ...publication, retiredAt: programmes.retiredAt })
    .from(programmes)
    .orderBy(asc(programmes.code), desc(programmes.version)),
)

export async function insertProgramme(tx: Tx, row: typeof programmes.$inferInsert): Promise<void> {
  await tx.insert(programmes).values(row)
}

/** Gives how many versions retired now. */
export async function retire(tx: Tx, code: string): Promise<number> {
  const rows = await tx
    .update(programmes)
    .set({ retiredAt: sql`clock_timestamp()` })
    .where(and(eq(programmes.code, code), isNull(programmes.retiredAt)))
    .returning({ version: programmes.version })
  return rows.length
}

/** What a municipality set last for each rule of a programme; null is back to the default. */
export const fitSettingsOf = (tx: Tx, municipalityId: Id, programmeCode: string) =>
  lastSettings(tx, { municipalityId, programmeCode })

const lastSettings = builtOnce(['municipalityId', 'programmeCode'], (from, { municipalityId, programmeCode }) =>
  from
    .selectDistinctOn([fitSettings.ruleCode], { rule: fitSettings.ruleCode, value: fitSettings.value })
    .from(fitSettings)
    .where(and(eq(fitSettings.municipalityId, municipalityId), eq(fitSettings.programmeCode, programmeCode)))
    .orderBy(asc(fitSettings.ruleCode), desc(fitSettings.recordedAt), desc(fitSettings.id)),
)

export async function insertFitSetting(tx: Tx, row: typeof fitSettings.$inferInsert): Promise<void> {
  await tx.insert(fitSettings).values(row)
}
