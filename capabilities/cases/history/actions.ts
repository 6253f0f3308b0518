import type { Tx } from '../../../database/connect.ts'
import { inScope, noteShown } from '../../../database/transaction.ts'
import { type Day, dayAt } from '../../../foundation/day.ts'
import { type Id, newId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { may } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { type Provision, placeOf, provisionWithId } from '../../access/queries.ts'
import { keepCells, keepSpecial } from '../../measures/actions.ts'
import { type Cell, cellsBetween } from '../../measures/cell.ts'
import type { ProgrammeDefinition } from '../../programmes/definition.ts'
import { fitOf } from '../../programmes/fit.ts'
import { mayCompleteMilestone } from '../../programmes/milestone-outcome.ts'
import { fitSettingsOf, programmeDefinition } from '../../programmes/queries.ts'
import { type MilestoneDone, takeStep } from '../../programmes/steps.ts'
import { type Answers, type Fact, type Happening, isFact, type TrajectoryEvent } from '../event.ts'
import { withAnchors } from '../phase-days.ts'
import { eventRow } from '../registering.ts'
import * as store from '../store.ts'
import { factsKnown, fold, type TrajectoryState } from '../timeline.ts'

/** Which trajectory, and which version of it the person saw; without a version the last one counts. */
export type Seen = { readonly trajectoryId: Id; readonly rowVersion?: number }

type Open = {
  readonly municipalityId: Id
  readonly definition: ProgrammeDefinition
  readonly events: readonly TrajectoryEvent[]
  readonly state: TrajectoryState
}

/**
 * Takes a step to another phase on a day. Refuses a step that the definition does not have, or whose answers,
 * milestones or reason are missing.
 */
export const moveTrajectory = (
  actor: Actor,
  seen: Seen,
  step: { to: string; on: Day; reason?: string },
): Promise<Answer> =>
  record(actor, seen, async ({ definition, state, events, municipalityId }) => {
    const { phase, answers, anchors } = state
    const settings = await fitSettingsOf(actor, municipalityId, definition.code)
    const why = step.reason === undefined ? {} : { reason: step.reason }
    const standing = {
      phase,
      answers,
      anchors,
      done: milestonesDone(events),
      fit: fitOf(definition, settings, answers),
    }
    const taken = takeStep(definition, standing, { to: step.to, today: step.on, ...why })
    if (!taken.ok) return taken
    return allow([withAnchors(definition, { type: 'moved', holdsOn: step.on, to: step.to, ...why })])
  })

function milestonesDone(events: readonly TrajectoryEvent[]): MilestoneDone[] {
  return factsKnown(events).flatMap((fact) => {
    if (fact.type !== 'milestone-done') return []
    const { milestone, holdsOn: on, outcome } = fact
    return [{ milestone, on, ...(outcome !== undefined && { outcome }) }]
  })
}

/** Sets an anchor, such as the match meeting, from which milestones count; not one that a step sets. */
export const setAnchor = (actor: Actor, seen: Seen, given: { anchor: string; on: Day }): Promise<Answer> =>
  record(actor, seen, ({ definition }) => {
    const anchor = definition.anchors.find((one) => one.code === given.anchor)
    if (anchor === undefined) return refuse('anchor-unknown', { anchor: given.anchor })
    if (anchor.phase !== undefined) return refuse('anchor-of-phase', { ...anchor.name })
    return allow([{ type: 'anchor-set', holdsOn: given.on, anchor: given.anchor }])
  })

/**
 * Records that a milestone was done on a day. Refuses what its definition refuses: questions left open, no outcome, an
 * outcome without what it needs.
 */
export const completeMilestone = (
  actor: Actor,
  seen: Seen,
  given: { milestone: string; on: Day; outcome?: string },
): Promise<Answer> =>
  record(actor, seen, ({ definition, state }) => {
    const { milestone, on, outcome } = given
    const { answers, anchors } = state
    const done = mayCompleteMilestone(definition, { ...given, answers, anchors })
    if (!done.ok) return done
    return allow([{ type: 'milestone-done', holdsOn: on, milestone, ...(outcome !== undefined && { outcome }) }])
  })

/** Records answers from a day on; special questions (AVG article 9) and those of a contact do not go this way. */
export const answerQuestions = (actor: Actor, seen: Seen, given: { answers: Answers; on: Day }): Promise<Answer> =>
  record(actor, seen, ({ definition }) => {
    const unknown = Object.keys(given.answers).find(
      (code) => !definition.questions.some((one) => one.code === code && !one.special && one.asked !== 'contact'),
    )
    if (unknown !== undefined) return refuse('question-unknown', { question: unknown })
    return allow([{ type: 'answered', holdsOn: given.on, answers: given.answers }])
  })

/** Puts another fact in the place of one recorded earlier; what was known before stays answerable. */
export const correctEvent = (actor: Actor, seen: Seen, corrects: Id, by: Fact): Promise<Answer> =>
  record(actor, seen, ({ definition, events }) => {
    const wrong = events.find((event) => event.id === corrects)
    if (wrong === undefined || !isFact(wrong) || wrong.type !== by.type) return refuse('event-unknown')
    const fact = by.type === 'moved' ? withAnchors(definition, by) : by
    return allow([{ type: 'corrected', holdsOn: by.holdsOn, corrects, by: fact }])
  })

/**
 * Records that somebody begins or ends the work on a trajectory, so that changes of worker can be counted. Says yes
 * without a record for somebody who is no worker of the programme, such as a volunteer. Such a day may be still to come.
 */
export const recordWorker = (
  actor: Actor,
  trajectoryId: Id,
  given: { personId: Id; on: Day } & ({ begins: true; role: string } | { begins: false }),
): Promise<Answer> =>
  record(actor, { trajectoryId }, ({ definition, state }) => {
    const { personId, on: holdsOn } = given
    const isWorker = given.begins
      ? definition.roles.worker.includes(given.role)
      : state.workers.present.includes(personId)
    return allow(isWorker ? [{ type: given.begins ? 'worker-assigned' : 'worker-left', holdsOn, personId }] : [])
  })

/** Says that an event never was; withdrawing the registration withdraws the whole trajectory. */
export const withdrawEvent = (actor: Actor, seen: Seen, withdraws: Id): Promise<Answer> =>
  record(actor, seen, ({ events }) => {
    const wrong = events.find((event) => event.id === withdraws)
    if (wrong === undefined) return refuse('event-unknown')
    return allow([{ type: 'withdrawn', holdsOn: wrong.holdsOn, withdraws }])
  })

/**
 * Undoes every registration of an import, as known from now on; earlier moments of knowledge answer as they did.
 * Gives how many were withdrawn.
 */
export async function withdrawImported(
  actor: Actor,
  provisionId: Id,
  importId: Id,
): Promise<Answer<{ withdrawn: number }>> {
  return inScope(actor, async (tx) => {
    const provision = await provisionWithId(actor, provisionId)
    if (provision === undefined || !may(actor, 'change', 'import', placeOf(provision))) return refuse('not-found')
    const rows = (await store.lockTrajectories(tx, { importId })).filter((row) => !row.isWithdrawn)
    const histories = await store.histories(
      tx,
      rows.map((row) => row.id),
    )
    const recordedAt = await store.recordingMoment(tx, provision.municipalityId)
    const changes = []
    for (const row of rows) {
      const before = histories.get(row.id) ?? []
      const start = before.find((event) => event.type === 'registered')
      if (start === undefined) continue
      const happening: Happening = { type: 'withdrawn', holdsOn: start.holdsOn, withdraws: start.id }
      changes.push({ row, before, after: [...before, stamped(happening, recordedAt)] })
    }
    for (const [version, group] of Map.groupBy(changes, ({ row }) => row.programmeVersion)) {
      const definition = await programmeDefinition(actor, provision.programmeCode, version)
      if (definition === undefined) return refuse('programme-unknown', { code: provision.programmeCode })
      await save(tx, actor, definition, recordedAt, group)
    }
    await store.withdrawAll(
      tx,
      rows.map((row) => row.id),
    )
    noteShown(
      'trajectory',
      rows.map((row) => row.id),
    )
    noteShown('municipality', [provision.municipalityId])
    return allow({ withdrawn: changes.length })
  })
}

type Locked = Awaited<ReturnType<typeof store.lockTrajectories>>[number]
type Change = {
  readonly row: Locked
  readonly before: readonly TrajectoryEvent[]
  readonly after: readonly TrajectoryEvent[]
}

/** Who works on a trajectory from when is agreed beforehand. */
const MAY_BE_PLANNED: readonly Happening['type'][] = ['worker-assigned', 'worker-left']

/** Load under a lock, decide, save events, projection and summary, in one transaction. */
async function record(
  actor: Actor,
  seen: Seen,
  decide: (open: Open) => Answer<Happening[]> | Promise<Answer<Happening[]>>,
): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const [row] = await store.lockTrajectories(tx, { ids: [seen.trajectoryId] })
    const provision = row && (await provisionWithId(actor, row.provisionId))
    if (row === undefined || row.isWithdrawn || provision === undefined || !mayChange(actor, provision))
      return refuse('not-found')
    if (seen.rowVersion !== undefined && seen.rowVersion !== row.rowVersion) return refuse('changed-meanwhile')
    const definition = await programmeDefinition(actor, row.programmeCode, row.programmeVersion)
    if (definition === undefined) return refuse('programme-unknown', { code: row.programmeCode })
    const before = (await store.histories(tx, [row.id])).get(row.id) ?? []
    const state = presentState(before)
    if (state === undefined) return refuse('not-found')
    const decided = await decide({ municipalityId: row.municipalityId, definition, events: before, state })
    if (!decided.ok) return decided
    if (decided.value.length === 0) return allow()
    if (decided.value.some((one) => one.holdsOn > dayAt(new Date()) && !MAY_BE_PLANNED.includes(one.type)))
      return refuse('day-in-future')
    const recordedAt = await store.recordingMoment(tx, row.municipalityId)
    const after = [...before, ...decided.value.map((one) => stamped(one, recordedAt))]
    await save(tx, actor, definition, recordedAt, [{ row, before, after }])
    await project(tx, row, definition, after)
    noteShown('trajectory', [row.id])
    noteShown('municipality', [row.municipalityId])
    return allow()
  })
}

