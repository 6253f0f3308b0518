import { CsvError, parse } from 'csv-parse/sync'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { tidy } from './plain-words.ts'

/** A row of a file: the line it starts on (the first line is 1) and its cells, tidied. */
export type Row = { readonly line: number; readonly cells: readonly string[] }

const DELIMITERS = [';', '\t', ','] as const
export const MOST_COLUMNS = 200
const LONGEST_LINE = 20_000
export const MOST_CELLS = 2_000_000
/** Line feeds inside quotes make more lines than rows; more than this is no register, and costs too long to read. */
const MOST_LINES_PER_ROW = 3

// Quotes inside a cell are often a typing matter (5" of "zegt ze"), so they are taken as they stand.
const PARSING = {
  record_delimiter: '\n',
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
}

type Place = { readonly lines: number }

/**
 * All rows of the text that say something, the header first, by the delimiter that the header shows.
 * Refuses text without columns, with far too many of anything, and quotes that are never closed.
 */
export function readRecords(text: string, mostRows: number): Answer<Row[]> {
  const end = withoutEmptyEnd(text)
  const shape = checkShape(end, mostRows)
  return shape.ok ? parseRecords(end) : shape
}

function parseRecords(text: string): Answer<Row[]> {
  const named = /^sep=([;,\t])\n/i.exec(text) // what Excel writes to name its delimiter
  const body = named === null ? text : text.slice(named[0].length)
  const { delimiter, columns } = delimiterOf(body, named?.[1])
  if (columns < 2) return refuse('no-columns')
  if (columns > MOST_COLUMNS) return refuse('too-many-columns', { most: MOST_COLUMNS })
  const linesBefore = named === null ? 0 : 1
  try {
    const rows: Row[] = []
    const same = sameTexts()
    const take = (record: readonly string[], place: Place) => {
      const row = asRow(record, place, linesBefore, same)
      if (row.cells.some((cell) => cell !== '')) rows.push(row)
      return null // the library keeps nothing
    }
    parse(body, { delimiter, ...PARSING, on_record: take })
    return allow(rows)
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    return refuse('quotes-wrong', { row: firstLineAfter(body, Number(fault.records ?? 0), delimiter) + linesBefore })
  }
}

/** The line of the row that follows so many rows: there the quotes opened that were never closed. */
function firstLineAfter(text: string, records: number, delimiter: string): number {
  if (records === 0) return 1
  let after = 0
  const take = (_: unknown, { lines: read }: Place) => {
    after = read
    return null
  }
  parse(text, { delimiter, ...PARSING, to: records, on_record: take })
  const lines = text.split('\n')
  const next = lines.findIndex((line, at) => at >= after && line !== '')
  return next === -1 ? after + 1 : next + 1
}

/** The parser counts the lines read so far; a row with line feeds inside its quotes started that many lines earlier. */
function asRow(record: readonly string[], { lines }: Place, linesBefore: number, same: (text: string) => string): Row {
  const inside = record.reduce((total, cell) => total + cell.split('\n').length - 1, 0)
  return { line: lines - inside + linesBefore, cells: record.map((cell) => same(tidy(cell))) }
}

const MOST_REMEMBERED = 10_000

/** A register says the same few words again and again: each is kept once. */
function sameTexts(): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size < MOST_REMEMBERED) known.set(text, text)
    return text
  }
}

/** The delimiter that cuts the header in most columns, or the one that the file names; and how many columns that gives. */
function delimiterOf(text: string, named?: string): { delimiter: string; columns: number } {
  const header = firstLineIn(text).replace(/"(?:[^"]|"")*"/g, '')
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, columns: header.split(delimiter).length }))
  const asked = counts.filter(({ delimiter }) => named === undefined || delimiter === named)
  return asked.reduce((best, one) => (one.columns > best.columns ? one : best))
}

/** Looked for line by line: one expression over all of it takes minutes when the file opens with long empty lines. */
const firstLineIn = (text: string): string => text.split('\n').find((line) => line.trim() !== '') ?? ''

/** Refuses text that no register looks like, before the parser spends its time on it. */
function checkShape(text: string, mostRows: number): Answer {
  const mostLines = mostRows * MOST_LINES_PER_ROW + 1_000
  let from = 0
  for (let line = 1; from <= text.length; line++) {
    if (line > mostLines) return refuse('too-many-rows', { most: mostRows })
    const next = text.indexOf('\n', from)
    const until = next === -1 ? text.length : next
    if (until - from > LONGEST_LINE) return refuse('line-too-long', { row: line, most: LONGEST_LINE })
    from = until + 1
  }
  return (text.match(/[;,\t]/g)?.length ?? 0) > MOST_CELLS ? refuse('too-many-cells') : allow()
}

/** The text without the empty rows that a spreadsheet leaves at the end, sometimes by the hundred thousand. */
function withoutEmptyEnd(text: string): string {
  let end = text.length
  for (;;) {
    const start = text.lastIndexOf('\n', end - 1)
    if (start === -1 || !/^[;,\t ]*$/.test(text.slice(start + 1, end))) return text.slice(0, end)
    end = start
  }
}
