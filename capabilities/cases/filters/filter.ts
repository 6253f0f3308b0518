import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'

/** What somebody looks at again and again in the worklist: codes only, under a name of one's own. */
export type SavedFilter = {
  readonly id: Id
  readonly name: string
  readonly villageCode: string | null
  readonly phaseCode: string | null
  readonly teamId: Id | null
}

/** More than this nobody finds again. */
const MOST = 20
const LONGEST_NAME = 60

/** A name as it may be kept. Refuses none, one that is too long, and one that this person uses already. */
export function filterName(text: string, others: readonly SavedFilter[]): Answer<string> {
  const name = text.trim().replace(/\s+/g, ' ')
  if (name === '' || name.length > LONGEST_NAME) return refuse('filter-name', { most: LONGEST_NAME })
  const isTaken = others.some((one) => one.name.toLowerCase() === name.toLowerCase())
  return isTaken ? refuse('filter-name-taken') : allow(name)
}

/** Refuses a filter that filters nothing, and one too many. */
export function maySave(
  given: Pick<SavedFilter, 'villageCode' | 'phaseCode' | 'teamId'>,
  others: readonly SavedFilter[],
): Answer {
  if ([given.villageCode, given.phaseCode, given.teamId].every((one) => one === null)) return refuse('filter-empty')
  return others.length >= MOST ? refuse('filter-too-many', { most: MOST }) : allow()
}
