import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { builtOnce } from '../../database/built-once.ts'
import type { Tx } from '../../database/connect.ts'
import { insertMany } from '../../database/insert-many.ts'
import { type Day, day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import type { TrajectoryEvent } from './event.ts'
import { assignments, originalWords, trajectories, trajectoryEvents } from './tables.ts'
import type { NewAssignment, NewEvent, NewTrajectory, NewWord, TrajectoryRow } from './trajectory.ts'

/** Rows per statement: PostgreSQL takes 65,535 values in one. */
const CHUNK = 2_000

export const insertTrajectories = (tx: Tx, rows: readonly NewTrajectory[]): Promise<void> =>
  insertMany(tx, trajectories, rows)

export const insertEvents = (tx: Tx, rows: readonly NewEvent[]): Promise<void> => insertMany(tx, trajectoryEvents, rows)

export const insertWords = (tx: Tx, rows: readonly NewWord[]): Promise<void> => insertMany(tx, originalWords, rows)

/** Keeps other writers of these trajectories waiting until this transaction ends; gives those in reach, in id order. */
export const lockTrajectories = (tx: Tx, { ids }: { readonly ids: readonly Id[] }) =>
  tx
    .select()
    .from(trajectories)
    .where(inArray(trajectories.id, [...ids]))
    .orderBy(asc(trajectories.id))
    .for('no key update')

const locked = builtOnce(['id'], (from, { id }) =>
  from.select().from(trajectories).where(eq(trajectories.id, id)).for('no key update'),
)

/** The same of one. */
export const lockTrajectory = async (tx: Tx, id: Id) => (await locked(tx, { id }))[0]

/** Of a form that is sent twice at the same moment, the second waits for the first. */
export const oneAtATime = (tx: Tx, key: Id) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 7204511658))`)

/** Histories in the order of recording, by trajectory. */
export async function histories(tx: Tx, trajectoryIds: readonly Id[]): Promise<Map<Id, TrajectoryEvent[]>> {
  const found = new Map<Id, TrajectoryEvent[]>()
  for (let at = 0; at < trajectoryIds.length; at += CHUNK) {
    const rows = await tx
      .select()
      .from(trajectoryEvents)
      .where(inArray(trajectoryEvents.trajectoryId, trajectoryIds.slice(at, at + CHUNK)))
      .orderBy(asc(trajectoryEvents.recordedAt), asc(trajectoryEvents.position))
    for (const row of rows) found.set(row.trajectoryId, [...(found.get(row.trajectoryId) ?? []), asEvent(row)])
  }
  return found
}

const eventsOf = builtOnce(['trajectoryId'], (from, { trajectoryId }) =>
  from
    .select()
    .from(trajectoryEvents)
    .where(eq(trajectoryEvents.trajectoryId, trajectoryId))
    .orderBy(asc(trajectoryEvents.recordedAt), asc(trajectoryEvents.position)),
)

export type History = {
  readonly events: readonly TrajectoryEvent[]
  /** By event, who recorded it. */
  readonly recordedBy: ReadonlyMap<Id, Id>
}

/** One history in the order of recording. */
export async function history(tx: Tx, trajectoryId: Id): Promise<History> {
  const rows = await eventsOf(tx, { trajectoryId })
  return { events: rows.map(asEvent), recordedBy: new Map(rows.map((row) => [row.id, row.recordedBy])) }
}

const asEvent = (row: typeof trajectoryEvents.$inferSelect): TrajectoryEvent => ({
  ...row.payload,
  id: row.id,
  recordedAt: row.recordedAt.toISOString(),
})

export type Projection = Pick<
  TrajectoryRow,
  'phase' | 'reason' | 'villageCode' | 'answers' | 'anchors' | 'milestonesDone' | 'registeredOn'
> & { readonly isWithdrawn: boolean }

export const newProjection = (tx: Tx, municipalityId: Id, id: Id, now: Projection): SQL =>
  tx
    .update(trajectories)
    .set({ ...now, milestonesDone: [...now.milestonesDone], rowVersion: sql`${trajectories.rowVersion} + 1` })
    .where(and(eq(trajectories.municipalityId, municipalityId), eq(trajectories.id, id)))
    .getSQL()

/** Where nothing that lists show has changed, but somebody was there. */
export const newVersion = (municipalityId: Id, id: Id): SQL =>
  sql`update trajectories set row_version = row_version + 1 where municipality_id = ${municipalityId} and id = ${id}`

export type TrajectoryFilter = {
  readonly municipalityId?: Id | undefined
  readonly provisionIds?: readonly Id[] | undefined
  readonly phases?: readonly string[] | undefined
  readonly villageCode?: string | undefined
  readonly ids?: readonly Id[] | undefined
  /** Only the trajectories of this person. */
  readonly personId?: Id | undefined
}

/** Where a page of the list goes on: after this day and id, newest first. */
export type Key = { readonly registeredOn: Day; readonly id: Id }

/** Newest first; each provision in reach gives at most one page, by its index, before they are put together. */
export async function list(
  tx: Tx,
  filter: TrajectoryFilter,
  after: Key | undefined,
  most: number,
): Promise<TrajectoryRow[]> {
  const wanted = and(
    ...conditions(filter),
    after && sql`(${trajectories.registeredOn}, ${trajectories.id}) < (${after.registeredOn}, ${after.id})`,
  )
  if (filter.personId !== undefined) return newestOf(tx, wanted, most)
  const newest = tx
    .select({ id: trajectories.id })
    .from(trajectories)
    .where(and(sql`${trajectories.provisionId} = provision.id`, wanted))
    .orderBy(...newestFirst(most))
  const near = sql`select near.id from (${PROVISIONS}) as provision (id) cross join lateral (${newest}) as near
    union select id from ${trajectories} where ${or(isOwnWork(), isOfOwnPerson())}`
  return newestOf(tx, and(sql`${trajectories.id} = any(array(${near}))`, wanted), most)
}

async function newestOf(tx: Tx, wanted: SQL | undefined, most: number): Promise<TrajectoryRow[]> {
  const rows = await tx
    .select()
    .from(trajectories)
    .where(wanted)
    .orderBy(...newestFirst(most))
  return rows.map(asRow)
}

// Written out rather than given as values, so that the database can plan the statement once and for all.
const stands = (): SQL => sql`not ${trajectories.isWithdrawn}`
const newestFirst = (most: number): [SQL, SQL] => [
  desc(trajectories.registeredOn),
  sql`${desc(trajectories.id)} limit ${sql.raw(String(Math.trunc(most)))}`,
]

// The policies say who reads what; said here once more, an index finds it, where a policy alone asks every row.
const PROVISIONS = sql`select access.provisions('trajectory', 'read') union select access.provisions('import', 'change')`
const isInProvision = (): SQL => sql`${trajectories.provisionId} = any(array(${PROVISIONS}))`
const isOwnWork = (): SQL => sql`${trajectories.id} = any(array(select access.assigned()))`
const isOfOwnPerson = (): SQL => sql`${trajectories.personId} = any(array(
  select access.works_on('read') union select access.own_persons() union select access.glass_broken()))`

/** What the actor may see at most; the policies decide. */
const isNear = (): SQL | undefined => or(isInProvision(), isOwnWork(), isOfOwnPerson())

/** The most persons that somebody is sought among by name. */
const MOST_SOUGHT = 5_000

const ofPersons = builtOnce([], (from) =>
  from
    .select({ trajectoryId: trajectories.id, personId: trajectories.personId })
    .from(trajectories)
    .where(and(stands(), isNotNull(trajectories.personId), isNear()))
    .orderBy(desc(trajectories.registeredOn), desc(trajectories.id))
    .limit(MOST_SOUGHT),
)

/** Trajectories of persons in the actor's reach, newest first. */
export async function withPerson(tx: Tx): Promise<{ trajectoryId: Id; personId: Id }[]> {
  const rows = await ofPersons(tx, {})
  return rows.flatMap(({ trajectoryId, personId }) => (personId === null ? [] : [{ trajectoryId, personId }]))
}

/** The trajectories of a person that the actor sees, newest first. */
export async function ofPerson(tx: Tx, personId: Id): Promise<Id[]> {
  const rows = await tx
    .select({ id: trajectories.id })
    .from(trajectories)
    .where(and(eq(trajectories.personId, personId), stands()))
    .orderBy(desc(trajectories.registeredOn), desc(trajectories.id))
  return rows.map(({ id }) => id)
}

/** The most trajectories that somebody's work of today is sought in. */
const MOST_AT_WORK = 2_000

/** Trajectories with a day from which milestones count, registered since a day, in the actor's reach. */
export async function withAnchors(tx: Tx, since: Day): Promise<TrajectoryRow[]> {
  const rows = await tx
    .select()
    .from(trajectories)
    .where(
      and(
        ...[stands(), isNear()],
        sql`${trajectories.anchors} <> '{}'::jsonb and ${trajectories.registeredOn} >= ${since}`,
      ),
    )
    .orderBy(desc(trajectories.registeredOn), desc(trajectories.id))
    .limit(MOST_AT_WORK)
  return rows.map(asRow)
}

export async function count(tx: Tx, filter: TrajectoryFilter): Promise<number> {
  const [row] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(trajectories)
    .where(and(...conditions(filter), isNear()))
  return row?.n ?? 0
}

function conditions(filter: TrajectoryFilter): (SQL | undefined)[] {
  return [
    stands(),
    filter.municipalityId && eq(trajectories.municipalityId, filter.municipalityId),
    filter.provisionIds && inArray(trajectories.provisionId, [...filter.provisionIds]),
    filter.phases && inArray(trajectories.phase, [...filter.phases]),
    filter.villageCode && eq(trajectories.villageCode, filter.villageCode),
    filter.personId && eq(trajectories.personId, filter.personId),
    filter.ids && inArray(trajectories.id, [...filter.ids]),
  ].filter((one) => one !== undefined && one !== '')
}

const oneTrajectory = builtOnce(['id'], (from, { id }) =>
  from
    .select()
    .from(trajectories)
    .where(and(eq(trajectories.id, id), stands())),
)

export async function byId(tx: Tx, id: Id): Promise<TrajectoryRow | undefined> {
  const [row] = await oneTrajectory(tx, { id })
  return row && asRow(row)
}

/** Whether a trajectory with this number was made already, in reach, withdrawn or not. */
export async function isMade(tx: Tx, id: Id): Promise<boolean> {
  const rows = await tx.select({ id: trajectories.id }).from(trajectories).where(eq(trajectories.id, id))
  return rows.length > 0
}

const asRow = (row: typeof trajectories.$inferSelect): TrajectoryRow => ({
  ...row,
  registeredOn: day(row.registeredOn),
})

const words = builtOnce(['trajectoryId'], (from, { trajectoryId }) =>
  from
    .select({ question: originalWords.question, word: originalWords.word })
    .from(originalWords)
    .where(eq(originalWords.trajectoryId, trajectoryId)),
)

export const wordsOf = (tx: Tx, trajectoryId: Id) => words(tx, { trajectoryId })

export const insertAssignments = (tx: Tx, rows: readonly NewAssignment[]): Promise<void> =>
  insertMany(tx, assignments, rows)

export async function endAssignments(tx: Tx, trajectoryId: Id, personId: Id, untilOn: Day): Promise<void> {
  await tx
    .update(assignments)
    .set({ untilOn })
    .where(
      and(
        eq(assignments.trajectoryId, trajectoryId),
        eq(assignments.personId, personId),
        // Standing in ends with its arrangement.
        isNull(assignments.standsIn),
        // An earlier time that somebody was assigned stays as it was.
        or(isNull(assignments.untilOn), gt(assignments.untilOn, untilOn)),
      ),
    )
}
