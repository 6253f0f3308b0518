import type { Words } from '../programmes/definition.ts'

/** What a cell should have held; each is worded in `web/words/import.ts`. */
export type Expected =
  | 'cells-as-header'
  | 'formula-value'
  | 'answer'
  | 'village'
  | 'village-perhaps'
  | 'ages'
  | 'age-in-years'
  | 'age-plausible'
  | 'ages-no-birth-date'
  | 'ages-one-by-one'
  | 'pregnancy-weeks'
  | 'fewer-children'
  | 'day'
  | 'day-that-exists'
  | 'day-not-later'
  | 'number'
  | 'yes-or-no'
  | 'one-of'
  | 'short-words'
  | 'status'
  | 'key-once'
  | 'short-key'

/** One thing wrong with one row, for the person who brought the file. */
export type Fault = {
  /** Line in the file where the row starts; the header is line 1. */
  readonly row: number
  /** The column as the file names it; empty when the whole row is meant. */
  readonly column: string
  /** The cell as it stands, at most 80 characters. */
  readonly value: string
  readonly expected: Expected
  /** Values for the sentence; what has a name in two languages comes in both. */
  readonly with?: Readonly<Record<string, string | number | Words>>
}

/** A reading that failed: what was expected instead. */
export type Unreadable = Pick<Fault, 'expected' | 'with'>

/** What a rule made of a cell: a value, or what it should have held. */
export type Read<T> = { readonly value: T } | { readonly fault: Unreadable }

const SHOWN = 80

/** A cell as it is shown back: never more than 80 characters. A letter that was cut in half, such as an emoji, no database keeps. */
export const shownValue = (text: string): string =>
  text.length <= SHOWN ? text : `${text.slice(0, SHOWN - 1).toWellFormed()}…`

export const value = <T>(of: T): Read<T> => ({ value: of })
export const unreadable = (expected: Expected, given?: Fault['with']): { readonly fault: Unreadable } => ({
  fault: given === undefined ? { expected } : { expected, with: given },
})
