import { inScope } from '../../../database/transaction.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Actor } from '../../access/actor.ts'
import { colleaguesIn } from '../../families/files/queries.ts'
import { importInReach } from '../queries.ts'
import * as store from './store.ts'

export type Change = {
  readonly row: number
  readonly column: string
  /** Null where the value may not be kept. */
  readonly oldValue: string | null
  readonly newValue: string | null
  readonly correctedAt: Date
  /** Who put it right, for whoever works there as well. */
  readonly byName: string | undefined
}

const ON_ONE_PAGE = 50
const NOTHING = { changes: [], page: 1, pages: 0 }

/**
 * What was put right on screen in an import, a page at a time: the one asked for, or the last before it. Nothing for whoever
 * may not bring in files there, and when the import was undone.
 */
export async function correctionsOf(
  actor: Actor,
  id: Id,
  asked: number,
): Promise<{ readonly changes: readonly Change[]; readonly page: number; readonly pages: number }> {
  return inScope(actor, async (tx) => {
    const found = await importInReach(actor, id, 'change')
    if (found === undefined) return NOTHING
    const { row } = found
    const all = await store.countChanges(tx, row)
    if (all === 0) return NOTHING
    const pages = Math.ceil(all / ON_ONE_PAGE)
    const now = Math.min(Math.max(1, asked), pages)
    const rows = await store.changesOf(tx, row, { from: (now - 1) * ON_ONE_PAGE, most: ON_ONE_PAGE })
    const names = new Map((await colleaguesIn(actor, row.provisionId)).map((one) => [one.id, one.name]))
    const changes = rows.map(({ rowNumber, columnName, oldValue, newValue, correctedAt, correctedBy }) => ({
      ...{ row: rowNumber, column: columnName, oldValue, newValue, correctedAt },
      byName: names.get(correctedBy),
    }))
    return { changes, page: now, pages }
  })
}
