import type { Id } from '../../foundation/id.ts'
import type { Actor } from '../access/actor.ts'
import type { TrajectoryRow } from './trajectory.ts'

/** What a trajectory hangs on from its first day to its last. */
export type Ties = Pick<
  TrajectoryRow,
  'municipalityId' | 'provisionId' | 'familyId' | 'programmeCode' | 'programmeVersion'
>

/** Of some 200 bytes each. */
const MOST = 5_000
const seen = new Map<string, Ties>()

/**
 * What this person saw this trajectory hang on before: so that what stands there is asked along with it instead of after it.
 * Never to decide on: whether it is still there and in reach only the database tells.
 */
export const foreseen = (actor: Actor, id: Id): Ties | undefined => seen.get(keyOf(actor, id))

const keyOf = ({ personId }: Actor, id: Id): string => `${personId} ${id}`

/** Remembers what this person was shown; of too many, what was not seen for longest goes. */
function remember(actor: Actor, id: Id, row: Ties): void {
  const { municipalityId, provisionId, familyId, programmeCode, programmeVersion } = row
  const key = keyOf(actor, id)
  seen.delete(key)
  seen.set(key, { municipalityId, provisionId, familyId, programmeCode, programmeVersion })
  const [oldest] = seen.keys()
  if (seen.size > MOST && oldest !== undefined) seen.delete(oldest)
}

/**
 * A trajectory that is on its way with what `ask` gives of its ties: asked together when this person saw them before, else
 * one after the other. Undefined when it is not there or out of reach, whatever was asked along.
 */
export async function withTies<Row extends Ties, T>(
  actor: Actor,
  id: Id,
  onItsWay: Promise<Row | undefined>,
  ask: (ties: Ties) => Promise<T>,
): Promise<{ readonly row: Row; readonly hung: T } | undefined> {
  const before = foreseen(actor, id)
  const early = before && ask(before)
  // What went wrong there shows where it is waited for, and nowhere when it is not needed.
  early?.catch(() => undefined)
  const row = await onItsWay
  if (row === undefined) return undefined
  remember(actor, id, row)
  const hung = await (early !== undefined && before !== undefined && isSame(before, row) ? early : ask(row))
  return { row, hung }
}

const isSame = (before: Ties, now: Ties): boolean =>
  (Object.keys(before) as (keyof Ties)[]).every((tie) => before[tie] === now[tie])
