import { inScope } from '../../database/transaction.ts'
import type { Id } from '../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { may } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import { type AudienceSetting, DEFAULT_SETTINGS } from './audience.ts'
import type { Cell } from './cell.ts'
import { cellSums } from './cell-sums.ts'
import type { CountedParts } from './counted.ts'
import { partOfSpecial, specialGroups } from './special.ts'
import * as store from './store.ts'

/** Adds jumps to the kept summary, in the transaction that wrote the events they follow from; equal ones together. */
export async function keepCells(actor: Actor, at: store.KeptIn, cells: readonly Cell[]): Promise<void> {
  const sums = cellSums()
  sums.add(cells)
  const rows = sums.all()
  await inScope(actor, (tx) =>
    store.insertCells(
      tx,
      rows.map((cell) => ({ ...at, ...cell })),
    ),
  )
}

export type SpecialRow = {
  readonly trajectoryId: Id
  /** Answers given now; absent: those stored earlier count. */
  readonly special?: Readonly<Record<string, string>>
  /** All jumps of this trajectory. */
  readonly cells: readonly Cell[]
}

type Special = { readonly parts: CountedParts; readonly rows: readonly SpecialRow[] }

/**
 * Stores answers under AVG article 9 and adds the jumps of their groups, inside the database, so that no answer comes
 * back out. Nothing to do for a programme that asks nothing special.
 */
export async function keepSpecial(actor: Actor, at: store.KeptIn, { parts, rows }: Special): Promise<void> {
  const groups = specialGroups(parts)
  if (groups.length === 0) return
  const isPart = partOfSpecial(parts)
  const sent = rows
    .map(({ trajectoryId, special = {}, cells }) => ({
      trajectory: trajectoryId,
      special,
      cells: cells.filter(isPart),
    }))
    .filter(({ special, cells }) => cells.length > 0 || Object.keys(special).length > 0)
  if (sent.length === 0) return
  await inScope(actor, (tx) => store.keepSpecial(tx, at, { rows: sent, groups }))
}

/** Removes answers under AVG article 9 of trajectories that are destroyed; for the background tasks alone. */
export async function forgetSpecial(actor: Actor, trajectoryIds: readonly Id[]): Promise<void> {
  if (trajectoryIds.length > 0) await inScope(actor, (tx) => store.forgetSpecial(tx, trajectoryIds))
}

/** Groups of which something was destroyed and that never reached the public minimum count for the municipality from now on. */
export const moveUpSmallCells = (
  actor: Actor,
  at: Pick<store.KeptIn, 'municipalityId' | 'provisionId'>,
  touched: readonly { measure: string; grouping: string; key: string }[],
): Promise<void> =>
  inScope(actor, (tx) => store.moveUpSmallCells(tx, at, { touched, minimum: DEFAULT_SETTINGS.public.hideBelow }))

/** A number hidden below 2 would say that every hidden number is 1. */
const isLimit = ({ hideBelow, roundTo }: AudienceSetting): boolean =>
  [hideBelow, roundTo].every(Number.isInteger) &&
  hideBelow >= 0 &&
  hideBelow <= 100 &&
  hideBelow !== 2 &&
  roundTo >= 1 &&
  roundTo <= 100

/** Sets from which size an audience sees a number, from now on; earlier moments of knowledge keep the setting of then. */
export async function setAudience(actor: Actor, setting: AudienceSetting): Promise<Answer> {
  if (!may(actor, 'change', 'setting', {})) return refuse('not-yours')
  if (!isLimit(setting)) return refuse('limit-wrong')
  return inScope(actor, async (tx) => {
    await store.insertSetting(tx, setting, actor.personId)
    return allow()
  })
}
