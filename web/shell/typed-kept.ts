import { randomBytes } from 'node:crypto'
import { loadActor } from '../../capabilities/access/queries.ts'
import { keepDraft } from '../../capabilities/forms/actions.ts'
import { OWNER_FIELD, openOwner, typedIn } from '../../capabilities/forms/draft.ts'
import { inScope } from '../../database/transaction.ts'

/**
 * Keeps what somebody was typing when the session ended, for that person alone: the form itself says, sealed by us, to whom
 * it was shown and where. Gives the page to come back to, or undefined when there was nothing to keep.
 */
export async function keepTyped(form: FormData, now: Date): Promise<string | undefined> {
  const token = form.get(OWNER_FIELD)
  const owner = typeof token === 'string' ? openOwner(token, now) : undefined
  const typed = typedIn(form)
  if (owner?.ok !== true || typed === undefined) return undefined
  const { personId, page } = owner.value
  const traceId = randomBytes(16).toString('hex')
  return inScope({ personId, traceId }, async () => {
    const actor = await loadActor(personId, traceId, 'web')
    if (actor === undefined) return undefined
    await keepDraft(actor, page, typed, now)
    return page
  })
}
