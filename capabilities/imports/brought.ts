import { type Answer, allow, type Refused, refuse } from '../../foundation/result.ts'
import { fileHash } from './matching.ts'
import { readTable } from './read-file.ts'
import type { Row } from './records.ts'
import { asTable, bsnIn, type Limits, NO_VALUE, type Table } from './table.ts'
import { isZip } from './text-of.ts'
import { readWorkbook, type Sheet } from './workbook/read-workbook.ts'

/**
 * What is kept of a file that was brought. Of text all bytes; of a workbook the text of its sheets and nothing else: who made
 * it, remarks and hidden sheets are left behind.
 */
export type Brought = {
  readonly kept: Uint8Array
  /** The sheet that is read; undefined for text, and as long as nobody chose. */
  readonly sheet: string | undefined
}

/** Which sheet of a workbook: by its name, the first, or to be asked where there are more. */
export type WhichSheet = { readonly named: string } | 'first' | 'ask'

/** Takes in a file, of text or a workbook. Refuses what cannot be read, or holds anything that can be a BSN. */
export async function takeIn(bytes: Uint8Array, limits: Limits, which: WhichSheet): Promise<Answer<Brought>> {
  if (bytes.length > limits.bytes) return refuse('file-too-big', { most: limits.bytes / 1_000_000 })
  if (!isZip(bytes)) {
    const table = readTable(bytes, limits)
    return table.ok ? allow({ kept: bytes, sheet: undefined }) : table
  }
  const read = await readWorkbook(bytes, limits)
  if (!read.ok) return read
  const named = typeof which === 'object' ? which.named : undefined
  const sheets = read.value.filter((sheet) => !sheet.isHidden || sheet.name === named)
  const [first] = sheets
  if (first === undefined) return refuse('file-is-empty')
  const bsn = sheets.map((sheet) => ('rows' in sheet ? bsnIn(sheet.rows) : undefined)).find((one) => one !== undefined)
  if (bsn !== undefined) return bsn
  const kept = toBytes(sheets)
  const sheet = named ?? (which === 'first' || sheets.length === 1 ? first.name : undefined)
  if (sheet === undefined) return allow({ kept, sheet })
  const table = keptTable({ kept, sheet }, limits)
  return table.ok ? allow({ kept, sheet }) : table
}

/** The names of the sheets in a kept workbook; none for text. */
export const sheetsIn = (kept: Uint8Array): string[] => (fromBytes(kept) ?? []).map((sheet) => sheet.name)

/** The table in what is kept. Refuses a workbook of which no sheet was chosen, and a sheet that is not there or no table. */
export function keptTable({ kept, sheet: name }: Brought, limits: Limits): Answer<Table> {
  const sheets = fromBytes(kept)
  if (sheets === undefined) return readTable(kept, limits)
  if (name === undefined) return refuse('sheet-not-chosen')
  const sheet = sheets.find((one) => one.name === name)
  if (sheet === undefined) return refuse('sheet-unknown', { sheets: sheets.map((one) => one.name).join(', ') })
  return 'refused' in sheet ? sheet.refused : sheetTable(sheet.rows, limits)
}

function sheetTable([header, ...rows]: readonly Row[], limits: Limits): Answer<Table> {
  if (header === undefined) return refuse('file-is-empty')
  const names = header.cells.map((cell) => (cell === NO_VALUE ? '' : cell))
  // A sheet has no row that is too short: what is not there is empty.
  const padded = rows.map(({ line, cells }) => ({
    line,
    cells: names.map((_, at) => cells[at] ?? '').concat(cells.slice(names.length)),
  }))
  return asTable({ line: header.line, cells: names }, padded, limits)
}

/** The hash by which the same file is known again; of a workbook that of the sheet, however often it was saved anew. */
export function broughtHash({ kept, sheet: name }: Brought): string {
  const sheet = name === undefined ? undefined : fromBytes(kept)?.find((one) => one.name === name)
  return fileHash(sheet === undefined ? kept : toBytes([sheet]))
}

// A zero byte: no text that is brought begins so.
const MARK = '\0sheets\n'

type Kept = readonly [name: string, rows: readonly (readonly [line: number, ...cells: string[]])[] | Refused]

function toBytes(sheets: readonly Sheet[]): Uint8Array {
  const kept = sheets.map(
    (sheet): Kept => [
      sheet.name,
      'rows' in sheet ? sheet.rows.map(({ line, cells }) => [line, ...cells]) : sheet.refused,
    ],
  )
  return new TextEncoder().encode(MARK + JSON.stringify(kept))
}

function fromBytes(kept: Uint8Array): Sheet[] | undefined {
  if (kept[0] !== 0) return undefined
  const sheets = JSON.parse(new TextDecoder().decode(kept.subarray(MARK.length))) as readonly Kept[] // written above
  return sheets.map(([name, read]) => {
    if ('reason' in read) return { name, isHidden: false, refused: read }
    return { name, isHidden: false, rows: read.map(([line, ...cells]) => ({ line, cells })) }
  })
}
