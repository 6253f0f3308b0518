import type { Tx } from '../../../database/connect.ts'
import { inScope, noteShown } from '../../../database/transaction.ts'
import { inChunks } from '../../../foundation/chunks.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { may } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { type Provision, placeOf, provisionWithId } from '../../access/queries.ts'
import { keepCells, keepSpecial, type SpecialRow } from '../../measures/actions.ts'
import { cellsBetween } from '../../measures/cell.ts'
import { cellSums } from '../../measures/cell-sums.ts'
import { partOfSpecial } from '../../measures/special.ts'
import type { ProgrammeDefinition } from '../../programmes/definition.ts'
import { programmeDefinition } from '../../programmes/queries.ts'
import type { TrajectoryEvent } from '../event.ts'
import { stamped } from '../recording/actions.ts'
import { recordingMoment } from '../recording/store.ts'
import { eventRow, type RecordedIn } from '../registering.ts'
import * as store from '../store.ts'
import { lockImported, withdrawAll } from './store.ts'

const AT_ONCE = 2_000
/** Each time special answers are kept makes summary rows of its own, so they are kept together as far as memory allows. */
const SPECIAL_AT_ONCE = 20_000

/**
 * Undoes every registration of an import, as known from now on; earlier moments of knowledge answer as they did.
 * Gives how many were withdrawn. Refuses whoever may not bring in files there.
 */
export async function withdrawImported(
  actor: Actor,
  provisionId: Id,
  importId: Id,
): Promise<Answer<{ withdrawn: number }>> {
  return inScope(actor, async (tx) => {
    const provision = await provisionWithId(actor, provisionId)
    if (provision === undefined || !may(actor, 'change', 'import', placeOf(provision))) return refuse('not-found')
    const ids = await lockImported(tx, importId)
    const recordedAt = await recordingMoment(tx, provision.municipalityId)
    const at = { ...provision, provisionId, recordedAt, recordedBy: actor.personId, importId }
    const counts = countsTaken(actor, at)
    for (const some of inChunks(ids, AT_ONCE)) {
      const done = await withdrawSome(tx, actor, { provision, at, ids: some }, counts.take)
      if (!done.ok) return done
    }
    await counts.keep()
    noteShown('trajectory', ids)
    noteShown('municipality', [provision.municipalityId])
    return allow({ withdrawn: ids.length })
  })
}

type Some = { readonly provision: Provision; readonly at: RecordedIn; readonly ids: readonly Id[] }
type Taken = {
  readonly id: Id
  readonly before: readonly TrajectoryEvent[]
  readonly after: readonly TrajectoryEvent[]
}
type Take = (definition: ProgrammeDefinition, taken: readonly Taken[]) => Promise<void>

/** Withdraws these, with only them in memory. */
async function withdrawSome(tx: Tx, actor: Actor, { provision, at, ids }: Some, take: Take): Promise<Answer> {
  const rows = await store.lockTrajectories(tx, { ids })
  const histories = await store.histories(tx, ids)
  for (const [version, group] of Map.groupBy(rows, ({ programmeVersion }) => programmeVersion)) {
    const definition = await programmeDefinition(actor, provision.programmeCode, version)
    if (definition === undefined) return refuse('programme-unknown', { code: provision.programmeCode })
    const taken = group.flatMap(({ id }) => withdrawnFrom(id, histories.get(id) ?? [], at.recordedAt))
    await store.insertEvents(
      tx,
      taken.map(({ id, before, after }) => eventRow(after[before.length] as TrajectoryEvent, 0, id, at)), // one is added
    )
    await take(definition, taken)
  }
  await withdrawAll(tx, ids)
  return allow()
}

function withdrawnFrom(id: Id, before: readonly TrajectoryEvent[], recordedAt: Date): Taken[] {
  const start = before.find((event) => event.type === 'registered')
  if (start === undefined) return []
  const { holdsOn } = start
  const withdrawal = stamped({ type: 'withdrawn', holdsOn, withdraws: start.id }, recordedAt)
  return [{ id, before, after: [...before, withdrawal] }]
}

/** What goes from the kept summary: equal jumps of all that is withdrawn together, and special answers a great many at a time. */
function countsTaken(actor: Actor, at: RecordedIn & { readonly programmeCode: string }) {
  const sums = cellSums()
  const special = new Map<number, { readonly parts: ProgrammeDefinition; readonly rows: SpecialRow[] }>()
  const keepSpecialOf = async (version: number) => {
    const kept = special.get(version)
    if (kept !== undefined) await keepSpecial(actor, at, kept)
    special.delete(version)
  }
  const take: Take = async (definition, taken) => {
    const isPart = partOfSpecial(definition)
    const rows = special.get(definition.version)?.rows ?? []
    special.set(definition.version, { parts: definition, rows })
    for (const { id, before, after } of taken) {
      const cells = cellsBetween(definition, before, after)
      sums.add(cells)
      rows.push({ trajectoryId: id, cells: cells.filter(isPart) })
    }
    if (rows.length >= SPECIAL_AT_ONCE) await keepSpecialOf(definition.version)
  }
  const keep = async () => {
    await keepCells(actor, at, sums.all())
    for (const version of [...special.keys()]) await keepSpecialOf(version)
  }
  return { take, keep }
}
