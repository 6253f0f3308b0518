import { inScope } from '../../../database/transaction.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import { destroyFamilies } from '../../families/actions.ts'
import { destroyPlans } from '../../family-plan/actions.ts'
import { forgetSpecial, moveUpSmallCells } from '../../measures/actions.ts'
import { cellsBetween } from '../../measures/cell.ts'
import { programmeDefinition } from '../../programmes/queries.ts'
import * as store from '../store.ts'
import { destroy } from './store.ts'

/**
 * Destroys trajectories after their term: files, events, odd words, special answers and families without another
 * trajectory. What was counted stays counted; small groups move up to the municipality, so that nobody can be
 * recognised in what is left. For the background tasks alone.
 */
export async function destroyTrajectories(actor: Actor, ids: readonly Id[]): Promise<Answer<{ destroyed: number }>> {
  if (!actor.grants.some((grant) => grant.role === 'job-runner')) return refuse('not-yours')
  return inScope(actor, async (tx) => {
    const rows = await store.lockTrajectories(tx, { ids })
    const histories = await store.histories(
      tx,
      rows.map((row) => row.id),
    )
    const touched = new Map<
      Id,
      { row: (typeof rows)[number]; cells: Map<string, { measure: string; grouping: string; key: string }> }
    >()
    for (const row of rows) {
      const definition = await programmeDefinition(actor, row.programmeCode, row.programmeVersion)
      if (definition === undefined) return refuse('programme-unknown', { code: row.programmeCode })
      const here = touched.get(row.provisionId) ?? { row, cells: new Map() }
      for (const { measure, grouping, key } of cellsBetween(definition, [], histories.get(row.id) ?? [])) {
        here.cells.set(`${measure} ${grouping} ${key}`, { measure, grouping, key })
      }
      touched.set(row.provisionId, here)
    }
    await forgetSpecial(
      actor,
      rows.map((row) => row.id),
    )
    const families = await destroy(
      tx,
      rows.map((row) => row.id),
    )
    await destroyPlans(actor, families)
    await destroyFamilies(actor, families)
    for (const { row, cells } of touched.values()) await moveUpSmallCells(actor, row, [...cells.values()])
    return allow({ destroyed: rows.length })
  })
}
