import type { Day } from '../../foundation/day.ts'
import type { Age } from './ages.ts'
import type { CellAnswer } from './cells.ts'
import type { Unreadable } from './fault.ts'

/** One family of a registration file, ready to become a trajectory. Codes only, but for words that were no option. */
export type Registration = {
  /** Line in the file; the header is line 1. */
  readonly line: number
  readonly answers: Readonly<Record<string, string | number | readonly string[] | readonly Age[]>>
  /** Answers under AVG article 9, kept apart. */
  readonly special: Readonly<Record<string, string>>
  readonly originalWords: readonly { readonly question: string; readonly word: string }[]
  readonly holdsOn: Day
  /** The file named no day; the one of the import was taken. */
  readonly approximateDay: boolean
  readonly phase: string
  readonly reason?: string
  /** The file's own key for this family, where a column holds one. */
  readonly matchKey?: string
}

/** A registration that is being read, cell by cell. */
export type Draft = { -readonly [part in keyof Registration]: Registration[part] } & {
  answers: Record<string, NonNullable<CellAnswer['answer']>>
  special: Record<string, string>
  originalWords: { question: string; word: string }[]
}
/** Puts one cell into the draft of its row, or says what it should have held. */
export type CellReader = (text: string, draft: Draft) => Unreadable | undefined
