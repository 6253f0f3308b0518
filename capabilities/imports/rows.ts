import type { Day } from '../../foundation/day.ts'
import { type AskedProgramme, type AskedQuestion, isNeeded } from './asked.ts'
import { type CellContext, readAnswer, villageNames } from './cells.ts'
import { type Mapping, targetOf } from './columns.ts'
import type { Fault, Unreadable } from './fault.ts'
import { optionFinder } from './options.ts'
import { reasonIn, recordReader } from './record-cells.ts'
import type { Row } from './records.ts'
import type { CellReader, Draft, Registration } from './registration.ts'
import { NO_VALUE, shownCell, type Table } from './table.ts'

export type { Registration } from './registration.ts'

export type RowContext = CellContext & {
  readonly programme: AskedProgramme
  readonly mapping: Mapping
  /** Whether this municipality counts special personal data; otherwise such a cell is never read. */
  readonly countsSpecial: boolean
  /** The day for rows that name none. */
  readonly holdsOn: Day
}

export type Checked = { readonly good: readonly Registration[]; readonly faults: readonly Fault[] }

/** One row as it was read: a registration, or what is wrong with it. */
export type RowRead =
  | { readonly line: number; readonly registration: Registration }
  | { readonly line: number; readonly faults: readonly Fault[] }

/**
 * Reads every row of a table: registrations, and faults in the order of the file.
 * Two rows with the same key are a fault in the second.
 */
export function checkRows(table: Table, context: RowContext): Checked {
  const good: Registration[] = []
  const faults: Fault[] = [...table.faults]
  for (const read of readRows(table, context)) {
    if ('registration' in read) good.push(read.registration)
    else faults.push(...read.faults)
  }
  return { good, faults: faults.sort((one, other) => one.row - other.row) }
}

/** The same row by row, for who has other work in between or keeps none of them; rows that do not fit the header aside. */
export function* readRows(table: Table, context: RowContext): Generator<RowRead, void> {
  const read = rowReader(table.columns, context)
  const keys = new Map<string, number>()
  for (const row of table.rows) {
    const faults: Fault[] = []
    const draft = read(row, faults)
    if (draft === undefined) {
      yield { line: row.line, faults }
      continue
    }
    const earlier = draft.matchKey === undefined ? undefined : keys.get(draft.matchKey)
    if (earlier !== undefined) {
      const cell = cellAt(row, table.columns, context.mapping, 'key')
      yield { line: row.line, faults: [{ row: row.line, ...cell, expected: 'key-once', with: { row: earlier } }] }
      continue
    }
    if (draft.matchKey !== undefined) keys.set(draft.matchKey, draft.line)
    yield { line: row.line, registration: draft }
  }
}

const FORMULA: Unreadable = { expected: 'formula-value' }

/** The cell of a row that holds this target, as a fault shows it. */
function cellAt(
  row: Row,
  columns: readonly string[],
  mapping: Mapping,
  target: string,
): Pick<Fault, 'column' | 'value'> {
  const at = columns.findIndex((column) => targetOf(mapping, column) === target)
  return { column: columns[at] ?? '', value: shownCell(row.cells[at] ?? '') }
}

function rowReader(columns: readonly string[], context: RowContext): (row: Row, faults: Fault[]) => Draft | undefined {
  const readers = columns.map((column) => readerFor(targetOf(context.mapping, column), context))
  return (row, faults) => {
    const before = faults.length
    const draft: Draft = {
      ...{ line: row.line, answers: {}, special: {}, originalWords: [] },
      ...{ holdsOn: context.holdsOn, approximateDay: true, phase: context.programme.registration.importedPhase },
    }
    for (const [at, read] of readers.entries()) {
      const text = row.cells[at] ?? ''
      if (read === undefined) continue
      const fault = text === NO_VALUE ? FORMULA : read(text, draft)
      if (fault !== undefined)
        faults.push({ row: row.line, column: columns[at] ?? '', value: shownCell(text), ...fault })
    }
    const fault = reasonIn(draft, context.programme)
    if (fault !== undefined)
      faults.push({ row: row.line, ...cellAt(row, columns, context.mapping, 'reason'), ...fault })
    return faults.length === before ? draft : undefined
  }
}

function readerFor(target: string | undefined, context: RowContext): CellReader | undefined {
  if (target === undefined) return undefined
  const question = context.programme.questions.find((one) => one.code === target)
  return question === undefined ? recordReader(target, context) : answerReader(question, context)
}

function answerReader(question: AskedQuestion, context: RowContext): CellReader | undefined {
  const isSpecial = question.special === true
  if (isSpecial && !context.countsSpecial) return undefined
  const finder = optionFinder(question)
  return (text, draft) => {
    const read = readAnswer(text, question, finder, context)
    if ('fault' in read) return read.fault
    const { answer, unknown = [] } = read.value
    if (answer === undefined) return isNeeded(question) ? missing(question, context) : undefined
    if (!isSpecial) draft.answers[question.code] = answer
    else if (typeof answer === 'string') draft.special[question.code] = answer
    for (const word of unknown) draft.originalWords.push({ question: question.code, word })
    return undefined
  }
}

function missing(question: AskedQuestion, context: RowContext): Unreadable {
  if (question.type === 'ages') return { expected: 'ages' }
  if (question.type === 'place') return { expected: 'village', with: villageNames(context.villages) }
  return { expected: 'answer', with: { question: question.ask } }
}
