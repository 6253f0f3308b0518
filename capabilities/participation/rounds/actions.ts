import { inScope, noteShown } from '../../../database/transaction.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import { checkTyped } from '../../forms/typed.ts'
import { municipalityWith } from '../queries.ts'
import { findingFormat, roundFormat } from './round.ts'
import * as store from './store.ts'

type Saving = {
  readonly municipalityId: Id
  /** Chosen by the form, so that a form that was sent twice makes one. */
  readonly id: Id
  /** The version that was on the screen; undefined for a new one. */
  readonly rowVersion?: number
}

/**
 * Keeps a test round: what was tried, when, and with how many people of each group. Refuses who does not record
 * there, a field that is wrong, a title by which somebody can be found, and a version that somebody changed meanwhile.
 */
export async function saveRound(actor: Actor, given: Saving & { readonly round: unknown }): Promise<Answer> {
  const { municipalityId, id, rowVersion } = given
  if (!(await mayRecord(actor, municipalityId, id))) return refuse('not-found')
  const typed = checkTyped(roundFormat, given.round, ['title', 'siteVersion'])
  if (!typed.ok) return typed
  return inScope(actor, async (tx) => {
    const row = { municipalityId, id, ...typed.value, rowVersion: rowVersion ?? 1 }
    const before = await store.roundIn(tx, municipalityId, id)
    noteShown('municipality', [municipalityId])
    if (rowVersion === undefined) {
      if (before === undefined) await store.insertRound(tx, row, actor.personId)
      return allow()
    }
    if (before === undefined) return refuse('not-found')
    return (await store.updateRound(tx, row, actor.personId)) ? allow() : refuse('changed-meanwhile')
  })
}

/**
 * Keeps what testers ran into and what was done about it. Refuses as `saveRound` does, a round that is not there, and
 * a decision that does not say what was done or why not.
 */
export async function saveFinding(
  actor: Actor,
  given: Saving & { readonly roundId: Id; readonly finding: unknown },
): Promise<Answer> {
  const { municipalityId, id, roundId, rowVersion } = given
  if (!isId(roundId) || !(await mayRecord(actor, municipalityId, id))) return refuse('not-found')
  const typed = checkTyped(findingFormat, given.finding, ['task', 'finding', 'done'])
  if (!typed.ok) return typed
  return inScope(actor, async (tx) => {
    if ((await store.roundIn(tx, municipalityId, roundId)) === undefined) return refuse('not-found')
    const row = { municipalityId, id, roundId, ...typed.value, rowVersion: rowVersion ?? 1 }
    noteShown('municipality', [municipalityId])
    if (rowVersion === undefined) {
      await store.insertFinding(tx, row, actor.personId)
      return allow()
    }
    return (await store.updateFinding(tx, row, actor.personId)) ? allow() : refuse('changed-meanwhile')
  })
}

const mayRecord = async (actor: Actor, municipalityId: Id, id: Id): Promise<boolean> =>
  isId(id) && (await municipalityWith(actor, ['change', 'participation'], municipalityId)) !== undefined
