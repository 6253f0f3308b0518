import { asc, eq } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import type { Id } from '../../../foundation/id.ts'
import type { HelpRequest } from '../request.ts'
import type { Ladder, LadderNoted, Looked } from './ladder.ts'
import { requestLadders } from './tables.ts'

type Row = typeof requestLadders.$inferSelect

/** Every version that the actor may know, the first one first. */
export async function versionsOf(tx: Tx, requestId: Id): Promise<LadderNoted[]> {
  const rows = await tx
    .select()
    .from(requestLadders)
    .where(eq(requestLadders.requestId, requestId))
    .orderBy(asc(requestLadders.number))
  return rows.map(({ number, holdsOn, recordedAt, recordedBy, ...row }) => ({
    ...{ number, holdsOn, recordedAt, recordedBy },
    ...{ 'own-strength': looked(row.ownStrength, row.ownStrengthWhy), network: looked(row.network, row.networkWhy) },
    ...{ general: looked(row.general, row.generalWhy), light: looked(row.light, row.lightWhy) },
    heavy: looked(row.heavy, row.heavyWhy),
  }))
}

const looked = (look: Row['heavy'], why: string | null): Looked | null => (look === null ? null : { look, why })

type Recorded = { readonly formVersion: number } & Pick<LadderNoted, 'holdsOn' | 'recordedBy'>

export async function addVersion(
  tx: Tx,
  { id, municipalityId, provisionId }: HelpRequest,
  { ladder, ...recorded }: Recorded & { readonly ladder: Ladder },
): Promise<void> {
  const { 'own-strength': own, network, general, light, heavy } = ladder
  await tx.insert(requestLadders).values({
    ...{ requestId: id, municipalityId, provisionId, number: (await versionsOf(tx, id)).length + 1, ...recorded },
    ...{ ownStrength: own?.look, ownStrengthWhy: own?.why, network: network?.look, networkWhy: network?.why },
    ...{ general: general?.look, generalWhy: general?.why, light: light?.look, lightWhy: light?.why },
    ...{ heavy: heavy?.look, heavyWhy: heavy?.why },
  })
}
