import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inScope } from '../../database/transaction.ts'
import { maySomewhere } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import type { Given } from './answer.ts'
import { decryptDraft } from './draft.ts'
import type { FormDefinition } from './form.ts'
import { checkForm } from './form-check.ts'
import * as store from './store.ts'

/** Where the forms that come with the product stand, from the folder in which it runs. */
const FOLDER = 'content/forms'

const loaded = new Map<string, FormDefinition>()

/** A form that comes with the product, checked when it is first read. Throws on a fault: these files are ours. */
export function shippedForm(actor: Actor, code: string): FormDefinition {
  if (!maySomewhere(actor, 'read', 'programme')) throw new Error('questions are read by whoever may read programmes')
  const known = loaded.get(code)
  if (known !== undefined) return known
  const checked = checkForm(JSON.parse(readFileSync(join(FOLDER, `${code}.json`), 'utf8')))
  if (!checked.ok) throw new Error(`${FOLDER}/${code}.json: ${checked.with?.faults}`)
  loaded.set(code, checked.value)
  return checked.value
}

/** What this person typed on this page when the session ended; nobody else's, and none past its term. */
export async function ownDraft(
  actor: Actor,
  page: string,
): Promise<{ readonly typed: Given; readonly savedAt: Date } | undefined> {
  const row = await inScope(actor, (tx) => store.draftOf(tx, actor.personId, page))
  const typed = row && decryptDraft({ personId: actor.personId, page }, row.content)
  return row === undefined || typed === undefined ? undefined : { typed, savedAt: row.savedAt }
}