const mayChange = (actor: Actor, provision: Provision): boolean =>
  // Row-level security has let the row through, so an own match is assigned.
  may(actor, 'change', 'trajectory', { ...placeOf(provision), isAssigned: true })

const stamped = (happening: Happening, recordedAt: Date): TrajectoryEvent => ({
  ...happening,
  id: newId(),
  recordedAt: recordedAt.toISOString(),
})

async function save(
  tx: Tx,
  actor: Actor,
  definition: ProgrammeDefinition,
  recordedAt: Date,
  changes: readonly Change[],
): Promise<void> {
  const first = changes[0]?.row
  if (first === undefined) return
  const at = (row: Locked) => ({ ...row, recordedAt, recordedBy: actor.personId, importId: row.importId ?? undefined })
  await store.insertEvents(
    tx,
    changes.flatMap(({ row, before, after }) =>
      after.slice(before.length).map((event, position) => eventRow(event, position, row.id, at(row))),
    ),
  )
  const jumps = changes.map(({ row, before, after }) => ({
    trajectoryId: row.id,
    cells: cellsBetween(definition, before, after),
  }))
  const context = { ...at(first), programmeCode: definition.code }
  await keepCells(
    actor,
    context,
    jumps.flatMap((one): Cell[] => one.cells),
  )
  await keepSpecial(actor, context, { parts: definition, rows: jumps })
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
