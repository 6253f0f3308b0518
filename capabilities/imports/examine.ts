import type { Day } from '../../foundation/day.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import type { ProgrammeDefinition } from '../programmes/definition.ts'
import { type ColumnSynonym, checkMapping, type Mapping, type Recognised, recognise, withChosen } from './columns.ts'
import { type Correction, corrected } from './corrections.ts'
import { readHoldsOn } from './days.ts'
import type { Fault } from './fault.ts'
import { type Findings, gathering } from './findings.ts'
import { type EarlierRow, markOf, matchRows, type RowMark } from './matching.ts'
import { checkRows, type RowContext, type RowRead, readRows } from './rows.ts'
import type { Table } from './table.ts'
import type { Village } from './villages.ts'

/** What a file is read with in one municipality: all that is not in the file itself. */
export type Surroundings = {
  readonly programme: ProgrammeDefinition
  readonly villages: readonly Village[]
  readonly synonyms: readonly ColumnSynonym[]
  /** Whether the municipality counts special personal data. */
  readonly countsSpecial: boolean
  readonly today: Day
}

/** What the user said about a file. */
export type Said = { readonly mapping: Mapping; readonly holdsOn: Day; readonly corrections: readonly Correction[] }

/** Faults and words beyond this are counted, not listed. */
const MOST_LISTED = 1_000

export const propose = (columns: readonly string[], around: Surroundings, saved?: Mapping): Recognised =>
  recognise(columns, around.programme, around, saved)

/** Checks a whole file and matches its rows with those brought in before. */
export function examine<Id>(
  table: Table,
  around: Surroundings,
  said: Said,
  earlier: readonly EarlierRow<Id>[],
): Findings {
  const found = gathering({ table, mapping: said.mapping, corrections: said.corrections, most: MOST_LISTED })
  const marks: RowMark[] = []
  for (const read of reading(table, around, said)) {
    found.add(read)
    if ('registration' in read) marks.push(markOf(read.registration))
  }
  return found.all(matchRows(marks, earlier))
}

/** The check alone, row by row. */
export const reading = (table: Table, around: Surroundings, said: Said): Generator<RowRead, void> =>
  readRows(corrected(table, said.corrections), rowContext(around, said))

/** Every fault, also beyond what is listed. */
export const faultsOf = (table: Table, around: Surroundings, said: Said): readonly Fault[] =>
  checkRows(corrected(table, said.corrections), rowContext(around, said)).faults

const rowContext = (around: Surroundings, said: Said): RowContext => ({
  ...{
    programme: around.programme,
    villages: around.villages,
    today: around.today,
    countsSpecial: around.countsSpecial,
  },
  ...{ mapping: said.mapping, holdsOn: said.holdsOn },
})

/** The mapping and the day of an import: what is recognised or was saved before, with what the user says over it. */
export function whatIsSaid(
  table: Table,
  around: Surroundings,
  given: { readonly mapping?: Mapping | undefined; readonly holdsOn?: string | undefined },
  saved?: Mapping,
): Answer<Said> {
  const proposed = propose(table.columns, around, saved)
  const mapping = checkMapping(withChosen(proposed.mapping, given.mapping ?? {}), table.columns, {
    ...around,
    notCounted: proposed.notCounted,
  })
  if (!mapping.ok) return mapping
  const holdsOn = readHoldsOn(given.holdsOn, around.today)
  return holdsOn === undefined ? refuse('holds-on-wrong') : allow({ mapping: mapping.value, holdsOn, corrections: [] })
}
