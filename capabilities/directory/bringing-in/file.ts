import { isDeepStrictEqual } from 'node:util'
import type { Day } from '../../../foundation/day.ts'
import type { Fault } from '../hsds/read.ts'
import type { Told } from '../hsds/service.ts'
import { isOver } from '../offer.ts'

/** Two thousand cards with long texts fit in it. */
export const LARGEST_FILE = 5_000_000

/** What a file brings: each offer in one of four lists; with faults nothing is brought in. */
export type Brought = {
  readonly added: readonly Told[]
  readonly changed: readonly Told[]
  /** Those that this file ends. */
  readonly ended: readonly Told[]
  readonly same: number
  readonly faults: readonly Fault[]
}

/** Compares what a file tells with what is kept; what is kept and not in the file stays as it is. */
export function compared(told: readonly Told[], kept: readonly Told[], today: Day): Omit<Brought, 'faults'> {
  const before = new Map(kept.map((one) => [one.id, one]))
  const isSame = (one: Told) => isDeepStrictEqual(before.get(one.id), one)
  const ends = (one: Told) => {
    const known = before.get(one.id)
    return known !== undefined && !isOver(known, today) && isOver(one, today)
  }
  const differing = told.filter((one) => before.has(one.id) && !isSame(one))
  return {
    added: told.filter(({ id }) => !before.has(id)),
    changed: differing.filter((one) => !ends(one)),
    ended: differing.filter(ends),
    same: told.filter(isSame).length,
  }
}
