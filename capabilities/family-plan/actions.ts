import { inScope, noteShown } from '../../database/transaction.ts'
import type { Day } from '../../foundation/day.ts'
import { type Id, isId, newId } from '../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import type { Actor } from '../access/actor.ts'
import { personFile, readerOf, worksSteadilyOn } from '../families/files/queries.ts'
import { itemOf, type NewItem, type Plan, type PlanItem } from './plan.ts'
import * as store from './store.ts'

/**
 * Opens the one plan of a person's family, with its opener as director and these members of the family taking part.
 * Refuses a second plan, and members of another family.
 */
export async function openPlan(
  actor: Actor,
  personId: Id,
  given: { readonly participants: readonly Id[]; readonly on: Day },
): Promise<Answer<{ planId: Id }>> {
  return inScope(actor, async (tx) => {
    const { worksOn } = await readerOf(actor)
    const file = worksOn.has(personId) ? await personFile(actor, personId) : undefined
    const familyId = file?.familyIds[0]
    if (file === undefined || familyId === undefined) return refuse('not-found')
    if (!(await worksSteadilyOn(actor)).has(personId)) return refuse('stand-in-staffs')
    if (await store.hasOpenPlan(tx, familyId)) return refuse('plan-there-is-one')
    const participants = new Set([personId, ...given.participants])
    // Before anything is written: a refusal keeps what was written before it.
    if ([...participants].some((one) => !file.members.some(({ id }) => id === one))) return refuse('plan-not-family')
    const { municipalityId } = file.person
    const planId = newId()
    await store.insertPlan(tx, {
      ...{ municipalityId, id: planId, familyId },
      ...{ directorId: actor.personId, openedOn: given.on },
    })
    for (const one of participants) await store.insertParticipant(tx, { municipalityId, planId, personId: one })
    noteShown('plan', [planId])
    noteShown('municipality', [municipalityId])
    return allow({ planId })
  })
}

/** Adds a goal, action or agreement, by whoever works on somebody in the plan or directs it; see `itemOf` for what is refused. */
export async function addItem(actor: Actor, planId: Id, given: NewItem): Promise<Answer<{ itemId: Id }>> {
  return inScope(actor, async (tx) => {
    const plan = isId(planId) ? await store.planById(tx, planId) : undefined
    if (plan === undefined || plan.closedOn !== null) return refuse('not-found')
    const participants = await store.participantsOf(tx, planId)
    if (!(await mayWrite(actor, plan, participants))) return refuse('not-found')
    const item = itemOf(given)
    if (!item.ok) return item
    const { ownerPersonId, ownerAccountId, goalId, kind, body, dueOn } = item.value
    if (ownerPersonId !== undefined && !participants.includes(ownerPersonId)) return refuse('plan-not-family')
    if (goalId !== undefined && !(await store.itemsOf(tx, planId)).some((one) => one.id === goalId))
      return refuse('not-found')
    const itemId = newId()
    await store.insertItem(tx, {
      ...{ municipalityId: plan.municipalityId, id: itemId, planId, kind, body, createdBy: actor.personId },
      ...{ goalId: goalId ?? null, dueOn: dueOn ?? null },
      ...{ ownerPersonId: ownerPersonId ?? null, ownerAccountId: ownerAccountId ?? null },
    })
    noteShown('plan', [planId])
    return allow({ itemId })
  })
}

async function mayWrite(actor: Actor, plan: Plan, participants: readonly Id[]): Promise<boolean> {
  const { worksOn } = await readerOf(actor)
  return plan.directorId === actor.personId || participants.some((one) => worksOn.has(one))
}

/**
 * Says that something was done on a day, or that it was not after all (null): by whoever writes in the plan, and by
 * somebody of the family for what is theirs. Refuses when somebody else changed it meanwhile.
 */
export async function tickItem(
  actor: Actor,
  planId: Id,
  given: { readonly itemId: Id; readonly rowVersion: number; readonly doneOn: Day | null },
): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const plan = isId(planId) ? await store.planById(tx, planId) : undefined
    const item = plan && (await store.itemsOf(tx, planId)).find((one) => one.id === given.itemId)
    if (plan === undefined || item === undefined || plan.closedOn !== null) return refuse('not-found')
    if (!(await mayTick(actor, plan, item, await store.participantsOf(tx, planId)))) return refuse('not-found')
    noteShown('plan', [planId])
    if (item.rowVersion !== given.rowVersion) return refuse('changed-meanwhile')
    const isDone = await store.tick(tx, item, given.doneOn)
    return isDone ? allow() : refuse('changed-meanwhile')
  })
}

/** Destroys the plans of families after their term, before the families themselves. */
export const destroyPlans = (actor: Actor, familyIds: readonly Id[]): Promise<void> =>
  inScope(actor, (tx) => store.destroyPlans(tx, familyIds))

async function mayTick(actor: Actor, plan: Plan, item: PlanItem, participants: readonly Id[]): Promise<boolean> {
  const { is } = await readerOf(actor)
  const isTheirs = item.ownerPersonId !== null && is.has(item.ownerPersonId)
  return isTheirs || mayWrite(actor, plan, participants)
}
