import { inScope, noteShown } from '../../../database/transaction.ts'
import { after, type Day } from '../../../foundation/day.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { may } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { municipalitiesKnown } from '../../access/queries.ts'
import { counted, type OwnTerm, ownTermOf, type ToldTerm } from './own-term.ts'
import * as store from './store.ts'

/** Where the term of the product stands. */
const OF_THE_PRODUCT = 'content/waiting-terms.json'

/** Where it holds; the id comes with the form, so that one that was sent twice is one. */
export type Setting = { readonly municipalityId: Id; readonly id: Id; readonly today: Day }

/**
 * Sets by when somebody in this municipality reads a question and gets in touch, from a day to come until another. Refuses
 * who sets nothing there, and what `ownTermOf` refuses.
 */
export async function setWaitingTerm(actor: Actor, at: Setting, told: ToldTerm): Promise<Answer> {
  if (!(await maySet(actor, at))) return refuse('not-found')
  const checked = ownTermOf(told, at.today)
  return checked.ok ? keep(actor, at, checked.value) : checked
}

/** Goes back to the term of the product from tomorrow on; what was promised until then stays. Refuses who sets nothing there. */
export async function dropWaitingTerm(actor: Actor, at: Setting): Promise<Answer> {
  if (!(await maySet(actor, at))) return refuse('not-found')
  return keep(actor, at, { from: after(at.today, { days: 1 }), source: OF_THE_PRODUCT, term: undefined })
}

/**
 * Takes away what was set for a day to come; then holds what would have held without it, and the row stays. Refuses who sets nothing there, a day
 * that has begun (what was promised stays), and one for which nothing was set.
 */
export async function takeLaterTerm(actor: Actor, at: Setting, from: Day | undefined): Promise<Answer> {
  if (!(await maySet(actor, at)) || from === undefined || from <= at.today) return refuse('not-found')
  return inScope(actor, async (tx) => {
    const own = (await store.termsOf(tx, [at.municipalityId])).get(at.municipalityId) ?? []
    // A second press finds it taken away already.
    if (!own.some((one) => one.from === from)) return refuse('not-found')
    if (!counted(own).some((one) => one.from === from)) return allow()
    return keep(actor, at, { from, source: OF_THE_PRODUCT, term: undefined, isTakenAway: true })
  })
}

async function maySet(actor: Actor, { municipalityId, id }: Setting): Promise<boolean> {
  const found = (await municipalitiesKnown(actor)).find((one) => one.id === municipalityId)
  if (found === undefined || !isId(id)) return false
  return may(actor, 'change', 'setting', { municipalityId, regionId: found.regionId ?? undefined })
}

const keep = (
  actor: Actor,
  { municipalityId, id }: Setting,
  { from, source, term, isTakenAway = false }: OwnTerm,
): Promise<Answer> =>
  inScope(actor, async (tx) => {
    noteShown('municipality', [municipalityId])
    await store.insertTerm(tx, {
      ...{ id, municipalityId, fromOn: from, source, isTakenAway, recordedBy: actor.personId },
      ...{ untilOn: term?.until ?? null, hours: term?.hours ?? null, contactHours: term?.contactHours ?? null },
    })
    return allow()
  })
