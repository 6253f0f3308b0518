import { asc, eq } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import type { Id } from '../../../foundation/id.ts'
import type { HelpRequest } from '../request.ts'
import type { CircumstancesNoted } from './circumstances.ts'
import { requestCircumstances } from './tables.ts'

/** Every version that the actor may know, the first one first. */
export const versionsOf = (tx: Tx, requestId: Id): Promise<CircumstancesNoted[]> =>
  tx
    .select()
    .from(requestCircumstances)
    .where(eq(requestCircumstances.requestId, requestId))
    .orderBy(asc(requestCircumstances.number))

type New = Omit<CircumstancesNoted, 'number' | 'recordedAt'> & { readonly formVersion: number }

export async function addVersion(tx: Tx, { id, municipalityId, provisionId }: HelpRequest, given: New): Promise<void> {
  const { domains, housing, noHelpBefore, ...rest } = given
  await tx.insert(requestCircumstances).values({
    ...{ requestId: id, municipalityId, provisionId, number: (await versionsOf(tx, id)).length + 1 },
    ...{ domains: [...domains], housing: [...housing], noHelpBefore: [...noHelpBefore] },
    ...rest,
  })
}
