import { inScope, noteShown } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { type Actor, BUILT_IN } from '../../access/actor.ts'
import { checkTyped } from '../../forms/typed.ts'
import { municipalityWith } from '../queries.ts'
import { gatheredFormat, recommendationFormat } from './gathered.ts'
import * as store from './store.ts'

type Saving = {
  readonly municipalityId: Id
  /** Chosen by the form, so that a form that was sent twice makes one. */
  readonly id: Id
  /** The version that was on the screen; undefined for a new one. */
  readonly rowVersion?: number
}

/**
 * Keeps what people said in one talk or meeting, without who they are. Refuses who does not record there, a field that
 * is wrong, a day to come, a text by which somebody can be found, a recommendation of elsewhere, and a version that somebody
 * changed meanwhile.
 */
export async function saveGathered(
  actor: Actor,
  given: Saving & { readonly gathered: unknown; readonly today: Day },
): Promise<Answer> {
  const { municipalityId, id, rowVersion, today } = given
  if (!(await mayRecord(actor, municipalityId, id))) return refuse('not-found')
  const typed = checkTyped(gatheredFormat, given.gathered, ['said'])
  if (!typed.ok) return typed
  const { heldOn, recommendationId } = typed.value
  if (heldOn > today) return refuse('typed-day-ahead', { field: 'heldOn' })
  return inScope(actor, async (tx) => {
    const known = await store.recommendationsIn(tx, municipalityId)
    if (recommendationId !== null && !known.some((one) => one.id === recommendationId))
      return refuse('typed-field-wrong', { field: 'recommendationId' })
    noteShown('municipality', [municipalityId])
    const row = { municipalityId, id, ...typed.value, rowVersion: rowVersion ?? 1 }
    if (rowVersion !== undefined)
      return (await store.updateGathered(tx, row, actor.personId)) ? allow() : refuse('changed-meanwhile')
    await store.insertGathered(tx, row, actor.personId)
    return allow()
  })
}

/** Erases the words of what was gathered, because somebody can be recognised in them or asked for it. Refuses as `saveGathered` does. */
export async function eraseSaid(actor: Actor, municipalityId: Id, id: Id): Promise<Answer> {
  if (!(await mayRecord(actor, municipalityId, id))) return refuse('not-found')
  return inScope(actor, async (tx) => {
    const before = (await store.gatheredIn(tx, municipalityId)).find((one) => one.id === id)
    if (before === undefined) return refuse('not-found')
    noteShown('municipality', [municipalityId])
    const isDone = await store.updateGathered(tx, { ...before, said: null }, actor.personId)
    return isDone ? allow() : refuse('changed-meanwhile')
  })
}

/**
 * Keeps a recommendation and what was decided about it: taken up or not, by whom, when and why. Refuses as
 * `saveGathered` does.
 */
export async function saveRecommendation(
  actor: Actor,
  given: Saving & { readonly recommendation: unknown; readonly today: Day },
): Promise<Answer> {
  const { municipalityId, id, rowVersion, today } = given
  if (!(await mayRecord(actor, municipalityId, id))) return refuse('not-found')
  const typed = checkTyped(recommendationFormat, given.recommendation, ['advice', 'decidedBy', 'why'])
  if (!typed.ok) return typed
  const { decidedOn } = typed.value
  if (decidedOn !== null && decidedOn > today) return refuse('typed-day-ahead', { field: 'decidedOn' })
  return inScope(actor, async (tx) => {
    noteShown('municipality', [municipalityId])
    const row = { municipalityId, id, ...typed.value, rowVersion: rowVersion ?? 1 }
    if (rowVersion !== undefined)
      return (await store.updateRecommendation(tx, row, actor.personId)) ? allow() : refuse('changed-meanwhile')
    await store.insertRecommendation(tx, row, actor.personId)
    return allow()
  })
}

/** Erases words that were said two years ago. For the background jobs; gives of how many. */
export const eraseOldWords = async (actor: Actor): Promise<number> =>
  actor.personId === BUILT_IN.jobs ? inScope(actor, store.eraseOld) : 0

const mayRecord = async (actor: Actor, municipalityId: Id, id: Id): Promise<boolean> =>
  isId(id) && (await municipalityWith(actor, ['change', 'participation'], municipalityId)) !== undefined
