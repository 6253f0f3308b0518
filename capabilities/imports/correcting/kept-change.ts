import { saysBirth } from '../ages.ts'
import type { AskedProgramme } from '../asked.ts'
import { type Mapping, targetOf } from '../columns.ts'
import { type Correction, corrected } from '../corrections.ts'
import { shownCell, type Table } from '../table.ts'

/** One cell that was put right, as it is kept with the import; a value that may not be kept is left out. */
export type KeptChange = {
  readonly row: number
  readonly column: string
  readonly oldValue: string | undefined
  readonly newValue: string | undefined
}

/** What a file is read with, as far as it says which values may be kept. */
type Reading = { readonly mapping: Mapping; readonly programme: AskedProgramme }

/**
 * What the corrections change in a table, given those there were: the cells that come to say something else, with what they
 * said. Left out is a birth date, what falls under special personal data, the file's own key of a family, and
 * what is not read at all.
 */
export function changesIn(
  table: Table,
  { before, after }: { readonly before: readonly Correction[]; readonly after: readonly Correction[] },
  reading: Reading,
): KeptChange[] {
  const touched = new Set(after.map(({ row }) => row))
  const few = { ...table, rows: table.rows.filter(({ line }) => touched.has(line)) }
  const known = new Map(corrected(few, before).rows.map(({ line, cells }) => [line, cells]))
  return after.flatMap(({ row, column, value }) => {
    const old = known.get(row)?.[table.columns.indexOf(column)] ?? ''
    if (old === value) return []
    const kept = (text: string) => keptValue(shownCell(text), targetOf(reading.mapping, column), reading)
    return [{ row, column, oldValue: kept(old), newValue: kept(value) }]
  })
}

/** A cell as it is kept: at most 80 characters, and nothing of what may not be kept. */
function keptValue(text: string, target: string | undefined, { programme }: Reading): string | undefined {
  if (target === 'day' || target === 'status' || target === 'reason') return text
  const question = programme.questions.find(({ code }) => code === target)
  if (question === undefined || question.special === true) return undefined
  return question.type === 'ages' && saysBirth(text) ? undefined : text
}
