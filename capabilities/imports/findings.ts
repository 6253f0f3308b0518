import { type Mapping, targetOf } from './columns.ts'
import type { Correction } from './corrections.ts'
import type { Fault } from './fault.ts'
import type { Matched } from './matching.ts'
import type { Checked, Registration } from './rows.ts'
import type { Table } from './table.ts'

/** A word that is none of the options, in how many rows it stands; it is kept as `other`. */
export type UnmappedWord = {
  readonly column: string
  readonly question: string
  readonly word: string
  readonly rows: number
}

/** What the check of a file found, for the person who brought it. */
export type Findings = {
  readonly rows: number
  readonly good: number
  /** Rows with at least one fault. */
  readonly faultyRows: number
  /** How many faults in all; the list may be shorter. */
  readonly faultCount: number
  readonly faults: readonly Fault[]
  readonly unmapped: readonly UnmappedWord[]
  /** Good rows that are not there yet, that are, and that are there with something else. */
  readonly added: number
  readonly known: number
  readonly changed: number
  /** The first good rows, to see that columns were understood; without special personal data. */
  readonly sample: readonly Omit<Registration, 'special' | 'matchKey'>[]
  readonly corrections: readonly Correction[]
}

const SAMPLE = 5

/** What there is to tell of a checked table; `most` faults and words are listed, all are counted. */
export function findingsOf(
  checked: Checked,
  matched: Matched<unknown>,
  given: { table: Table; mapping: Mapping; corrections: readonly Correction[]; most: number },
): Findings {
  const faultyRows = new Set(checked.faults.map((fault) => fault.row)).size
  return {
    rows: checked.good.length + faultyRows,
    good: checked.good.length,
    faultyRows,
    faultCount: checked.faults.length,
    faults: checked.faults.slice(0, given.most),
    unmapped: unmappedIn(checked.good, given.table, given.mapping).slice(0, given.most),
    added: matched.added.length,
    known: matched.known.size,
    changed: matched.changed,
    sample: checked.good.slice(0, SAMPLE).map(({ special: _, matchKey: __, ...row }) => row),
    corrections: given.corrections,
  }
}

function unmappedIn(good: readonly Registration[], table: Table, mapping: Mapping): UnmappedWord[] {
  const words = good.flatMap((row) => row.originalWords)
  const groups = Map.groupBy(words, ({ question, word }) => `${question} ${word.toLowerCase()}`)
  return [...groups.values()]
    .flatMap(([first, ...more]) => {
      if (first === undefined) return []
      const column = table.columns.find((name) => targetOf(mapping, name) === first.question) ?? ''
      return [{ column, ...first, rows: more.length + 1 }]
    })
    .sort((one, other) => other.rows - one.rows)
}
