import type { Tx } from '../../../database/connect.ts'
import { inScope, noteShown } from '../../../database/transaction.ts'
import { type Day, dayAt } from '../../../foundation/day.ts'
import { type Id, newId } from '../../../foundation/id.ts'
import { type Answer, allow, type Refused, refuse } from '../../../foundation/result.ts'
import { may } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { type Provision, placeOf, provisionWithId } from '../../access/queries.ts'
import { keepCells, keepSpecial } from '../../measures/actions.ts'
import { type Cell, cellsBetween } from '../../measures/cell.ts'
import type { ProgrammeDefinition } from '../../programmes/definition.ts'
import { programmeDefinition } from '../../programmes/queries.ts'
import type { Happening, TrajectoryEvent } from '../event.ts'
import { eventRow } from '../registering.ts'
import * as store from '../store.ts'
import { factsKnown, fold, type TrajectoryState } from '../timeline.ts'
import { childrenOfCase } from '../voice/queries.ts'
import { voiceRefusal, waitsForVoice } from '../voice/voice.ts'

/** Which trajectory, and which version of it the person saw; without a version the last one counts. */
export type Seen = { readonly trajectoryId: Id; readonly rowVersion?: number }

/** A trajectory under its lock, as a change finds it. */
export type Open = {
  readonly trajectoryId: Id
  readonly personId: Id | null
  readonly municipalityId: Id
  readonly provisionId: Id
  readonly definition: ProgrammeDefinition
  readonly events: readonly TrajectoryEvent[]
  readonly state: TrajectoryState
}

type Locked = Awaited<ReturnType<typeof store.lockTrajectories>>[number]
export type Change = {
  readonly row: Locked
  readonly before: readonly TrajectoryEvent[]
  readonly after: readonly TrajectoryEvent[]
}

/** What happens, with an id of its own where the form that tells it may be sent twice. */
type Told = Happening & { readonly id?: Id }

/** Who works on a trajectory from when is agreed beforehand. */
const MAY_BE_PLANNED: readonly Happening['type'][] = ['worker-assigned', 'worker-left']

/**
 * Loads a trajectory under a lock, lets `decide` say what happens, and saves events, projection and summary in one
 * transaction. Refuses whoever may not change it, a version that somebody changed meanwhile, and a day still to come.
 */
export async function record(
  actor: Actor,
  seen: Seen,
  decide: (open: Open) => Answer<Told[]> | Promise<Answer<Told[]>>,
): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const row = await store.lockTrajectory(tx, seen.trajectoryId)
    if (row === undefined || row.isWithdrawn) return refuse('not-found')
    const [provision, definition, { events: before }] = await Promise.all([
      provisionWithId(actor, row.provisionId),
      programmeDefinition(actor, row.programmeCode, row.programmeVersion),
      store.history(tx, row.id),
    ])
    if (provision === undefined || !mayChange(actor, provision)) return refuse('not-found')
    if (seen.rowVersion !== undefined && seen.rowVersion !== row.rowVersion) return refuse('changed-meanwhile')
    if (definition === undefined) return refuse('programme-unknown', { code: row.programmeCode })
    const state = presentState(before)
    if (state === undefined) return refuse('not-found')
    const decided = await decide(openOf(row, definition, before, state))
    if (!decided.ok) return decided
    if (decided.value.length === 0) return allow()
    if (decided.value.some((one) => one.holdsOn > dayAt(new Date()) && !MAY_BE_PLANNED.includes(one.type)))
      return refuse('day-in-future')
    const recordedAt = await store.recordingMoment(tx, row.municipalityId)
    const after = [...before, ...decided.value.map((one) => stamped(one, recordedAt))]
    const unheard = await unheardIn(actor, row, { definition, told: decided.value, after })
    if (unheard !== undefined) return unheard
    await Promise.all([
      saveChanges(actor, definition, recordedAt, [{ row, before, after }]),
      project(tx, row, definition, after),
    ])
    noteShown('trajectory', [row.id])
    noteShown('municipality', [row.municipalityId])
    return allow()
  })
}

