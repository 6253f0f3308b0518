import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Day } from '../../foundation/day.ts'
import type { Answer } from '../../foundation/result.ts'
import { maySomewhere } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import { factOn } from '../information/facts.ts'
import { factsKnown, namesKnown, shippedPages } from '../information/queries.ts'
import { shippedCodes } from '../programmes/shipped.ts'
import { checkStepPlan, type Known } from './check.ts'
import { type StepPlan, stepPlanFormat } from './definition.ts'
import type { TermFact } from './terms.ts'

/** Where the plans that come with the product stand, from the folder in which it runs. */
const FOLDER = 'content/step-plans'
/** The plan of the public site. */
const PLAN = 'apart'

let loaded: StepPlan | undefined

/**
 * The step plan that comes with the product. Throws when it has not the form of a plan. The rest was checked before it was shipped:
 * against all pages that takes a second, and this is asked at every start.
 */
export function shippedStepPlan(actor: Actor): StepPlan {
  if (!maySomewhere(actor, 'read', 'programme')) throw new Error('steps are read by whoever may read programmes')
  if (loaded !== undefined) return loaded
  loaded = stepPlanFormat.parse(JSON.parse(readFileSync(join(FOLDER, `${PLAN}.json`), 'utf8')))
  return loaded
}

/** A plan as somebody wrote it, checked against the pages, facts and programmes that come with the product. */
export const checkedStepPlan = (actor: Actor, json: unknown): Answer<StepPlan> =>
  checkStepPlan(json, stepPlanNames(actor))

let names: Known | undefined

/** What a plan may name of what comes with the product; read once, for reading every page takes half a second. */
export function stepPlanNames(actor: Actor): Known {
  names ??= namesShipped(actor)
  return names
}

function namesShipped(actor: Actor): Known {
  const { pages } = shippedPages(actor)
  return {
    pages: new Map(pages.map(({ slug, page }) => [slug, { isNeutral: page.front.windowTitle !== undefined }])),
    facts: namesKnown(actor).facts,
    programmes: shippedCodes(actor),
  }
}

/** What terms may name on a day: facts that hold then and for which somebody found a source. */
export function termFacts(actor: Actor, today: Day): ReadonlyMap<string, TermFact> {
  const facts = factsKnown(actor)
  return new Map(
    facts.flatMap(({ code }) => {
      const fact = factOn(facts, code, today)
      return fact === undefined || fact.status === 'unverified' ? [] : [[code, fact] as const]
    }),
  )
}
