import { allOrNothing, inScope, noteShown } from '../../database/transaction.ts'
import { inChunks } from '../../foundation/chunks.ts'
import type { Day } from '../../foundation/day.ts'
import { type Id, newId } from '../../foundation/id.ts'
import { type Answer, allow, type Refused, refuse } from '../../foundation/result.ts'
import { may } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import { type Provision, placeOf, provisionWithId } from '../access/queries.ts'
import { addChildren, openFamilies } from '../families/actions.ts'
import { endWork, startWork } from '../families/files/actions.ts'
import { worksSteadilyOn } from '../families/files/queries.ts'
import { keepCells, keepSpecial, type SpecialRow } from '../measures/actions.ts'
import { type Cell, cellsBetween } from '../measures/cell.ts'
import { cellSums } from '../measures/cell-sums.ts'
import { partOfSpecial } from '../measures/special.ts'
import type { ProgrammeDefinition } from '../programmes/definition.ts'
import { programmeDefinition } from '../programmes/queries.ts'
import { recordWorker } from './history/actions.ts'
import { mayBegin } from './provision-end.ts'
import { recordingMoment } from './recording/store.ts'
import { historyRefused, type RecordedIn, type Registered, registered } from './registering.ts'
import * as store from './store.ts'
import type { Registration, TrajectoryRow } from './trajectory.ts'

/** Registers one family in a provision; see `registerMany`. */
export async function registerTrajectory(
  actor: Actor,
  provisionId: Id,
  given: Registration,
): Promise<Answer<{ trajectoryId: Id; warning?: Refused }>> {
  const done = await registerMany(actor, provisionId, [given])
  if (!done.ok) return done
  const { trajectoryIds, warning } = done.value
  const [trajectoryId] = trajectoryIds
  if (trajectoryId === undefined) return refuse('not-found')
  return allow({ trajectoryId, ...(warning !== undefined && { warning }) })
}

const SAVED_AT_ONCE = 2_000
/** Each time special answers are kept makes summary rows of its own, so they are kept together as far as memory allows. */
const SPECIAL_AT_ONCE = 20_000

/**
 * Registers families in a provision, all or none, with the summary kept in the same transaction; gives their
 * trajectories in the order given. With an import the right to bring in files suffices. Refuses a phase that the
 * programme does not have, and a day after the last one of the provision; warns of one that may last beyond it.
 * `saved` hears how many are written so far and may refuse to go on; nobody sees them before all are.
 */
export async function registerMany(
  actor: Actor,
  provisionId: Id,
  given: Iterable<Registration>,
  { importId, saved }: { importId?: Id; saved?: (count: number) => Promise<Answer> } = {},
): Promise<Answer<{ trajectoryIds: Id[]; warning: Refused | undefined }>> {
  return inScope(actor, async (tx) => {
    const provision = await provisionWithId(actor, provisionId)
    if (provision === undefined || !mayRegister(actor, provision, importId)) return refuse('not-found')
    const definition = await programmeDefinition(actor, provision.programmeCode)
    if (definition === undefined) return refuse('programme-unknown', { code: provision.programmeCode })
    // What fits in one chunk is refused before anything of it is written.
    const isOneChunk = Array.isArray(given) && given.length <= SAVED_AT_ONCE
    const begun = mayBeRegistered(isOneChunk ? given : [], definition, provision)
    if (!begun.ok) return begun
    const recordedAt = await recordingMoment(tx, provision.municipalityId)
    const at = { ...provision, provisionId, recordedAt, recordedBy: actor.personId, importId }
    const work = () => registerInChunks(actor, { definition, provision, at }, given, saved)
    const done = await (isOneChunk ? work() : allOrNothing(tx, work))
    if (!done.ok) return done
    noteShown('trajectory', done.value.trajectoryIds)
    noteShown('municipality', [provision.municipalityId])
    return done
  })
}

type Registering = {
  readonly definition: ProgrammeDefinition
  readonly provision: Provision
  readonly at: RecordedIn
}

/** Of each chunk only its ids and what it counts for are kept in memory. */
async function registerInChunks(
  actor: Actor,
  { definition, provision, at }: Registering,
  given: Iterable<Registration>,
  saved: ((count: number) => Promise<Answer>) | undefined,
): Promise<Answer<{ trajectoryIds: Id[]; warning: Refused | undefined }>> {
  const trajectoryIds: Id[] = []
  let warning: Refused | undefined
  const sums = cellSums()
  const isPartOfSpecial = partOfSpecial(definition)
  let special: SpecialRow[] = []
  for (const chunk of inChunks(given, SAVED_AT_ONCE)) {
    const begun = mayBeRegistered(chunk, definition, provision)
    if (!begun.ok) return begun
    warning ??= begun.value.warning
    const made = chunk.map((one) => registered(definition, one, at))
    await save(actor, made)
    for (const { trajectory } of made) trajectoryIds.push(trajectory.id)
    for (const one of countsOf(definition, made, chunk)) {
      sums.add(one.cells)
      if (hasSpecial(one)) special.push({ ...one, cells: one.cells.filter(isPartOfSpecial) })
    }
    if (special.length >= SPECIAL_AT_ONCE) {
      await keepCounts(actor, definition, at, { cells: [], special })
      special = []
    }
    const goesOn = (await saved?.(trajectoryIds.length)) ?? allow()
    if (!goesOn.ok) return goesOn
  }
  await keepCounts(actor, definition, at, { cells: sums.all(), special })
  return allow({ trajectoryIds, warning })
}

