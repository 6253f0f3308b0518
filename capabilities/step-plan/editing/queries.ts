import { inScope } from '../../../database/transaction.ts'
import type { Actor } from '../../access/actor.ts'
import { mayChangePage } from '../../information/editing/queries.ts'
import { approvedNeutrality } from '../../information/queries.ts'
import { programmesKnown } from '../../programmes/queries.ts'
import type { Known } from '../check.ts'
import { faultsOfDraft } from '../check.ts'
import { type StepPlan, stepPlanFormat } from '../definition.ts'
import type { PlanFault } from '../faults.ts'
import { shippedStepPlan, stepPlanNames } from '../queries.ts'
import * as store from './store.ts'

/** The plan is for everyone, and so kept by who keeps the pages of everyone (decision 35). */
export const mayKeepStepPlan = (actor: Actor): Promise<boolean> =>
  mayChangePage(actor, { regionId: null, municipalityId: null })

/** The plan that residents get: the newest that was published here, or the one that comes with the product. */
export async function publicStepPlan(actor: Actor): Promise<StepPlan> {
  const shipped = shippedStepPlan(actor)
  // A plan of an earlier product that this one can not read any more gives way to the one that came with it.
  return readable(await inScope(actor, store.newestPlan)) ?? shipped
}

/** Rises with every version that is published. */
export const stepPlanMark = (actor: Actor): Promise<number> => inScope(actor, store.countPlans)

const readable = (plan: unknown): StepPlan | undefined => {
  const read = stepPlanFormat.safeParse(plan)
  return read.success ? read.data : undefined
}

/** A version as the list of versions shows it; the one that comes with the product was published by nobody here. */
export type Version = {
  readonly version: number
  readonly published: Omit<Awaited<ReturnType<typeof store.everyVersion>>[number], 'version'> | undefined
}

/** The plan as who keeps it works on it. */
export type PlanKept = {
  readonly current: StepPlan
  /** What is being written; the public plan while nobody changed anything. */
  readonly draft: StepPlan
  /** Of the draft, to notice a change meanwhile; 0 while there is none. */
  readonly rowVersion: number
  readonly changedAt: Date | undefined
  readonly known: Known
  readonly faults: readonly PlanFault[]
  /** The newest first. */
  readonly versions: readonly [Version, ...Version[]]
}

/** Plan, draft, faults and versions, for who keeps the plan; undefined for everybody else. */
export async function stepPlanKept(actor: Actor): Promise<PlanKept | undefined> {
  if (!(await mayKeepStepPlan(actor))) return undefined
  return inScope(actor, async (tx) => {
    const [current, known] = [await publicStepPlan(actor), await namesForDraft(actor)]
    const draft = await store.draftOf(tx, current.code)
    const plan = draft?.plan ?? current
    const published = await store.everyVersion(tx)
    const versions = published.map(({ version, ...row }): Version => ({ version, published: row }))
    const shipped: Version = { version: shippedStepPlan(actor).version, published: undefined }
    const [newest = shipped, ...earlier] = [...versions, shipped]
    return {
      ...{ current, draft: plan, known, faults: faultsOf(plan, known) },
      ...{ rowVersion: draft?.rowVersion ?? 0, changedAt: draft?.changedAt },
      versions: [newest, ...earlier],
    }
  })
}

/** One version as it was public, for who keeps the plan; undefined for a number that nobody knows. */
export async function stepPlanVersion(actor: Actor, version: number): Promise<StepPlan | undefined> {
  if (!(await mayKeepStepPlan(actor))) return undefined
  const published = await inScope(actor, (tx) => store.planOf(tx, version))
  if (published !== undefined) return readable(published)
  const shipped = shippedStepPlan(actor)
  return shipped.version === version ? shipped : undefined
}

/** What a plan may name here: pages and programmes that come with the product, and those that were made on screen. */
export async function namesForDraft(actor: Actor): Promise<Known> {
  const shipped = stepPlanNames(actor)
  const [pages, programmes] = [await approvedNeutrality(actor), await programmesKnown(actor)]
  return {
    pages: new Map([...shipped.pages, ...pages]),
    facts: shipped.facts,
    programmes: [...new Set([...shipped.programmes, ...programmes.map(({ code }) => code)])],
  }
}

let checked: { readonly of: string; readonly faults: readonly PlanFault[] } | undefined

/** The faults of a draft; trying it on everybody takes a moment, so a plan that did not change is not tried again. */
function faultsOf(plan: StepPlan, known: Known): readonly PlanFault[] {
  const of = JSON.stringify([plan, [...known.pages], known.facts, known.programmes])
  if (checked?.of !== of) checked = { of, faults: faultsOfDraft(plan, known) }
  return checked.faults
}
