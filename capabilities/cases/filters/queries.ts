import { inScope } from '../../../database/transaction.ts'
import type { Actor } from '../../access/actor.ts'
import type { SavedFilter } from './filter.ts'
import * as store from './store.ts'

/** The filters that this person saved, by name; nobody sees those of another. */
export const savedFilters = (actor: Actor): Promise<SavedFilter[]> =>
  inScope(actor, (tx) => store.filtersOf(tx, actor.personId))
