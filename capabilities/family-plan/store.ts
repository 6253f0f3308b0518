import { and, asc, eq, inArray, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm'
import { builtOnce } from '../../database/built-once.ts'
import type { Tx } from '../../database/connect.ts'
import { type Day, day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import type { Plan, PlanItem, ReceivedLine } from './plan.ts'
import { planItems, planParticipants, plans } from './tables.ts'

const asPlan = (row: typeof plans.$inferSelect): Plan => ({
  ...row,
  openedOn: day(row.openedOn),
  closedOn: row.closedOn === null ? null : day(row.closedOn),
})

const dayOrNull = (text: string | null): Day | null => (text === null ? null : day(text))

export async function insertPlan(tx: Tx, row: typeof plans.$inferInsert): Promise<void> {
  await tx.insert(plans).values(row)
}

const openPlans = builtOnce(['familyIds'], (from, { familyIds }) =>
  from
    .select()
    .from(plans)
    .where(and(sql`${plans.familyId} = any(${familyIds}::uuid[])`, isNull(plans.closedOn))),
)

export async function openPlanOf(tx: Tx, familyIds: readonly Id[]): Promise<Plan | undefined> {
  if (familyIds.length === 0) return undefined
  const [row] = await openPlans(tx, { familyIds })
  return row && asPlan(row)
}

export async function planById(tx: Tx, id: Id): Promise<Plan | undefined> {
  const [row] = await tx.select().from(plans).where(eq(plans.id, id))
  return row && asPlan(row)
}

/** Says nothing of who has it: whether the family has an open plan at all, seen or not. */
export async function hasOpenPlan(tx: Tx, familyId: Id): Promise<boolean> {
  const { rows } = await tx.execute<{ has: boolean }>(sql`select access.has_open_plan(${familyId}) as has`)
  return rows[0]?.has === true
}

export async function insertParticipant(tx: Tx, row: typeof planParticipants.$inferInsert): Promise<void> {
  await tx.insert(planParticipants).values(row).onConflictDoNothing()
}

export async function participantsOf(tx: Tx, planId: Id): Promise<Id[]> {
  const rows = await tx
    .select({ id: planParticipants.personId })
    .from(planParticipants)
    .where(eq(planParticipants.planId, planId))
  return rows.map((row) => row.id)
}

export async function insertItem(tx: Tx, row: typeof planItems.$inferInsert): Promise<void> {
  await tx.insert(planItems).values(row)
}

export async function itemsOf(tx: Tx, planId: Id): Promise<PlanItem[]> {
  const rows = await tx
    .select()
    .from(planItems)
    .where(eq(planItems.planId, planId))
    .orderBy(asc(planItems.createdAt), asc(planItems.id))
  return rows.map((row) => ({ ...row, dueOn: dayOrNull(row.dueOn), doneOn: dayOrNull(row.doneOn) }))
}

/** The lines of an open plan that are received by a sharing, as far as the database gives them. */
export async function receivedLinesOf(tx: Tx, sharingId: Id): Promise<ReceivedLine[]> {
  const { rows } = await tx.execute<{
    id: Id
    kind: ReceivedLine['kind']
    goal_id: Id | null
    body: string
    owner: ReceivedLine['owner']
    due_on: string | null
    done_on: string | null
  }>(sql`select id, kind, goal_id, body, owner, due_on::text, done_on::text from access.received_lines(${sharingId})`)
  return rows.map(({ goal_id, due_on, done_on, ...row }) => ({
    ...row,
    goalId: goal_id,
    dueOn: dayOrNull(due_on),
    doneOn: dayOrNull(done_on),
  }))
}

/** Who takes part in each of these plans. */
export async function participantsOfAll(tx: Tx, planIds: readonly Id[]): Promise<ReadonlyMap<Id, readonly Id[]>> {
  if (planIds.length === 0) return new Map()
  const rows = await tx
    .select({ planId: planParticipants.planId, personId: planParticipants.personId })
    .from(planParticipants)
    .where(inArray(planParticipants.planId, [...planIds]))
  const found = new Map<Id, Id[]>()
  for (const { planId, personId } of rows) found.set(planId, [...(found.get(planId) ?? []), personId])
  return found
}

/** Actions in open plans that are not done: of this account, or with a last day up to `until` of anybody else. */
export async function openItemsOf(
  tx: Tx,
  whose: { readonly accountId: Id } | { readonly notOf: Id; readonly until: Day },
): Promise<PlanItem[]> {
  const owned =
    'accountId' in whose
      ? eq(planItems.ownerAccountId, whose.accountId)
      : and(
          lte(planItems.dueOn, whose.until),
          or(isNotNull(planItems.ownerPersonId), ne(planItems.ownerAccountId, whose.notOf)),
        )
  const rows = await tx
    .select({ item: planItems })
    .from(planItems)
    .innerJoin(plans, and(eq(plans.id, planItems.planId), isNull(plans.closedOn)))
    .where(and(owned, isNull(planItems.doneOn), eq(planItems.kind, 'action')))
    .orderBy(asc(planItems.dueOn), asc(planItems.id))
  return rows.map(({ item }) => ({ ...item, dueOn: dayOrNull(item.dueOn), doneOn: null }))
}

/** Ticks an item, or takes the tick back, when nobody changed it since this version; says whether it did. */
export async function tick(tx: Tx, item: PlanItem, doneOn: Day | null): Promise<boolean> {
  const rows = await tx
    .update(planItems)
    .set({ doneOn, rowVersion: item.rowVersion + 1 })
    .where(and(eq(planItems.id, item.id), eq(planItems.rowVersion, item.rowVersion)))
    .returning({ id: planItems.id })
  return rows.length > 0
}

/** Removes the plans of families that are destroyed after their term. */
export async function destroyPlans(tx: Tx, familyIds: readonly Id[]): Promise<void> {
  const ids = tx
    .select({ id: plans.id })
    .from(plans)
    .where(inArray(plans.familyId, [...familyIds]))
  await tx.delete(planItems).where(inArray(planItems.planId, ids))
  await tx.delete(planParticipants).where(inArray(planParticipants.planId, ids))
  await tx.delete(plans).where(inArray(plans.familyId, [...familyIds]))
}
