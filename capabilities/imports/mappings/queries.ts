import { inScope } from '../../../database/transaction.ts'
import type { Actor } from '../../access/actor.ts'
import { type Provision, provisionsWhereMay } from '../../access/queries.ts'
import { headerHash, type Mapping } from '../columns.ts'
import * as store from '../store.ts'

/**
 * The mapping that was chosen before for these columns: in this provision, or else last in another provision of the same
 * programme by the same organisation where the actor may bring in files. Another organisation's is never looked at.
 */
export async function mappingBefore(
  actor: Actor,
  provision: Provision,
  columns: readonly string[],
): Promise<Mapping | undefined> {
  return inScope(actor, async (tx) => {
    const known = (await provisionsWhereMay(actor, 'change', 'import')).filter(
      ({ organisationId, programmeCode }) =>
        organisationId === provision.organisationId && programmeCode === provision.programmeCode,
    )
    const ids = known.map((one) => one.id)
    return store.savedMapping(tx, { own: provision.id, shared: ids }, headerHash(columns))
  })
}
