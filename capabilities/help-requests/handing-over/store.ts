import { asc, eq, or, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import type { Id } from '../../../foundation/id.ts'
import { helpRequests } from '../tables.ts'
import type { Beside, HandedOver } from './offers.ts'
import { requestHandovers } from './tables.ts'

/** Who carries out what in a municipality, in the order in which it began. */
export async function provisionsBeside(tx: Tx, municipalityId: Id): Promise<Beside[]> {
  const { rows } = await tx.execute<Beside>(sql`
    select id as "provisionId", organisation_id as "organisationId", organisation_name as "organisationName",
      programme_code as "programmeCode", programme_name as programme, takes, is_running as "isRunning"
    from access.provisions_beside(${municipalityId}) order by organisation_name, programme_code, id`)
  return rows
}

/** What was handed over from this request, and the one by which it came. */
export const handoversOf = (tx: Tx, requestId: Id): Promise<HandedOver[]> =>
  tx
    .select()
    .from(requestHandovers)
    .where(or(eq(requestHandovers.requestId, requestId), eq(requestHandovers.toRequestId, requestId)))
    .orderBy(asc(requestHandovers.recordedAt))

export async function addHandover(tx: Tx, municipalityId: Id, { covers, ...given }: HandedOver): Promise<void> {
  await tx.insert(requestHandovers).values({ municipalityId, covers: [...covers], ...given })
}

/** In which language somebody asked, and with which version of the form. */
export async function askedWith(tx: Tx, id: Id) {
  const [row] = await tx
    .select({ language: helpRequests.language, formVersion: helpRequests.formVersion })
    .from(helpRequests)
    .where(eq(helpRequests.id, id))
  return row
}
