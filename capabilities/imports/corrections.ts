import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { holdsBsn } from './bsn.ts'
import { tidy } from './plain-words.ts'
import { LONGEST_CELL, type Table } from './table.ts'

/** A cell that the user put right on screen; the file itself stays as it was. */
export type Correction = { readonly row: number; readonly column: string; readonly value: string }

const MOST = 1_000

/**
 * The corrections there were with new ones over them. Refuses a cell that the file does not have, too long a text,
 * too many corrections, and anything that can be a BSN.
 */
export function addCorrections(
  table: Table,
  before: readonly Correction[],
  more: readonly Correction[],
): Answer<Correction[]> {
  const lines = new Set(table.rows.map((row) => row.line))
  const all = new Map(before.map((one) => [`${one.row} ${one.column}`, one]))
  for (const { row, column, value } of more) {
    const text = tidy(value)
    if (!lines.has(row) || !table.columns.includes(column)) return refuse('correction-elsewhere')
    if (text.length > LONGEST_CELL) return refuse('cell-too-long', { row, most: LONGEST_CELL })
    if (holdsBsn(text)) return refuse('correction-holds-bsn', { row })
    all.set(`${row} ${column}`, { row, column, value: text })
  }
  return all.size > MOST ? refuse('too-many-corrections', { most: MOST }) : allow([...all.values()])
}

/** The table with the corrected cells in place. */
export function corrected(table: Table, corrections: readonly Correction[]): Table {
  const byRow = Map.groupBy(corrections, (one) => one.row)
  const rows = table.rows.map((row) => {
    const here = byRow.get(row.line)
    if (here === undefined) return row
    const cells = table.columns.map(
      (column, at) => here.find((one) => one.column === column)?.value ?? row.cells[at] ?? '',
    )
    return { line: row.line, cells }
  })
  return { ...table, rows }
}
