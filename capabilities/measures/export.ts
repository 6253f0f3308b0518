import writeExcelFile from 'write-excel-file/node'

/** A figure as rows of a table: text, numbers, or null for what is hidden. */
export type SheetCell = string | number | null
export type Sheet = {
  readonly head: readonly string[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** The passport and the conditions of the figure: term and text, under the table. */
  readonly notes: readonly (readonly [string, string])[]
  /** What stands in a cell that is hidden: `verborgen`. */
  readonly hidden: string
}

/**
 * What a spreadsheet could take for a formula: it starts with one of these, perhaps after white space of any kind.
 * Full-width signs count too, because some programs read them alike.
 */
const FORMULA = /^[\s\p{Cc}\u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20|%\t\r]/u

/** Text that no spreadsheet runs as a formula: an apostrophe goes before what looks like one. */
export const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** CSV as Dutch spreadsheets open it: semicolons, UTF-8 with its mark, CRLF, every text quoted where needed. */
export function toCsv(sheet: Sheet): Uint8Array<ArrayBuffer> {
  const lines = tableOf(sheet).map((row) =>
    row.map((cell) => quoted(typeof cell === 'number' ? dutch(cell) : cell)).join(';'),
  )
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`)
}

/** The same as a workbook of one sheet; numbers are numbers. */
export async function toXlsx(sheet: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  const [head = [], ...rows] = tableOf(sheet)
  const cells = [
    head.map((value) => ({ value: String(value), fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((value) => ({ value }))),
  ]
  const buffer = await writeExcelFile(cells).toBuffer()
  return new Uint8Array(buffer)
}

function tableOf({ head, rows, notes, hidden }: Sheet): (string | number)[][] {
  const shown = (cell: SheetCell): string | number => {
    if (cell === null) return hidden
    return typeof cell === 'number' ? cell : harmless(cell)
  }
  return [head.map(harmless), ...rows.map((row) => row.map(shown)), [], ...notes.map((note) => note.map(harmless))]
}

const dutch = (n: number): string => String(n).replace('.', ',')
const quoted = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
