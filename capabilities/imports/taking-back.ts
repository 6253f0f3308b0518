import type { Tx } from '../../database/connect.ts'
import { type Answer, allow } from '../../foundation/result.ts'
import type { Actor } from '../access/actor.ts'
import { withdrawImported } from '../cases/imported/actions.ts'
import { removeChanges } from './correcting/store.ts'
import { mayStep } from './steps.ts'
import * as store from './store.ts'

/** Takes back a locked import; for `undoImport` and the background job. Another may have been first: then nothing is left to do. */
export async function takeBack(tx: Tx, actor: Actor, row: store.Import): Promise<Answer> {
  if (!mayStep(row.state, 'take-back')) return allow()
  await store.lockProvision(tx, row.provisionId)
  const withdrawn = await withdrawImported(actor, row.provisionId, row.id)
  if (!withdrawn.ok) return withdrawn
  await store.removeMarks(tx, row)
  await removeChanges(tx, row)
  await store.update(tx, row, { state: 'undone', undoneAt: new Date() })
  return allow()
}
