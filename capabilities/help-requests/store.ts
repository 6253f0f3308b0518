import { and, asc, desc, eq, getTableColumns, gt, inArray, not, sql } from 'drizzle-orm'
import type { Tx } from '../../database/connect.ts'
import type { Day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import type { Asker, Channel, HelpRequest, RequestState } from './request.ts'
import { adviceCounts, helpRequestDetails, helpRequestEvents, helpRequests } from './tables.ts'

const { formVersion: _version, codeHash: _hash, language: _language, ...columns } = getTableColumns(helpRequests)
/** Whether a colleague who is away has it, for whom the actor stands in (decision 16). */
const isStoodIn = sql<boolean>`${helpRequests.id} in (select access.requests_stood_in())`
const request = { ...columns, isStoodIn }

export type Receiver = { readonly id: Id; readonly organisationId: Id; readonly programmeCode: string }

/** The provision that receives the requests of a municipality today. */
export async function receiverIn(tx: Tx, municipalityId: Id): Promise<Receiver | undefined> {
  const { rows } = await tx.execute<Receiver>(sql`
    select id, organisation_id as "organisationId", programme_code as "programmeCode"
    from access.receives_requests(${municipalityId})`)
  return rows[0]
}

export type NewRequest = {
  readonly request: typeof helpRequests.$inferInsert
  readonly details: Omit<typeof helpRequestDetails.$inferInsert, 'municipalityId' | 'requestId' | 'provisionId'>
  readonly recordedBy: Id
}

/** Stores a request with what happened first; sent a second time it changes nothing. */
export async function insertRequest(tx: Tx, { request: row, details, recordedBy }: NewRequest): Promise<void> {
  const hung = { municipalityId: row.municipalityId, requestId: row.id, provisionId: row.provisionId }
  await tx.insert(helpRequests).values(row).onConflictDoNothing()
  await tx
    .insert(helpRequestDetails)
    .values({ ...hung, ...details })
    .onConflictDoNothing()
  await tx
    .insert(helpRequestEvents)
    .values({ ...hung, number: 1, type: 'received', recordedBy })
    .onConflictDoNothing()
}

export type Filter = { readonly states: readonly RequestState[] }

/** Whether it waits for a colleague who does not help another of that family; decision 25. */
const isOfTheOther = sql<boolean>`${helpRequests.id} in (select access.requests_of_the_other())`

/**
 * What waits, and what the actor took up or watches over. That a colleague took one up stays unseen: a list in which one
 * more stands tells who works on the other parent that this one has asked for help. What is of the other parent is
 * as gone from it while it waits.
 */
const listed = ({ states }: Filter) =>
  and(
    inArray(helpRequests.state, [...states]),
    not(isOfTheOther),
    sql`(${helpRequests.takenBy} is null or ${helpRequests.takenBy} = access.actor() or ${isStoodIn}
      or ${helpRequests.provisionId} in (select access.provisions_of_requests_watched()))`,
  )

/** Requests in the actor's reach that are in one of these states: those that wait longest first. */
export const list = (tx: Tx, filter: Filter, most: number): Promise<HelpRequest[]> =>
  tx
    .select(request)
    .from(helpRequests)
    .where(listed(filter))
    .orderBy(
      filter.states.includes('new') ? asc(helpRequests.receivedAt) : desc(helpRequests.receivedAt),
      asc(helpRequests.id),
    )
    .limit(most)

/** The same in the order of their numbers, from after one of them on. */
export const listByNumber = (
  tx: Tx,
  filter: Filter,
  { after, most }: { readonly after: Id | undefined; readonly most: number },
): Promise<HelpRequest[]> =>
  tx
    .select(request)
    .from(helpRequests)
    .where(and(listed(filter), after === undefined ? undefined : gt(helpRequests.id, after)))
    .orderBy(asc(helpRequests.id))
    .limit(most)

export async function countIn(tx: Tx, filter: Filter): Promise<number> {
  return tx.$count(helpRequests, listed(filter))
}

/** Nobody: who has a request is not told to a colleague. */
const A_COLLEAGUE: Id = '00000000-0000-0000-0000-000000000000'

/**
 * One request. One that waits and is of the other parent is given as one that a colleague just took up, for that is what
 * it looks like to who works beside it, on every page and in every refusal.
 */
export async function byId(tx: Tx, id: Id, lock = false): Promise<HelpRequest | undefined> {
  const query = tx
    .select({ ...request, isOfTheOther })
    .from(helpRequests)
    .where(eq(helpRequests.id, id))
  const [row] = await (lock ? query.for('no key update') : query)
  if (row === undefined) return undefined
  const { isOfTheOther: isClosed, ...found } = row
  return isClosed ? { ...found, state: 'taken', takenBy: A_COLLEAGUE, rowVersion: found.rowVersion + 1 } : found
}

export async function detailsOf(tx: Tx, id: Id) {
  const [row] = await tx.select().from(helpRequestDetails).where(eq(helpRequestDetails.requestId, id))
  return row
}

export const eventsOf = (tx: Tx, id: Id) =>
  tx.select().from(helpRequestEvents).where(eq(helpRequestEvents.requestId, id)).orderBy(asc(helpRequestEvents.number))

/** How far the request with this code is; for whoever knows the code. */
export async function stateOf(tx: Tx, codeHash: string): Promise<RequestState | undefined> {
  const { rows } = await tx.execute<{ state: RequestState | null }>(
    sql`select access.request_state(${codeHash}) as state`,
  )
  return rows[0]?.state ?? undefined
}

type Change = Partial<Pick<HelpRequest, 'reason' | 'takenBy' | 'closedOn' | 'trajectoryId'>> & {
  readonly state: RequestState
}

/** Changes a request that still has this version; says whether it did. */
export async function update(tx: Tx, { id, rowVersion }: HelpRequest, change: Change): Promise<boolean> {
  const changed = await tx
    .update(helpRequests)
    .set({ ...change, rowVersion: rowVersion + 1 })
    .where(and(eq(helpRequests.id, id), eq(helpRequests.rowVersion, rowVersion)))
    .returning({ id: helpRequests.id })
  return changed.length > 0
}

export async function addEvent(
  tx: Tx,
  { id, municipalityId, provisionId }: HelpRequest,
  event: Pick<typeof helpRequestEvents.$inferInsert, 'type' | 'reason' | 'recordedBy'>,
): Promise<void> {
  const last = await tx.$count(helpRequestEvents, eq(helpRequestEvents.requestId, id))
  await tx.insert(helpRequestEvents).values({ ...event, municipalityId, provisionId, requestId: id, number: last + 1 })
}

/** From when on the details may go; null takes the term away again. */
export async function setForgetOn(tx: Tx, id: Id, forgetOn: Day | null): Promise<void> {
  await tx.update(helpRequestDetails).set({ forgetOn }).where(eq(helpRequestDetails.requestId, id))
}

/** Gives how many went. */
export async function forgetDetails(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ n: number }>(sql`select access.forget_request_details() as n`)
  return rows[0]?.n ?? 0
}

export type AdviceCell = {
  readonly municipalityId: Id
  readonly provisionId: Id
  readonly month: Day
  readonly channel: Channel
  readonly asker: Asker
}

/** One more in this cell. */
export async function countAdvice(tx: Tx, cell: AdviceCell): Promise<void> {
  await tx
    .insert(adviceCounts)
    .values({ ...cell, count: 1 })
    .onConflictDoUpdate({
      target: [
        adviceCounts.municipalityId,
        adviceCounts.provisionId,
        adviceCounts.month,
        adviceCounts.channel,
        adviceCounts.asker,
      ],
      set: { count: sql`${adviceCounts.count} + 1` },
    })
}
