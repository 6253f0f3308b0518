import { randomBytes } from 'node:crypto'
import { loadActor } from '../../capabilities/access/queries.ts'
import { dropDraft, keepDraft } from '../../capabilities/forms/actions.ts'
import { OWNER_FIELD, openOwner, typedIn } from '../../capabilities/forms/draft.ts'
import { ownDraft } from '../../capabilities/forms/queries.ts'
import { inScope } from '../../database/transaction.ts'
import { type Handle, redirect } from './guarded.ts'

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

/** The value of the button that throws away what was kept. */
export const DROP_DRAFT = 'concept-weg'

/** The get of a form in which one types for a while: what was typed when the session ended stands in it again. */
export const withTyped =
  (handle: Handle): Handle =>
  async (actor, page) => {
    const draft = await ownDraft(actor, page.path)
    if (draft === undefined) return handle(actor, page)
    const form = new FormData()
    for (const [name, values] of Object.entries(draft.typed)) for (const value of values) form.append(name, value)
    // Which button was pressed is no part of what was typed.
    form.delete('doe')
    return handle(actor, { ...page, form, typedAt: draft.savedAt })
  }

/** The post of such a form: once it is saved, or when the person throws it away, nothing of what was typed stays. */
export const forgetsTyped =
  (handle: Handle): Handle =>
  async (actor, page) => {
    const isDropped = page.form.get('doe') === DROP_DRAFT
    const reply = isDropped ? redirect(page.path) : await handle(actor, page)
    if (reply.kind === 'redirect') await dropDraft(actor, page.path)
    return reply
  }
