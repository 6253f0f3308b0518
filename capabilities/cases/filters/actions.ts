import { inScope } from '../../../database/transaction.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { maySomewhere } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { filterName, maySave, type SavedFilter } from './filter.ts'
import * as store from './store.ts'

/** Saves a filter of the worklist under a name, for oneself. Sent twice, by its id, it is one. Refuses what the rules refuse. */
export async function saveFilter(actor: Actor, given: SavedFilter): Promise<Answer> {
  if (!maySomewhere(actor, 'list', 'trajectory')) return refuse('not-found')
  return inScope(actor, async (tx) => {
    const others = await store.filtersOf(tx, actor.personId)
    if (others.some(({ id }) => id === given.id)) return allow()
    const may = maySave(given, others)
    if (!may.ok) return may
    const name = filterName(given.name, others)
    if (!name.ok) return name
    await store.insertFilter(tx, { ...given, name: name.value, accountId: actor.personId })
    return allow()
  })
}

/** Gives an own filter another name. */
export async function renameFilter(actor: Actor, id: Id, text: string): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const all = await store.filtersOf(tx, actor.personId)
    if (!all.some((one) => one.id === id)) return refuse('not-found')
    const name = filterName(
      text,
      all.filter((one) => one.id !== id),
    )
    if (!name.ok) return name
    await store.renameFilter(tx, actor.personId, id, name.value)
    return allow()
  })
}

/** Takes an own filter away; one that is gone already is gone. */
export async function removeFilter(actor: Actor, id: Id): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const all = await store.filtersOf(tx, actor.personId)
    if (all.some((one) => one.id === id)) await store.removeFilter(tx, actor.personId, id)
    return allow()
  })
}
