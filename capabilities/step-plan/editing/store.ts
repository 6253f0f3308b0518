import { and, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import type { Id } from '../../../foundation/id.ts'
import type { StepPlan } from '../definition.ts'
import { stepPlanDrafts, stepPlans } from './tables.ts'

/** A plan that somebody is writing; texts may be empty and lists too. */
export type Draft = {
  readonly plan: StepPlan
  readonly rowVersion: number
  readonly changedBy: Id
  readonly changedAt: Date
}

/** Until the end of the transaction nobody else publishes: versions are numbered one after the other. */
export const lockVersions = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('step plans'))`)

/** The newest version that was published here, as a document. */
export async function newestPlan(tx: Tx): Promise<unknown> {
  const [row] = await tx.select({ plan: stepPlans.plan }).from(stepPlans).orderBy(desc(stepPlans.version)).limit(1)
  return row?.plan
}

/** How many versions were published; it only ever rises. */
export const countPlans = (tx: Tx): Promise<number> => tx.$count(stepPlans)

export async function planOf(tx: Tx, version: number): Promise<unknown> {
  const [row] = await tx.select({ plan: stepPlans.plan }).from(stepPlans).where(eq(stepPlans.version, version))
  return row?.plan
}

/** Every version without what it says, the newest first. */
export const everyVersion = (tx: Tx) =>
  tx
    .select({
      version: stepPlans.version,
      restores: stepPlans.restores,
      publishedBy: stepPlans.publishedBy,
      publishedAt: stepPlans.publishedAt,
    })
    .from(stepPlans)
    .orderBy(desc(stepPlans.version))

export async function insertPlan(tx: Tx, row: typeof stepPlans.$inferInsert): Promise<void> {
  await tx.insert(stepPlans).values(row)
}

export async function draftOf(tx: Tx, code: string): Promise<Draft | undefined> {
  const [row] = await tx.select().from(stepPlanDrafts).where(eq(stepPlanDrafts.code, code))
  return row && asDraft(row)
}

/** The draft, kept from others until the transaction ends; begun as this plan when there is none. */
export async function draftToChange(tx: Tx, plan: StepPlan, changedBy: Id): Promise<Draft | undefined> {
  await tx.insert(stepPlanDrafts).values({ code: plan.code, plan, changedBy }).onConflictDoNothing()
  const [row] = await tx.select().from(stepPlanDrafts).where(eq(stepPlanDrafts.code, plan.code)).for('update')
  return row && asDraft(row)
}

// Only this room writes drafts, each from a plan by changes that keep its types.
const asDraft = (row: typeof stepPlanDrafts.$inferSelect): Draft => ({ ...row, plan: row.plan as StepPlan })

export async function updateDraft(tx: Tx, draft: Draft, plan: StepPlan, changedBy: Id): Promise<void> {
  const isAsRead = and(eq(stepPlanDrafts.code, draft.plan.code), eq(stepPlanDrafts.rowVersion, draft.rowVersion))
  const changed = { plan, changedBy, rowVersion: draft.rowVersion + 1, changedAt: sql`clock_timestamp()` }
  await tx.update(stepPlanDrafts).set(changed).where(isAsRead)
}

export async function deleteDraft(tx: Tx, code: string): Promise<void> {
  await tx.delete(stepPlanDrafts).where(eq(stepPlanDrafts.code, code))
}
