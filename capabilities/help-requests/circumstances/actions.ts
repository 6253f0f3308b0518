import { inScope } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, type Refused, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import type { Answers } from '../../cases/event.ts'
import type { FormDefinition } from '../../forms/form.ts'
import { byId, update } from '../store.ts'
import { requestToWeigh } from '../triage/queries.ts'
import { answersOf, circumstancesTold } from './circumstances.ts'
import { circumstancesOf } from './queries.ts'
import * as store from './store.ts'

/** The version that was on the screen, the day, and the answers with the form that asked them. */
export type Noting = {
  readonly rowVersion: number
  readonly today: Day
  readonly form: Pick<FormDefinition, 'version'>
  readonly answers: Answers
}

/** Notes what plays a part in a request, as far as it was raised; what was noted before stays. */
export async function noteCircumstances(actor: Actor, id: Id, given: Noting): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const found = await requestToWeigh(actor, id, given.rowVersion)
    if (!found.ok) return (await isPressedTwice(actor, id, given, found)) ? allow() : found
    const request = found.value
    const told = circumstancesTold(request, given.answers)
    if (!told.ok) return told
    if (!(await update(tx, request, { state: request.state }))) return refuse('request-changed-meanwhile')
    const recorded = { holdsOn: given.today, recordedBy: actor.personId, formVersion: given.form.version }
    await store.addVersion(tx, request, { ...told.value, ...recorded })
    return allow()
  })
}

/** Whether the change that came in between is this very one, by the same person. */
async function isPressedTwice(actor: Actor, id: Id, { answers }: Noting, { reason }: Refused): Promise<boolean> {
  const last = reason === 'request-changed-meanwhile' ? (await circumstancesOf(actor, id)).at(-1) : undefined
  const request = last && (await inScope(actor, (tx) => byId(tx, id)))
  if (last === undefined || request === undefined || last.recordedBy !== actor.personId) return false
  const told = circumstancesTold(request, answers)
  return told.ok && JSON.stringify(answersOf(told.value)) === JSON.stringify(answersOf(last))
}
