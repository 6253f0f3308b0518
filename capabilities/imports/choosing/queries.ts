import { inScope } from '../../../database/transaction.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import { sheetsIn } from '../brought.ts'
import { IGNORE, targetOf, targetsOf } from '../columns.ts'
import { propose } from '../examine.ts'
import { type MappingLine, mappingBefore, mappingsFor } from '../mappings/queries.ts'
import { nameFrom } from '../mappings/saved-mapping.ts'
import { importInReach, openedFile, type SheetRead } from '../queries.ts'
import * as store from '../store.ts'
import { NO_VALUE, type Table } from '../table.ts'

export type ColumnChoice = {
  readonly column: string
  readonly target: string
  /** A few different values from the file, to recognise the column by; none of a column that is not counted here. */
  readonly examples: readonly string[]
  readonly isNotCounted: boolean
  readonly isUnknown: boolean
}

/** The mappings there are for a file: those of the organisation, which of them is used, and what to call this one. */
export type MappingChoice = {
  readonly saved: readonly MappingLine[]
  readonly used: Id | undefined
  readonly name: string
}

/**
 * The columns of the file with what they are taken to hold, everything that they can be coupled to, and the mappings of the
 * organisation, the best fitting first. With `mappingId`, the id of one of those, they are taken to hold what that one says.
 */
export async function columnChoices(
  actor: Actor,
  id: Id,
  mappingId?: string,
): Promise<Answer<{ columns: ColumnChoice[]; targets: string[]; mappings: MappingChoice } & SheetRead>> {
  return inScope(actor, async () => {
    const found = await importInReach(actor, id, 'change')
    if (found === undefined) return refuse('not-found')
    const opened = await openedFile(actor, found.row)
    if (!opened.ok) return opened
    const { table, around, sheet, sheets } = opened.value
    const saved = await mappingsFor(actor, found.provision, table.columns)
    const used = saved.find((one) => one.id === mappingId)
    const { unknown, notCounted, mapping } = propose(table.columns, around, used?.mapping ?? found.row.mapping)
    const columns = table.columns.map((column, at) => ({
      ...{ column, target: targetOf(mapping, column) ?? IGNORE },
      ...{ isNotCounted: notCounted.includes(column), isUnknown: unknown.includes(column) },
      examples: notCounted.includes(column) ? [] : examplesIn(table, at),
    }))
    const before = used ?? (await mappingBefore(actor, found.provision, table.columns))
    const mappings = { saved, used: used?.id, name: before?.name ?? nameFrom(table.columns) }
    const targets = targetsOf(around.programme, around.countsSpecial)
    return allow({ columns, targets, mappings, sheet, sheets })
  })
}

/** The sheets of an open import, with the one that was chosen; none for a file of text. */
export async function sheetChoices(
  actor: Actor,
  id: Id,
): Promise<Answer<{ sheets: string[]; chosen: string | undefined }>> {
  return inScope(actor, async (tx) => {
    if ((await importInReach(actor, id, 'change')) === undefined) return refuse('not-found')
    const file = await store.fileOf(tx, id)
    if (file === undefined) return refuse('import-over')
    return allow({ sheets: sheetsIn(file.kept), chosen: file.sheet ?? undefined })
  })
}

const EXAMPLES = 3

function examplesIn(table: Table, at: number): string[] {
  const values = new Set<string>()
  for (const row of table.rows) {
    const value = row.cells[at] ?? ''
    if (value !== '' && value !== NO_VALUE) values.add(value)
    if (values.size === EXAMPLES) break
  }
  return [...values]
}
