import { refuse } from '../../../foundation/result.ts'
import { tidy } from '../plain-words.ts'
import { MOST_CELLS, MOST_COLUMNS, type Row } from '../records.ts'
import { LONGEST_CELL, NO_VALUE } from '../table.ts'
import { type Book, richText, unescaped } from './book.ts'
import { showing } from './number-formats.ts'
import { damaged, Stop } from './stop.ts'
import { type Hears, readXml } from './xml.ts'

type Most = { readonly rows: number; readonly letters: number }

/**
 * The rows of a sheet that say something, each with its number as the spreadsheet shows it. A merged cell counts where it
 * begins; hidden rows and columns are read like all others. Refuses more rows, columns or text than a register has.
 */
export async function readSheet(pieces: AsyncIterable<string>, book: Book, most: Most): Promise<Row[]> {
  const rows: Row[] = []
  let [line, letters, count, isOver] = [0, 0, 0, false]
  let cells: string[] = []
  const put = (at: number, text: string) => {
    if (text === '') return
    if (at >= MOST_COLUMNS) throw new Stop(refuse('too-many-columns', { most: MOST_COLUMNS }))
    if (text.length > LONGEST_CELL) throw new Stop(refuse('cell-too-long', { row: line, most: LONGEST_CELL }))
    letters += text.length
    if (letters > most.letters) throw new Stop(refuse('too-many-cells'))
    while (cells.length < at) cells.push('')
    cells[at] = text
  }
  const cell = cellReader(book, put)
  const rowOpens = (named: string | undefined) => {
    const next = named === undefined ? line + 1 : Number(named)
    if (!Number.isInteger(next) || next <= line) throw damaged()
    line = next
    cells = []
    cell.startRow()
  }
  const rowCloses = () => {
    if (cells.length === 0) return
    if (rows.length > most.rows) throw new Stop(refuse('too-many-rows', { most: most.rows }))
    count += cells.length
    if (count > MOST_CELLS) throw new Stop(refuse('too-many-cells'))
    rows.push({ line, cells })
  }
  await readXml(pieces, {
    opens: (tag, attribute) => {
      if (isOver) return
      if (tag === 'row') rowOpens(attribute('r'))
      else cell.opens(tag, attribute)
    },
    text: (text) => cell.text(text),
    closes: (tag) => {
      if (tag === 'sheetData') isOver = true
      if (isOver) return
      if (tag === 'row') rowCloses()
      else cell.closes(tag)
    },
  })
  return rows
}

type Cell = { at: number; type: string; style: number; hasFormula: boolean; value: string | undefined }

/** Follows the parts of one cell after the other and puts down what each shows. */
function cellReader(book: Book, put: (at: number, text: string) => void) {
  const general = showing(0, undefined, false)
  const rich = richText()
  let [last, isValue] = [-1, false]
  let cell: Cell | undefined
  const shown = ({ type, style, hasFormula, value }: Cell): string => {
    if (type === 'e') return NO_VALUE
    if (type === 'inlineStr') return tidy(rich.take())
    if (value === undefined || (value === '' && type !== 'str')) return hasFormula ? NO_VALUE : ''
    if (type === 's') return textNumbered(book.strings, value)
    if (type === 'str') return tidy(unescaped(value))
    if (type === 'b') return value === '1' || value === 'true' ? 'ja' : 'nee'
    if (type === 'd') return value.slice(0, 10)
    const n = Number(value)
    if (!Number.isFinite(n)) throw damaged()
    return (book.styles[style] ?? general)(n)
  }
  const opens: Hears['opens'] = (tag, attribute) => {
    if (tag === 'c') {
      const at = columnOf(attribute('r')) ?? last + 1
      if (at <= last) throw damaged()
      last = at
      const [type, style] = [attribute('t') ?? 'n', Number(attribute('s') ?? 0)]
      cell = { at, type, style, hasFormula: false, value: undefined }
    } else if (cell === undefined) return
    else if (tag === 'f') cell.hasFormula = true
    else if (tag === 'v') {
      isValue = true
      cell.value = ''
    } else rich.opens(tag)
  }
  return {
    opens,
    startRow: () => {
      last = -1
    },
    text: (text: string) => {
      if (cell === undefined) return
      if (isValue) cell.value = (cell.value ?? '') + text
      else rich.text(text)
    },
    closes: (tag: string) => {
      if (cell === undefined) return
      if (tag === 'v') isValue = false
      else if (tag === 'c') {
        put(cell.at, shown(cell))
        cell = undefined
      } else rich.closes(tag)
    },
  }
}

function textNumbered(strings: readonly string[], number: string): string {
  const text = strings[Number(number)]
  if (text === undefined) throw damaged()
  return text
}

/** The place of a column, counted from 0, in an address such as AB12; undefined without one. */
function columnOf(address: string | undefined): number | undefined {
  if (address === undefined) return undefined
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(address)?.[1]
  if (letters === undefined) throw damaged()
  return [...letters].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
