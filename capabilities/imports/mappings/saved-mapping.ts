import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { holdsBsn } from '../bsn.ts'
import type { Mapping } from '../columns.ts'
import { plain, tidy } from '../plain-words.ts'

/** What the columns of a file were said to hold, kept under a name for the next such file. */
export type SavedMapping = {
  readonly id: Id
  readonly provisionId: Id
  readonly name: string
  readonly mapping: Mapping
  /** Who chose it last; null for what was kept before that was written down. */
  readonly savedBy: Id | null
  readonly savedAt: Date
}

const LONGEST_NAME = 80
const COLUMNS_IN_NAME = 3

/** A name as it may be kept. Refuses none, one that is too long, and anything that can be a BSN. */
export function mappingName(text: string): Answer<string> {
  const name = tidy(text).replaceAll('\n', ' ')
  if (name === '' || name.length > LONGEST_NAME) return refuse('mapping-name', { most: LONGEST_NAME })
  return holdsBsn(name) ? refuse('mapping-name-bsn') : allow(name)
}

/** What a mapping is called until somebody names it: its first columns. */
export const nameFrom = (columns: readonly string[]): string =>
  columns.slice(0, COLUMNS_IN_NAME).join(', ').slice(0, LONGEST_NAME)

/**
 * The mappings that know a column of the file, the one that knows most first; of those that know as many, the one with the
 * fewest other columns, and then the one saved last.
 */
export function bestFitting<Saved extends Pick<SavedMapping, 'mapping' | 'savedAt'>>(
  saved: readonly Saved[],
  columns: readonly string[],
): Saved[] {
  const inFile = new Set(columns.map(plain))
  return saved
    .map((one) => {
      const names = Object.keys(one.mapping)
      const known = names.filter((name) => inFile.has(plain(name))).length
      return { one, known, strange: names.length - known }
    })
    .filter(({ known }) => known > 0)
    .sort((a, b) => b.known - a.known || a.strange - b.strange || b.one.savedAt.getTime() - a.one.savedAt.getTime())
    .map(({ one }) => one)
}
