import { inScope, noteShown } from '../../../database/transaction.ts'
import { type Day, dayAt } from '../../../foundation/day.ts'
import { type Id, isId, newId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import { type PersonFile, personFile, readerOf } from '../files/queries.ts'
import { steunfigurenOf } from './queries.ts'
import { endOf, steunfiguurOf, type ToldSteunfiguur } from './steunfiguur.ts'
import * as store from './store.ts'

/**
 * Links somebody of its own to a child, by who works on that child. A form sent twice, by its key, links one. Refuses
 * an adult and a child not born yet, and what `steunfiguurOf` refuses: above all whom the child itself did not agree to.
 */
export async function linkSteunfiguur(
  actor: Actor,
  childId: Id,
  given: ToldSteunfiguur & { readonly key?: Id },
): Promise<Answer<{ readonly id: Id }>> {
  return inScope(actor, async (tx) => {
    const file = await childOf(actor, childId)
    if (file === undefined) return refuse('not-found')
    await store.oneAtATime(tx, childId)
    const [id, others] = [given.key ?? newId(), await steunfigurenOf(actor, childId)]
    if (others.some((one) => one.id === id)) return allow({ id })
    const linked = steunfiguurOf(given, others, dayAt(new Date()))
    if (!linked.ok) return linked
    const { municipalityId } = file.person
    await store.insert(tx, { ...linked.value, id, municipalityId, childId, recordedBy: actor.personId })
    noteShown('file', [childId])
    return allow({ id })
  })
}

/** Says until which day somebody was there for a child; who it was stays known. Refuses what `endOf` refuses. */
export async function endSteunfiguur(actor: Actor, childId: Id, id: Id, endsOn: Day | undefined): Promise<Answer> {
  return inScope(actor, async (tx) => {
    if ((await childOf(actor, childId)) === undefined) return refuse('not-found')
    await store.oneAtATime(tx, childId)
    const one = (await steunfigurenOf(actor, childId)).find((known) => known.id === id)
    if (one === undefined) return refuse('not-found')
    // The same day said twice is said once.
    if (one.endsOn !== null && one.endsOn === endsOn) return allow()
    const last = endOf(one, endsOn, dayAt(new Date()))
    if (!last.ok) return last
    await store.end(tx, id, { endsOn: last.value, endedBy: actor.personId })
    noteShown('file', [childId])
    return allow()
  })
}

/** The file of a born child on whom the actor works; to read it with a reason is not to work on it. */
async function childOf(actor: Actor, childId: Id): Promise<PersonFile | undefined> {
  const file =
    isId(childId) && (await readerOf(actor)).worksOn.has(childId) ? await personFile(actor, childId) : undefined
  return file?.person.kind === 'child' ? file : undefined
}
