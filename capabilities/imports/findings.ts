import { type Mapping, targetOf } from './columns.ts'
import type { Correction } from './corrections.ts'
import type { Fault } from './fault.ts'
import type { Matched } from './matching.ts'
import type { Registration, RowRead } from './rows.ts'
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

type Given = {
  readonly table: Table
  readonly mapping: Mapping
  readonly corrections: readonly Correction[]
  /** So many faults and words are listed; all are counted. */
  readonly most: number
}

/** Gathers what there is to tell of a table while its rows are read one by one; of the rows only the first few are kept. */
export function gathering({ table, mapping, corrections, most }: Given) {
  const faults: Fault[] = []
  const sample: Findings['sample'][number][] = []
  const words = new Map<string, UnmappedWord>()
  let [good, faultyRows, faultCount] = [0, new Set(table.faults.map(({ row }) => row)).size, table.faults.length]
  const addFaults = (more: readonly Fault[]) => {
    faultyRows++
    faultCount += more.length
    for (const fault of more) if (faults.length < most) faults.push(fault)
  }
  const addGood = ({ special: _, matchKey: __, ...row }: Registration) => {
    good++
    if (sample.length < SAMPLE) sample.push(row)
    for (const { question, word } of row.originalWords) {
      const name = `${question} ${word.toLowerCase()}`
      const { rows } = words.get(name) ?? { rows: 0 }
      words.set(name, { ...(words.get(name) ?? { column: columnOf(question), question, word }), rows: rows + 1 })
    }
  }
  const columnOf = (question: string) => table.columns.find((name) => targetOf(mapping, name) === question) ?? ''
  return {
    add: (read: RowRead): void => ('registration' in read ? addGood(read.registration) : addFaults(read.faults)),
    all: (matched: Matched<unknown, unknown>): Findings => ({
      ...{ rows: good + faultyRows, good, faultyRows, faultCount, sample, corrections },
      faults: [...table.faults, ...faults].sort((one, other) => one.row - other.row).slice(0, most),
      unmapped: [...words.values()].sort((one, other) => other.rows - one.rows).slice(0, most),
      ...{ added: matched.added.length, known: matched.known.size, changed: matched.changed },
    }),
  }
}
