import { inScope, noteShown } from '../../database/transaction.ts'
import type { Day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import type { Actor } from '../access/actor.ts'
import { mayRead } from '../families/disclosure.ts'
import { personsNamed, readerOf } from '../families/files/queries.ts'
import { receivedItems } from '../families/sharing/queries.ts'
import type { Plan, PlanItem, ReceivedLine } from './plan.ts'
import * as store from './store.ts'

export type SharedPlan = {
  readonly plan: Plan
  readonly items: readonly PlanItem[]
  /** Who takes part, by name as the family knows them. */
  readonly participants: readonly { readonly id: Id; readonly name: string | null }[]
}

/**
 * The open plan of a person's family; undefined when there is none, and for whoever takes no part in it. A plan holds
 * goals, actions and agreements; what anybody told stands in their own file.
 */
export async function sharedPlan(actor: Actor, familyIds: readonly Id[]): Promise<SharedPlan | undefined> {
  return inScope(actor, async (tx) => {
    const plan = await store.openPlanOf(tx, familyIds)
    if (plan === undefined) return undefined
    const participants = await store.participantsOf(tx, plan.id)
    const item = {
      disclosure: 'shared-plan',
      personId: '',
      participants: new Set(participants),
      directorId: plan.directorId,
    } as const
    if (!mayRead(await readerOf(actor), item)) return undefined
    noteShown('plan', [plan.id])
    noteShown('municipality', [plan.municipalityId])
    const [items, named] = await Promise.all([store.itemsOf(tx, plan.id), personsNamed(actor, participants)])
    return { plan, items, participants: named.map(({ id, name }) => ({ id, name })) }
  })
}

/**
 * What somebody elsewhere receives of the plan by a recorded sharing: the lines of that one person, without who else takes
 * part. Nothing before the sharing is taken, after its last day, and once it is withdrawn.
 */
export async function receivedLines(actor: Actor, sharingId: Id): Promise<ReceivedLine[]> {
  return inScope(actor, async (tx) => {
    const item = (await receivedItems(actor)).get(sharingId)
    if (item === undefined || !mayRead(await readerOf(actor), item)) return []
    return store.receivedLinesOf(tx, sharingId)
  })
}

export type OwnAction = { readonly item: PlanItem; readonly participants: SharedPlan['participants'] }

/** What the actor is to do in the plans they take part in, and has not done yet; by last day. */
export const ownActions = (actor: Actor): Promise<OwnAction[]> => openActions(actor, { accountId: actor.personId })

/** What a colleague is to do in the plans that this actor reads, and has not done yet; for who stands in. */
export const actionsOf = (actor: Actor, accountId: Id): Promise<OwnAction[]> => openActions(actor, { accountId })

/** What others are to do by this day, in the plans that this actor takes part in, and have not done yet; by last day. */
export const actionsOfOthers = (actor: Actor, until: Day): Promise<OwnAction[]> =>
  openActions(actor, { notOf: actor.personId, until })

async function openActions(actor: Actor, whose: Parameters<typeof store.openItemsOf>[1]): Promise<OwnAction[]> {
  return inScope(actor, async (tx) => {
    const items = await store.openItemsOf(tx, whose)
    if (items.length === 0) return []
    const reader = await readerOf(actor)
    const taking = await store.participantsOfAll(tx, [...new Set(items.map(({ planId }) => planId))])
    const named = await personsNamed(actor, [...new Set([...taking.values()].flat())])
    const names = new Map(named.map(({ id, name }) => [id, name]))
    const found = items.flatMap((item): OwnAction[] => {
      const participants = taking.get(item.planId) ?? []
      const isOwn = item.ownerAccountId === actor.personId
      const plan = { disclosure: 'shared-plan', personId: '', participants: new Set(participants) } as const
      if (!isOwn && !mayRead(reader, plan)) return []
      return [{ item, participants: participants.map((id) => ({ id, name: names.get(id) ?? null })) }]
    })
    noteShown('plan', new Set(found.map((one) => one.item.planId)))
    return found
  })
}
