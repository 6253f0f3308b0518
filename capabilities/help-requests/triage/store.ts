import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import type { Id } from '../../../foundation/id.ts'
import type { HelpRequest } from '../request.ts'
import { helpRequests } from '../tables.ts'
import { triageAlerts, triageEstimates, triageGrades } from './tables.ts'
import type { EstimateGiven, Grade, GradeGiven } from './weighing.ts'

type Of = Pick<HelpRequest, 'id' | 'municipalityId' | 'provisionId'>

/** Every grade that the actor may know, the first one first. */
export const gradesOf = (tx: Tx, requestId: Id): Promise<GradeGiven[]> =>
  tx.select().from(triageGrades).where(eq(triageGrades.requestId, requestId)).orderBy(asc(triageGrades.number))

export const estimatesOf = (tx: Tx, requestId: Id): Promise<EstimateGiven[]> =>
  tx.select().from(triageEstimates).where(eq(triageEstimates.requestId, requestId)).orderBy(asc(triageEstimates.number))

/** The last grade of each of these requests, as far as the actor may know. */
export async function lastGrades(tx: Tx, requestIds: readonly Id[]): Promise<ReadonlyMap<Id, Grade>> {
  if (requestIds.length === 0) return new Map()
  const rows = await tx
    .select({ requestId: triageGrades.requestId, grade: triageGrades.grade })
    .from(triageGrades)
    .where(inArray(triageGrades.requestId, [...requestIds]))
    .orderBy(asc(triageGrades.number))
  return new Map(rows.map(({ requestId, grade }) => [requestId, grade]))
}

export async function addGrade(tx: Tx, of: Of, given: Omit<GradeGiven, 'number' | 'recordedAt'>): Promise<void> {
  const number = (await gradesOf(tx, of.id)).length + 1
  await tx.insert(triageGrades).values({ ...columns(of), ...given, number })
}

export async function addEstimate(tx: Tx, of: Of, given: Omit<EstimateGiven, 'number' | 'recordedAt'>): Promise<void> {
  const number = (await estimatesOf(tx, of.id)).length + 1
  await tx.insert(triageEstimates).values({ ...columns(of), ...given, number })
}

export type Alert = Omit<typeof triageAlerts.$inferSelect, 'municipalityId' | 'provisionId'>

/** Every alert of a request that the actor may know, the first one first. */
export const alertsOf = (tx: Tx, requestId: Id): Promise<Alert[]> =>
  tx.select().from(triageAlerts).where(eq(triageAlerts.requestId, requestId)).orderBy(asc(triageAlerts.number))

/** The alerts that no director has seen yet, of requests that the actor has or watches over; the oldest first. */
export const alertsUnseen = (tx: Tx) =>
  tx
    .select({
      requestId: triageAlerts.requestId,
      municipalityId: triageAlerts.municipalityId,
      raisedAt: triageAlerts.raisedAt,
      takenBy: helpRequests.takenBy,
      isDirectors: sql<boolean>`${triageAlerts.provisionId} in (select access.provisions_of_requests_directed())`,
      isTakenBack: sql<boolean>`exists (select from help_request_events e
        where e.request_id = ${triageAlerts.requestId} and e.type = 'withdrawn')`,
    })
    .from(triageAlerts)
    .innerJoin(helpRequests, eq(helpRequests.id, triageAlerts.requestId))
    .where(isNull(triageAlerts.seenAt))
    .orderBy(asc(triageAlerts.raisedAt), asc(triageAlerts.requestId))

/** Says that a request is unsafe, unless that still waits to be seen. */
export async function raiseAlert(tx: Tx, of: Of, raisedBy: Id): Promise<void> {
  const known = await alertsOf(tx, of.id)
  if (known.some(({ seenAt }) => seenAt === null)) return
  await tx.insert(triageAlerts).values({ ...columns(of), number: known.length + 1, raisedBy })
}

/** Says that this director has seen it; whether there was something to see. */
export async function seeAlert(tx: Tx, requestId: Id, seenBy: Id): Promise<boolean> {
  const rows = await tx
    .update(triageAlerts)
    .set({ seenAt: sql`clock_timestamp()`, seenBy })
    .where(and(eq(triageAlerts.requestId, requestId), isNull(triageAlerts.seenAt)))
    .returning({ number: triageAlerts.number })
  return rows.length > 0
}

const columns = ({ id, municipalityId, provisionId }: Of) => ({ requestId: id, municipalityId, provisionId })

/** The directors who see the requests of a provision. */
export async function directorsOf(tx: Tx, provisionId: Id): Promise<Id[]> {
  const { rows } = await tx.execute<{ id: Id }>(sql`select access.directors_of_requests(${provisionId}) as id`)
  return rows.map(({ id }) => id)
}
