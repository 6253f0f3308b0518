import type { Tx } from '../../../database/connect.ts'
import { inScope } from '../../../database/transaction.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import { checkStepPlan } from '../check.ts'
import type { StepPlan } from '../definition.ts'
import type { Added, Spot } from './changes.ts'
import { sealOf, thingAt } from './changes.ts'
import { differencesBetween } from './differences.ts'
import { mayKeepStepPlan, namesForDraft, publicStepPlan, stepPlanKept, stepPlanVersion } from './queries.ts'
import { isSafetyReworded } from './references.ts'
import * as store from './store.ts'

/** A change of one thing, or why it is refused; `seal` tells what the form showed. */
export type Change = {
  readonly spot: Spot
  readonly seal: string
  readonly changed: (plan: StepPlan) => Answer<StepPlan>
}

/**
 * Keeps what somebody filled in, also when it is not right yet; nothing of it is public. Refuses who does not keep the plan,
 * a thing that nobody knows, one that was changed since the form was opened, and what the change itself refuses.
 */
export const changeStepPlan = (actor: Actor, { spot, seal, changed }: Change): Promise<Answer> =>
  inDraft(actor, async (tx, draft) => {
    if (thingAt(draft.plan, spot) === undefined) return refuse('not-found')
    if (sealOf(draft.plan, spot) !== seal) return refuse('changed-meanwhile')
    const next = changed(draft.plan)
    return next.ok ? keep(tx, actor, draft, next.value) : next
  })

/** Adds a question, step, button or example person; the same one told twice is one. Refuses who does not keep the plan. */
export const addToStepPlan = (actor: Actor, add: (plan: StepPlan) => Added): Promise<Answer<{ code: string }>> =>
  inDraft(actor, async (tx, draft) => {
    const { plan, code } = add(draft.plan)
    const kept = await keep(tx, actor, draft, plan)
    return kept.ok ? allow({ code }) : kept
  })

/** A plan is a hundred kilobytes; the database keeps no more than a million signs. */
const LARGEST = 900_000

async function keep(tx: Tx, actor: Actor, draft: store.Draft, plan: StepPlan): Promise<Answer> {
  if (JSON.stringify(plan).length > LARGEST) return refuse('draft-too-large')
  await store.updateDraft(tx, draft, plan, actor.personId)
  return allow()
}

async function inDraft<T>(actor: Actor, work: (tx: Tx, draft: store.Draft) => Promise<Answer<T>>): Promise<Answer<T>> {
  if (!(await mayKeepStepPlan(actor))) return refuse('not-found')
  return inScope(actor, async (tx) => {
    const draft = await store.draftToChange(tx, await publicStepPlan(actor), actor.personId)
    return draft === undefined ? refuse('not-found') : work(tx, draft)
  })
}

/** Throws the draft away; what is public stays. Refuses who does not keep the plan, and one that changed since it was shown. */
export async function discardStepPlan(actor: Actor, rowVersion: number): Promise<Answer> {
  const kept = await stepPlanKept(actor)
  if (kept === undefined) return refuse('not-found')
  if (kept.rowVersion !== rowVersion) return refuse('changed-meanwhile')
  await inScope(actor, (tx) => store.deleteDraft(tx, kept.current.code))
  return allow()
}

/**
 * What somebody saw when publishing was confirmed: the draft as it was then, and the version that was public; and whether the
 * words of the question after fear were read again.
 */
export type Seen = { readonly rowVersion: number; readonly current: number; readonly isSafetyRead?: boolean }
export type Published = { readonly version: number }

/**
 * Publishes the draft as the next version; the draft is gone then. Refuses who does not keep the plan, a draft with
 * any fault or with an example person who gets other steps, one that says what is public already, what changed since it was
 * shown, and other words of the question after fear that nobody read again.
 */
export const publishStepPlan = (
  actor: Actor,
  { rowVersion, current, isSafetyRead = false }: Seen,
): Promise<Answer<Published>> =>
  publishing(actor, current, async (tx, now) => {
    const draft = await store.draftOf(tx, now.code)
    if (draft === undefined) return refuse('step-plan-same')
    if (draft.rowVersion !== rowVersion) return refuse('changed-meanwhile')
    if (isSafetyReworded(now, draft.plan) && !isSafetyRead) return refuse('step-plan-safety-unread')
    const published = await publish(tx, actor, { plan: draft.plan, now })
    if (published.ok) await store.deleteDraft(tx, now.code)
    return published
  })

/**
 * Publishes an earlier version again, as the next one; a draft stays as it is. Refuses as publishing a draft does, and a
 * version that nobody knows.
 */
export const restoreStepPlan = (
  actor: Actor,
  { version, current }: { readonly version: number; readonly current: number },
): Promise<Answer<Published>> =>
  publishing(actor, current, async (tx, now) => {
    const plan = await stepPlanVersion(actor, version)
    return plan === undefined ? refuse('not-found') : publish(tx, actor, { plan, now, restores: version })
  })

async function publishing(
  actor: Actor,
  current: number,
  work: (tx: Tx, now: StepPlan) => Promise<Answer<Published>>,
): Promise<Answer<Published>> {
  if (!(await mayKeepStepPlan(actor))) return refuse('not-found')
  return inScope(actor, async (tx) => {
    await store.lockVersions(tx)
    const now = await publicStepPlan(actor)
    return now.version === current ? work(tx, now) : refuse('changed-meanwhile')
  })
}

type Publishing = { readonly plan: StepPlan; readonly now: StepPlan; readonly restores?: number }

async function publish(tx: Tx, actor: Actor, { plan, now, restores }: Publishing): Promise<Answer<Published>> {
  if (differencesBetween(now, plan).length === 0) return refuse('step-plan-same')
  const [newest] = await store.everyVersion(tx)
  const version = Math.max(newest?.version ?? 1, now.version) + 1
  const checked = checkStepPlan({ ...plan, version }, await namesForDraft(actor))
  if (!checked.ok) return refuse('step-plan-not-ready')
  const row = { version, plan: checked.value, publishedBy: actor.personId }
  await store.insertPlan(tx, { ...row, ...(restores !== undefined && { restores }) })
  return allow({ version })
}
