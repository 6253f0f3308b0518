import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../../database/connect.ts'
import { atEnd, inScope, noteShown } from '../../../database/transaction.ts'
import { type Day, dayAt } from '../../../foundation/day.ts'
import { type Id, newId } from '../../../foundation/id.ts'
import { type Answer, allow, type Refused, refuse } from '../../../foundation/result.ts'
import { may, type Place } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { placeOfProvision } from '../../access/queries.ts'
import { keepCells, keepSpecial } from '../../measures/actions.ts'
import { cellsBetween } from '../../measures/cell.ts'
import type { ProgrammeDefinition } from '../../programmes/definition.ts'
import { programmeDefinition } from '../../programmes/queries.ts'
import type { Happening, TrajectoryEvent } from '../event.ts'
import { type Ties, withTies } from '../foreseen.ts'
import { eventRow } from '../registering.ts'
import * as store from '../store.ts'
import { factsKnown, fold, type TrajectoryState } from '../timeline.ts'
import { childrenOfCase } from '../voice/queries.ts'
import { voiceRefusal, waitsForVoice } from '../voice/voice.ts'
import { eventsRecordedNow, recordingMoment } from './store.ts'

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
type Change = {
  readonly row: Locked
  readonly before: readonly TrajectoryEvent[]
  readonly after: readonly TrajectoryEvent[]
}

/** What happens, with an id of its own where the form that tells it may be sent twice. */
export type Told = Happening & { readonly id?: Id }

/** Who works on a trajectory from when is agreed beforehand. */
const MAY_BE_PLANNED: readonly Happening['type'][] = ['worker-assigned', 'worker-left']

/**
 * Loads a trajectory under a lock, lets `decide` say what happens, and saves events, projection and summary in one
 * transaction. Refuses whoever may not change it, a version that somebody changed meanwhile, and a day still to come.
 * `isLast`: the transaction asks nothing of this trajectory afterwards, so that it may be saved together with the commit.
 */
export async function record(
  actor: Actor,
  seen: Seen,
  decide: (open: Open) => Answer<Told[]> | Promise<Answer<Told[]>>,
  { isLast = false }: { readonly isLast?: boolean } = {},
): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const [found, { events: before }] = await Promise.all([
      // The lock goes first: what is asked behind it sees what whoever held it left.
      withTies(actor, seen.trajectoryId, store.lockTrajectory(tx, seen.trajectoryId), (ties) => hungOn(actor, ties)),
      store.history(tx, seen.trajectoryId),
    ])
    if (found === undefined || found.row.isWithdrawn) return refuse('not-found')
    const { row, hung } = found
    const [place, definition] = hung
    if (place === undefined || !mayChange(actor, place)) return refuse('not-found')
    if (seen.rowVersion !== undefined && seen.rowVersion !== row.rowVersion) return refuse('changed-meanwhile')
    if (definition === undefined) return refuse('programme-unknown', { code: row.programmeCode })
    const state = presentState(before)
    if (state === undefined) return refuse('not-found')
    const decided = await decide(openOf(row, definition, before, state))
    if (!decided.ok) return decided
    if (decided.value.length === 0) return allow()
    if (decided.value.some((one) => one.holdsOn > dayAt(new Date()) && !MAY_BE_PLANNED.includes(one.type)))
      return refuse('day-in-future')
    const soon = momentBehind(before)
    const after = [...before, ...decided.value.map((one) => stamped(one, soon))]
    const unheard = await unheardIn(actor, row, { definition, told: decided.value, after })
    if (unheard !== undefined) return unheard
    await save(tx, actor, definition, { change: { row, before, after }, isLast })
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

const hungOn = (actor: Actor, { provisionId, programmeCode, programmeVersion }: Ties) =>
  Promise.all([placeOfProvision(actor, provisionId), programmeDefinition(actor, programmeCode, programmeVersion)])

const mayChange = (actor: Actor, place: Place): boolean =>
  // Row-level security has let the row through, so an own match is assigned.
  may(actor, 'change', 'trajectory', { ...place, isAssigned: true })

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

/** Only the order counts until it is saved: the database gives the moment then. */
const momentBehind = (before: readonly TrajectoryEvent[]): Date =>
  new Date(Math.max(Date.now(), ...before.map(({ recordedAt }) => Date.parse(recordedAt))))

/** Saves what was added to a history, what that changes in the kept summary, and what lists show. */
async function save(
  tx: Tx,
  actor: Actor,
  definition: ProgrammeDefinition,
  { change, isLast }: { readonly change: Change; readonly isLast: boolean },
): Promise<void> {
  const { row, before, after } = change
  const cells = cellsBetween(definition, before, after)
  const now = projection(row, definition, after)
  const shown = isShown(row, now)
    ? store.newVersion(row.municipalityId, row.id)
    : store.newProjection(tx, row.municipalityId, row.id, now)
  if (cells.length > 0) {
    const recordedAt = await recordingMoment(tx, row.municipalityId)
    const at = { ...row, recordedAt, programmeCode: definition.code }
    await Promise.all([
      store.insertEvents(tx, addedBy(actor, change, recordedAt)),
      keepCells(actor, at, cells),
      keepSpecial(actor, at, { parts: definition, rows: [{ trajectoryId: row.id, cells }] }),
      tx.execute(shown),
    ])
    return
  }
  // Where no number changes, nobody needs the moment before the database chooses it.
  const added = addedBy(actor, change, momentBehind(before))
  const recorded = eventsRecordedNow(row.municipalityId, added)
  await Promise.all(isLast ? [atEnd(shown), atEnd(recorded, 'holds')] : [tx.execute(shown), tx.execute(recorded)])
}

const isShown = (row: Locked, now: store.Projection): boolean =>
  Object.entries(now).every(([part, value]) => isDeepStrictEqual(row[part as keyof store.Projection], value)) // a part of a row

const addedBy = ({ personId }: Actor, { row, before, after }: Change, recordedAt: Date) =>
  after.slice(before.length).map((event, position) =>
    eventRow(event, position, row.id, {
      ...row,
      recordedAt,
      recordedBy: personId,
      importId: row.importId ?? undefined,
    }),
  )

/** What holds by everything known, on the last day that anything is said of. */
function presentState(events: readonly TrajectoryEvent[]): TrajectoryState | undefined {
  const facts = factsKnown(events)
  const last = facts.at(-1)
  return last && fold(facts, last.holdsOn)
}

function projection(
  row: Locked,
  definition: ProgrammeDefinition,
  events: readonly TrajectoryEvent[],
): store.Projection {
  const state = presentState(events)
  const place = definition.questions.find((one) => one.type === 'place')
  const village = place && state?.answers[place.code]
  const start = factsKnown(events).find((fact) => fact.type === 'registered')
  return {
    phase: state?.phase ?? row.phase,
    reason: state?.reason ?? null,
    villageCode: typeof village === 'string' ? village : null,
    answers: state?.answers ?? {},
    anchors: state?.anchors ?? {},
    milestonesDone: state?.milestonesDone ?? [],
    registeredOn: start?.holdsOn ?? (row.registeredOn as Day), // a day column: the database holds no other text
    isWithdrawn: state === undefined,
  }
}
