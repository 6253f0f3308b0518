import { type Answer, allow, type Refused } from '../../../foundation/result.ts'
import type { Row } from '../records.ts'
import type { Limits } from '../table.ts'
import { type Book, readBook } from './book.ts'
import { readSheet } from './sheet.ts'
import { Stop } from './stop.ts'
import { type Parts, unpacking } from './unpacking.ts'

/** A sheet with its rows, or why it cannot be read while others can. */
export type Sheet = { readonly name: string; readonly isHidden: boolean } & (
  | { readonly rows: readonly Row[] }
  | { readonly refused: Refused }
)

/** A register of the most bytes unpacks to some five times as many; ten is room enough. */
const UNPACKS_TO = 10
/** Cells may share one text; written out they are never more than this times the bytes of the file. */
const LETTERS_PER_BYTE = 4

/**
 * The sheets of an Excel workbook that hold anything, in their order: what cells show, a formula as the value it had when it was
 * saved. Refuses as a whole what is broken, locked, has macros or unpacks to too much.
 */
export async function readWorkbook(bytes: Uint8Array, limits: Limits): Promise<Answer<Sheet[]>> {
  const opened = await orRefused(async () => {
    const parts = await unpacking(bytes, limits.bytes * UNPACKS_TO)
    return { parts, book: await readBook(parts, limits.bytes * LETTERS_PER_BYTE) }
  })
  if (!opened.ok) return opened
  const { parts, book } = opened.value
  const sheets: Sheet[] = []
  let left = limits.bytes * LETTERS_PER_BYTE
  for (const sheet of book.sheets) {
    const rows = await orRefused(() => rowsOf(parts, book, sheet.part, { rows: limits.rows, letters: left }))
    if (!rows.ok && !BY_SHEET.has(rows.reason)) return rows
    if (rows.ok) left -= rows.value.reduce((total, row) => total + row.cells.join('').length, 0)
    const { name, isHidden } = sheet
    if (!rows.ok) sheets.push({ name, isHidden, refused: rows })
    else if (rows.value.length > 0) sheets.push({ name, isHidden, rows: rows.value })
  }
  return allow(sheets)
}

/** What makes one sheet no register, and says nothing of the others. */
const BY_SHEET: ReadonlySet<string> = new Set(['too-many-rows', 'too-many-columns', 'cell-too-long'])

const rowsOf = (parts: Parts, book: Book, part: string, most: { rows: number; letters: number }): Promise<Row[]> =>
  readSheet(parts.textOf(part), book, most)

async function orRefused<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return allow(await work())
  } catch (fault) {
    if (fault instanceof Stop) return fault.refused
    throw fault
  }
}