/** The first refusal, or perhaps a warning. */
function mayBeRegistered(
  given: readonly Registration[],
  definition: ProgrammeDefinition,
  provision: Provision,
): Answer<{ warning?: Refused }> {
  const unknown = given.find(({ phase }) => !definition.phases.some((one) => one.code === phase))
  if (unknown !== undefined) return refuse('phase-unknown', { phase: unknown.phase })
  let warning: Refused | undefined
  for (const { holdsOn } of given) {
    const begun = mayBegin(holdsOn, provision, definition.longest?.span)
    if (!begun.ok) return begun
    warning ??= begun.value.warning
  }
  return historyRefused(given, definition) ?? allow(warning === undefined ? {} : { warning })
}

function mayRegister(actor: Actor, provision: Provision, importId: Id | undefined): boolean {
  const place = placeOf(provision)
  return may(actor, 'change', 'trajectory', place) || (importId !== undefined && may(actor, 'change', 'import', place))
}

const save = (actor: Actor, made: readonly Registered[]): Promise<void> =>
  inScope(actor, async (tx) => {
    await openFamilies(
      actor,
      made.map((one) => one.family),
    )
    await store.insertTrajectories(
      tx,
      made.map((one) => one.trajectory),
    )
    await addChildren(
      actor,
      made.map((one) => one.family),
    )
    await store.insertEvents(
      tx,
      made.flatMap((one) => one.rows),
    )
    await store.insertWords(
      tx,
      made.flatMap((one) => one.words),
    )
    await store.insertAssignments(
      tx,
      made.flatMap((one) => one.assignments),
    )
  })

/** Adds what a new trajectory counts for to the kept summary, in the transaction that wrote it. */
export async function countRegistered(
  actor: Actor,
  definition: ProgrammeDefinition,
  at: RecordedIn,
  { made, given }: { readonly made: Registered; readonly given: Registration },
): Promise<void> {
  const counted = countsOf(definition, [made], [given])
  const special = counted.filter(hasSpecial)
  await keepCounts(actor, definition, at, { cells: counted.flatMap((one) => one.cells), special })
}

/** What is new has no special answer from before: without one now there is nothing special to keep. */
const hasSpecial = ({ special = {} }: SpecialRow): boolean => Object.keys(special).length > 0

const countsOf = (
  definition: ProgrammeDefinition,
  made: readonly Registered[],
  given: readonly Registration[],
): SpecialRow[] =>
  made.map(({ trajectory, events }, index) => ({
    trajectoryId: trajectory.id,
    special: given[index]?.special ?? {},
    cells: cellsBetween(definition, [], events),
  }))

async function keepCounts(
  actor: Actor,
  definition: ProgrammeDefinition,
  at: RecordedIn,
  { cells, special }: { readonly cells: readonly Cell[]; readonly special: readonly SpecialRow[] },
): Promise<void> {
  const context = { ...at, programmeCode: definition.code }
  await keepCells(actor, context, cells)
  await keepSpecial(actor, context, { parts: definition, rows: special })
}

/**
 * Assigns somebody to a trajectory from a day on, such as a volunteer to a family; from then to its end that person
 * reaches it. A worker of the programme is also a fact of its history, for changes of worker are counted.
 */
export async function assign(
  actor: Actor,
  trajectoryId: Id,
  given: { personId: Id; role: string; fromOn: Day },
): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const trajectory = await store.byId(tx, trajectoryId)
    const provision = trajectory && (await provisionWithId(actor, trajectory.provisionId))
    if (provision === undefined || trajectory === undefined) return refuse('not-found')
    if (!(await mayStaff(actor, trajectory, provision))) return refuse('not-found')
    const { municipalityId, provisionId, personId } = trajectory
    const { personId: accountId, role, fromOn } = given
    if (personId !== null) {
      const started = await startWork(actor, { personId, provisionId, accountId, role, fromOn })
      if (!started.ok) return started
    }
    const known = await recordWorker(actor, trajectoryId, { personId: accountId, on: fromOn, begins: true, role })
    if (!known.ok) return known
    await store.insertAssignments(tx, [
      { id: newId(), municipalityId, provisionId, trajectoryId, ...given, untilOn: null },
    ])
    noteShown('trajectory', [trajectoryId])
    return allow()
  })
}

/** Who leads the provision assigns; who works on a person hands over or calls in a colleague, who stands in does not. */
async function mayStaff(actor: Actor, { personId }: TrajectoryRow, provision: Provision): Promise<boolean> {
  const isAssigned = personId !== null && (await worksSteadilyOn(actor)).has(personId)
  return may(actor, 'change', 'trajectory', { ...placeOf(provision), isAssigned })
}

/** Ends an assignment: after `untilOn` the person no longer reaches the trajectory. */
export async function endAssignment(actor: Actor, trajectoryId: Id, personId: Id, untilOn: Day): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const trajectory = await store.byId(tx, trajectoryId)
    const provision = trajectory && (await provisionWithId(actor, trajectory.provisionId))
    if (provision === undefined || trajectory === undefined) return refuse('not-found')
    if (!(await mayStaff(actor, trajectory, provision))) return refuse('not-found')
    const known = await recordWorker(actor, trajectoryId, { personId, on: untilOn, begins: false })
    if (!known.ok) return known
    await store.endAssignments(tx, trajectoryId, personId, untilOn)
    if (trajectory.personId !== null) await endWork(actor, trajectory.personId, personId, untilOn)
    noteShown('trajectory', [trajectoryId])
    return allow()
  })
}