/** Whatever way it goes, by a step, a correction or a withdrawal: closing and evaluating wait for the child. */
async function unheardIn(
  actor: Actor,
  { id, personId, phase }: Locked,
  { definition, told, after }: { definition: ProgrammeDefinition; told: Told[]; after: readonly TrajectoryEvent[] },
): Promise<Refused | undefined> {
  const to = presentState(after)?.phase
  if (personId === null || to === undefined || !waitsForVoice(definition, { phase, to, told })) return undefined
  return voiceRefusal(await childrenOfCase(actor, id))
}

const mayChange = (actor: Actor, provision: Provision): boolean =>
  // Row-level security has let the row through, so an own match is assigned.
  may(actor, 'change', 'trajectory', { ...placeOf(provision), isAssigned: true })

const openOf = (
  { id, municipalityId, provisionId, personId }: Locked,
  definition: ProgrammeDefinition,
  events: readonly TrajectoryEvent[],
  state: TrajectoryState,
): Open => ({ trajectoryId: id, municipalityId, provisionId, personId, definition, events, state })

export const stamped = (happening: Told, recordedAt: Date): TrajectoryEvent => ({
  id: newId(),
  ...happening,
  recordedAt: recordedAt.toISOString(),
})

/** Saves what was added to histories, with what it changes in the kept summary. */
export const saveChanges = (
  actor: Actor,
  definition: ProgrammeDefinition,
  recordedAt: Date,
  changes: readonly Change[],
): Promise<void> => inScope(actor, (tx) => save(tx, actor, definition, { recordedAt, changes }))

async function save(
  tx: Tx,
  actor: Actor,
  definition: ProgrammeDefinition,
  { recordedAt, changes }: { recordedAt: Date; changes: readonly Change[] },
): Promise<void> {
  const first = changes[0]?.row
  if (first === undefined) return
  const at = (row: Locked) => ({ ...row, recordedAt, recordedBy: actor.personId, importId: row.importId ?? undefined })
  const added = changes.flatMap(({ row, before, after }) =>
    after.slice(before.length).map((event, position) => eventRow(event, position, row.id, at(row))),
  )
  const jumps = changes.map(({ row, before, after }) => ({
    trajectoryId: row.id,
    cells: cellsBetween(definition, before, after),
  }))
  const context = { ...at(first), programmeCode: definition.code }
  const cells = jumps.flatMap((one): Cell[] => one.cells)
  await Promise.all([
    store.insertEvents(tx, added),
    keepCells(actor, context, cells),
    keepSpecial(actor, context, { parts: definition, rows: jumps }),
  ])
}

/** What holds by everything known, on the last day that anything is said of. */
function presentState(events: readonly TrajectoryEvent[]): TrajectoryState | undefined {
  const facts = factsKnown(events)
  const last = facts.at(-1)
  return last && fold(facts, last.holdsOn)
}

async function project(
  tx: Tx,
  row: Locked,
  definition: ProgrammeDefinition,
  events: readonly TrajectoryEvent[],
): Promise<void> {
  const state = presentState(events)
  const place = definition.questions.find((one) => one.type === 'place')
  const village = place && state?.answers[place.code]
  const start = factsKnown(events).find((fact) => fact.type === 'registered')
  await store.updateProjection(tx, row.municipalityId, row.id, {
    phase: state?.phase ?? row.phase,
    reason: state?.reason ?? null,
    villageCode: typeof village === 'string' ? village : null,
    answers: state?.answers ?? {},
    anchors: state?.anchors ?? {},
    milestonesDone: state?.milestonesDone ?? [],
    registeredOn: start?.holdsOn ?? (row.registeredOn as Day), // a day column: the database holds no other text
    isWithdrawn: state === undefined,
  })
}
