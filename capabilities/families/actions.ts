import { inScope } from '../../database/transaction.ts'
import type { Id } from '../../foundation/id.ts'
import type { Actor } from '../access/actor.ts'
import type { NewFamily } from './family.ts'
import * as files from './files/store.ts'
import { destroyBreaks } from './glass/store.ts'
import { destroyInvitations } from './inviting/store.ts'
import { destroyNotes } from './notes/store.ts'
import { destroySharings } from './sharing/store.ts'
import { destroySteunfiguren } from './steunfiguren/store.ts'
import * as store from './store.ts'

/**
 * Opens families without their children yet: children are seen through a trajectory, so they follow once it exists
 * (`addChildren`). Row-level security refuses families outside the actor's provisions.
 */
export const openFamilies = (actor: Actor, rows: readonly NewFamily[]): Promise<void> =>
  inScope(actor, (tx) => store.insertFamilies(tx, rows))

/** Adds the children of families that have a trajectory by now. */
export const addChildren = (actor: Actor, rows: readonly NewFamily[]): Promise<void> =>
  inScope(actor, (tx) => store.insertChildren(tx, rows))

/** Destroys families after their term; their trajectories must be gone already. */
export const destroyFamilies = (actor: Actor, ids: readonly Id[]): Promise<void> =>
  inScope(actor, async (tx) => {
    const persons = await files.personsIn(tx, ids)
    await destroyNotes(tx, persons)
    await destroyBreaks(tx, persons)
    await destroySharings(tx, persons)
    await destroyInvitations(tx, persons)
    await destroySteunfiguren(tx, persons)
    await files.destroyPersons(tx, ids)
    await store.deleteFamilies(tx, ids)
  })
