import { inScope } from '../../../database/transaction.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, type Refused, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import type { Noting } from '../circumstances/actions.ts'
import { update } from '../store.ts'
import { requestToWeigh } from '../triage/queries.ts'
import { answersOf, ladderTold } from './ladder.ts'
import { ladderOf } from './queries.ts'
import * as store from './store.ts'

/** Notes which steps of the ladder were looked at and why; what was noted before stays. */
export async function noteLadder(actor: Actor, id: Id, given: Noting): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const found = await requestToWeigh(actor, id, given.rowVersion)
    if (!found.ok) return (await isPressedTwice(actor, id, given, found)) ? allow() : found
    const told = ladderTold(given.answers)
    if (!told.ok) return told
    const request = found.value
    if (!(await update(tx, request, { state: request.state }))) return refuse('request-changed-meanwhile')
    const recorded = { holdsOn: given.today, recordedBy: actor.personId, formVersion: given.form.version }
    await store.addVersion(tx, request, { ladder: told.value, ...recorded })
    return allow()
  })
}

/** Whether the change that came in between is this very one, by the same person. */
async function isPressedTwice(actor: Actor, id: Id, { answers }: Noting, { reason }: Refused): Promise<boolean> {
  const last = reason === 'request-changed-meanwhile' ? (await ladderOf(actor, id)).at(-1) : undefined
  const told = ladderTold(answers)
  if (last === undefined || !told.ok || last.recordedBy !== actor.personId) return false
  return JSON.stringify(answersOf(told.value)) === JSON.stringify(answersOf(last))
}
