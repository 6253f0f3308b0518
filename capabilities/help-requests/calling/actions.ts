import { inScope, noteShown } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { may } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { placeOf, provisionWithId } from '../../access/queries.ts'
import { phoneOf, type ToldPhone } from './phone.ts'
import * as store from './store.ts'

export type KeepingPhone = {
  readonly told: ToldPhone
  /** The version that was on the screen; undefined when there was no number. */
  readonly rowVersion?: number
  readonly today: Day
}

/**
 * Keeps the number on which a provision answers who asked something there, with the day it was checked.
 * Refuses a provision out of reach, who sets nothing in that municipality, a version that somebody changed meanwhile, and
 * what `phoneOf` refuses.
 */
export async function keepPhone(
  actor: Actor,
  provisionId: Id,
  { told, rowVersion, today }: KeepingPhone,
): Promise<Answer> {
  const provision = isId(provisionId) ? await provisionWithId(actor, provisionId) : undefined
  if (provision === undefined || !may(actor, 'change', 'setting', placeOf(provision))) return refuse('not-found')
  const checked = phoneOf(told, today)
  if (!checked.ok) return checked
  const { municipalityId } = provision
  const row = { ...checked.value, recordedBy: actor.personId }
  return inScope(actor, async (tx) => {
    noteShown('municipality', [municipalityId])
    const isDone =
      rowVersion === undefined
        ? await store.insertPhone(tx, { ...row, municipalityId, provisionId })
        : await store.updatePhone(tx, { provisionId, rowVersion }, row)
    return isDone ? allow() : refuse('changed-meanwhile')
  })
}
