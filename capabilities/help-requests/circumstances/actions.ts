import { inScope } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import type { Answers } from '../../cases/event.ts'
import type { FormDefinition } from '../../forms/form.ts'
import { update } from '../store.ts'
import { requestToWeigh } from '../triage/queries.ts'
import { circumstancesTold } from './circumstances.ts'
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
    if (!found.ok) return found
    const request = found.value
    const told = circumstancesTold(request, given.answers)
    if (!told.ok) return told
    if (!(await update(tx, request, { state: request.state }))) return refuse('request-changed-meanwhile')
    const recorded = { holdsOn: given.today, recordedBy: actor.personId, formVersion: given.form.version }
    await store.addVersion(tx, request, { ...told.value, ...recorded })
    return allow()
  })
}
