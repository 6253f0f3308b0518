import { inScope } from '../../database/transaction.ts'
import type { Id } from '../../foundation/id.ts'
import type { Actor } from '../access/actor.ts'
import type { Child } from './family.ts'
import * as store from './store.ts'

/** The children of a family by the age told, in the order told; none for a family out of reach. */
export const childrenOf = (actor: Actor, municipalityId: Id, familyId: Id): Promise<Child[]> =>
  inScope(actor, (tx) => store.childrenOf(tx, municipalityId, familyId))
