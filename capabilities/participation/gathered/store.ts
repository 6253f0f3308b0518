import { and, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Gathered, Recommendation } from './gathered.ts'
import { gathered, recommendations } from './tables.ts'

const gatheredColumns = {
  ...{ municipalityId: gathered.municipalityId, id: gathered.id, heldOn: gathered.heldOn, way: gathered.way },
  ...{ group: gathered.group, people: gathered.people, theme: gathered.theme, said: gathered.said },
  ...{ recommendationId: gathered.recommendationId, rowVersion: gathered.rowVersion },
}
const recommendationColumns = {
  ...{ municipalityId: recommendations.municipalityId, id: recommendations.id, advice: recommendations.advice },
  ...{ state: recommendations.state, decidedBy: recommendations.decidedBy, why: recommendations.why },
  ...{ decidedOn: recommendations.decidedOn, rowVersion: recommendations.rowVersion },
}

/** What was gathered in a municipality, the latest first. */
export const gatheredIn = (tx: Tx, municipalityId: Id): Promise<Gathered[]> =>
  tx
    .select(gatheredColumns)
    .from(gathered)
    .where(eq(gathered.municipalityId, municipalityId))
    .orderBy(desc(gathered.heldOn), desc(gathered.id))

export const recommendationsIn = (tx: Tx, municipalityId: Id): Promise<Recommendation[]> =>
  tx
    .select(recommendationColumns)
    .from(recommendations)
    .where(eq(recommendations.municipalityId, municipalityId))
    .orderBy(desc(recommendations.id))

const now = () => sql`date_trunc('milliseconds', clock_timestamp())`

/** A form that was sent twice makes one. */
export async function insertGathered(tx: Tx, row: Gathered, by: Id): Promise<void> {
  await tx
    .insert(gathered)
    .values({ ...row, recordedBy: by })
    .onConflictDoNothing()
}

/** Changes what was gathered with this version; false when somebody else changed it meanwhile. */
export async function updateGathered(tx: Tx, row: Gathered, by: Id): Promise<boolean> {
  const { municipalityId, id, rowVersion, ...told } = row
  const isThis = [eq(gathered.municipalityId, municipalityId), eq(gathered.id, id)]
  const rows = await tx
    .update(gathered)
    .set({ ...told, rowVersion: rowVersion + 1, recordedBy: by, recordedAt: now() })
    .where(and(...isThis, eq(gathered.rowVersion, rowVersion)))
    .returning({ id: gathered.id })
  return rows.length > 0
}

/** A form that was sent twice makes one. */
export async function insertRecommendation(tx: Tx, row: Recommendation, by: Id): Promise<void> {
  await tx
    .insert(recommendations)
    .values({ ...row, recordedBy: by })
    .onConflictDoNothing()
}

/** Changes the recommendation with this version; false when somebody else changed it meanwhile. */
export async function updateRecommendation(tx: Tx, row: Recommendation, by: Id): Promise<boolean> {
  const { municipalityId, id, rowVersion, ...told } = row
  const isThis = [eq(recommendations.municipalityId, municipalityId), eq(recommendations.id, id)]
  const rows = await tx
    .update(recommendations)
    .set({ ...told, rowVersion: rowVersion + 1, recordedBy: by, recordedAt: now() })
    .where(and(...isThis, eq(recommendations.rowVersion, rowVersion)))
    .returning({ id: recommendations.id })
  return rows.length > 0
}

export async function eraseOld(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ erased: number }>(sql`select access.erase_said() as erased`)
  return rows[0]?.erased ?? 0
}
