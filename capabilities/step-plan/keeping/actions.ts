import { inScope } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import { type Answer, allow, type Refused, refuse } from '../../../foundation/result.ts'
import { type Actor, BUILT_IN } from '../../access/actor.ts'
import { giveBack, KEEPING, KEPT, takeTurn } from '../../access/sign-in/limits.ts'
import type { Filling } from '../../forms/filling.ts'
import type { StepPlan } from '../definition.ts'
import { codeFor, keysFor, lock, unlock } from './code.ts'
import * as store from './store.ts'

export type KeptSteps = { readonly code: string; readonly until: Day }
type From = { readonly address: string }

/**
 * Keeps the answers of a visitor under a code, for ninety days, encrypted with that code. Kept twice it is one thing
 * with one code. Refuses who keeps too often from one network, and who is signed in: steps belong to nobody known.
 */
export async function keepSteps(
  actor: Actor,
  { plan, filling, address }: From & { readonly plan: Pick<StepPlan, 'code'>; readonly filling: Filling },
): Promise<Answer<KeptSteps>> {
  if (actor.personId !== BUILT_IN.visitor) return refuse('steps-as-visitor')
  const turn = await takeTurn(KEEPING, address)
  if (!turn.isAllowed) return tooMany(turn.waitSeconds)
  const code = codeFor(filling.submitKey)
  const keys = await keysFor(code)
  if (keys === undefined) throw new Error('a code of ours can be read')
  const until = await inScope(actor, (tx) => store.keep(tx, keys.lookup, lock(keys, plan.code, filling)))
  return allow({ code, until })
}

type Typed = From & { readonly plan: Pick<StepPlan, 'code'>; readonly typed: string }

/** The answers that were kept under a code. Guessing stops after a few wrong codes, counted per network. */
export async function openKeptSteps(actor: Actor, { plan, typed, address }: Typed): Promise<Answer<Filling>> {
  const turn = await takeTurn(KEPT, address)
  if (!turn.isAllowed) return tooMany(turn.waitSeconds)
  const keys = await keysFor(typed)
  const content = keys && (await inScope(actor, (tx) => store.contentAt(tx, keys.lookup)))
  const filling = keys && content && unlock(keys, plan.code, content)
  if (filling === undefined) return refuse('steps-code-unknown')
  await giveBack(KEPT, address)
  return allow(filling)
}

/** Throws away at once what was kept under a code; a code that nobody has is refused, and counted like a wrong one. */
export async function forgetKeptSteps(actor: Actor, { typed, address }: Omit<Typed, 'plan'>): Promise<Answer> {
  const turn = await takeTurn(KEPT, address)
  if (!turn.isAllowed) return tooMany(turn.waitSeconds)
  const keys = await keysFor(typed)
  const isGone = keys !== undefined && (await inScope(actor, (tx) => store.forget(tx, keys.lookup)))
  if (!isGone) return refuse('steps-code-unknown')
  await giveBack(KEPT, address)
  return allow()
}

/** For the clean-up job: what is past its last day goes; gives how many. */
export const forgetOldSteps = (actor: Actor): Promise<number> => inScope(actor, store.forgetOld)

const tooMany = (waitSeconds: number): Refused => refuse('request-too-many', { minutes: Math.ceil(waitSeconds / 60) })
