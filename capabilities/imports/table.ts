import { type Answer, allow, type Refused, refuse } from '../../foundation/result.ts'
import { holdsBsn, holdsShortenedBsn, namesBsn } from './bsn.ts'
import { type Fault, shownValue } from './fault.ts'
import { plain } from './plain-words.ts'
import type { Row } from './records.ts'

/** A registration file as text: what its columns are called, and its rows with the line each starts on. */
export type Table = {
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  /** Rows that have more or fewer cells than the header; they are not in `rows`. */
  readonly faults: readonly Fault[]
}

export type Limits = { readonly bytes: number; readonly rows: number }

/** The embedded database takes small files only; it is for one small team (design, "Two commands"). */
export const LIMITS: Readonly<Record<'embedded' | 'server', Limits>> = {
  embedded: { bytes: 5_000_000, rows: 5_000 },
  server: { bytes: 20_000_000, rows: 100_000 },
}

export const LONGEST_CELL = 2_000

/** Stands for a cell with a formula that has no value, or an error; no text of a file is this. */
export const NO_VALUE = '\uffffno value'

/** A cell as a page shows it: short, and empty where a formula has no value. */
export const shownCell = (text: string): string => (text === NO_VALUE ? '' : shownValue(text))

/** The rows under their header. Refuses what is no register, is too big, or holds anything that can be a BSN. */
export function asTable(header: Row, rows: readonly Row[], limits: Limits): Answer<Table> {
  if (rows.length === 0) return refuse('file-has-header-only')
  if (rows.length > limits.rows) return refuse('too-many-rows', { most: limits.rows })
  const long = rows.find((row) => row.cells.some((cell) => cell.length > LONGEST_CELL))
  if (long !== undefined) return refuse('cell-too-long', { row: long.line, most: LONGEST_CELL })
  const bsn = bsnIn([header, ...rows])
  if (bsn !== undefined) return bsn
  const width = usedWidth(header, rows)
  const columns = header.cells.slice(0, width)
  if (width < 2) return refuse('no-columns')
  const nameless = columns.indexOf('')
  if (nameless !== -1) return refuse('column-without-name', { number: nameless + 1 })
  const double = columns.find((name, at) => columns.findIndex((other) => plain(other) === plain(name)) !== at)
  if (double !== undefined) return refuse('column-twice', { column: shownValue(double) })
  return allow(sortRagged(columns, rows))
}

/** Empty columns without a name at the end come from a spreadsheet that once held more. */
function usedWidth(header: Row, rows: readonly Row[]): number {
  let width = header.cells.length
  while (width > 0 && header.cells[width - 1] === '' && rows.every((row) => (row.cells[width - 1] ?? '') === ''))
    width--
  return width
}

function sortRagged(columns: readonly string[], rows: readonly Row[]): Table {
  const good: Row[] = []
  const faults: Fault[] = []
  for (const { line, cells } of rows) {
    const extra = cells.slice(columns.length)
    if (cells.length >= columns.length && extra.every((cell) => cell === '')) {
      good.push({ line, cells: cells.slice(0, columns.length) })
    } else {
      const numbers = { found: cells.length, columns: columns.length }
      faults.push({
        row: line,
        column: '',
        value: shownValue(cells.map(shownCell).join(' | ')),
        expected: 'cells-as-header',
        with: numbers,
      })
    }
  }
  return { columns, rows: good, faults }
}

/** No BSN anywhere: not as a column, not in any cell, also not in a column that would be left aside (design, "Privacy"). */
export function bsnIn([header, ...rows]: readonly Row[]): Refused | undefined {
  if (header === undefined) return undefined
  const named = header.cells.find((name) => namesBsn(name) || holdsBsn(name))
  if (named !== undefined) return refuse('file-holds-bsn', { row: header.line })
  const row = rows.find(({ cells }) => cells.some(holdsBsn))
  if (row !== undefined) return refuse('file-holds-bsn', { row: row.line })
  const shortened = header.cells.some((_, at) => holdsShortenedBsn(rows.map((one) => one.cells[at] ?? '')))
  return shortened ? refuse('file-holds-bsn', { row: rows[0]?.line ?? 1 }) : undefined
}
