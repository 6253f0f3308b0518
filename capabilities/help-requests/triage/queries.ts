import { inScope, noteShown } from '../../../database/transaction.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { maySomewhere } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { mayReadDetails, mayStep } from '../access.ts'
import { placeOfRequest, requestsInReach } from '../queries.ts'
import type { HelpRequest } from '../request.ts'
import { byId } from '../store.ts'
import { termsAt } from '../waiting/queries.ts'
import { isLate, waitsUntil } from './deadlines.ts'
import type { Alert } from './store.ts'
import * as store from './store.ts'
import { type EstimateGiven, type Grade, type GradeGiven, mayEnd } from './weighing.ts'

export type Weighed = {
  /** The whole history, the last one last. */
  readonly grades: readonly GradeGiven[]
  readonly estimates: readonly EstimateGiven[]
  /** Each time that it became unsafe, and when a director saw that. */
  readonly alerts: readonly Alert[]
  /** Whether this actor is a director for whom that waits. */
  readonly maySee: boolean
  /** How many directors are told when it gets grade D. */
  readonly directors: number
  readonly mayWeigh: boolean
}

/** How a request was weighed; undefined for whoever may not read its details. */
export async function weighed(actor: Actor, id: Id): Promise<Weighed | undefined> {
  return inScope(actor, async (tx) => {
    const request = await byId(tx, id)
    if (request === undefined) return undefined
    const place = await placeOfRequest(actor, request)
    if (!mayReadDetails(actor, request, place)) return undefined
    return {
      grades: await store.gradesOf(tx, id),
      estimates: await store.estimatesOf(tx, id),
      alerts: await store.alertsOf(tx, id),
      maySee: (await store.alertsUnseen(tx)).some(({ requestId, isDirectors }) => requestId === id && isDirectors),
      directors: (await store.directorsOf(tx, request.provisionId)).length,
      mayWeigh: request.state === 'taken' && mayStep(actor, request, place),
    }
  })
}

/** The last grade of these requests, of those that the actor has or watches over. */
export const gradesNow = (actor: Actor, ids: readonly Id[]): Promise<ReadonlyMap<Id, Grade>> =>
  inScope(actor, (tx) => store.lastGrades(tx, ids))

/** whether a request may end as it was weighed until now. */
export async function mayEndNow(actor: Actor, request: HelpRequest): Promise<Answer> {
  const known = await weighed(actor, request.id)
  if (known === undefined) return refuse('request-of-colleague')
  return mayEnd(request, { grade: known.grades.at(-1)?.grade, hasEstimate: known.estimates.length > 0 })
}

/** Those of these requests that nobody took up in time: sooner late at a higher grade, as far as the actor knows it. */
export async function lateRequests(actor: Actor, rows: readonly HelpRequest[], now: Date): Promise<ReadonlySet<Id>> {
  const waiting = rows.filter(({ state }) => state === 'new')
  const until = await waitingUntil(actor, waiting)
  return new Set([...until].filter(([, moment]) => isLate(moment, now)).map(([id]) => id))
}

/** Until when these open requests may wait, for somebody to take them up or to get in touch, by number. */
export async function waitingUntil(actor: Actor, rows: readonly HelpRequest[]): Promise<ReadonlyMap<Id, Date>> {
  const termsIn = await termsAt(
    actor,
    rows.map(({ municipalityId }) => municipalityId),
  )
  const grades = await gradesNow(
    actor,
    rows.map(({ id }) => id),
  )
  return new Map(rows.map((row) => [row.id, waitsUntil(termsIn(row.municipalityId), row, grades.get(row.id))]))
}

/** Requests of grade D that are still open, of those that the actor has or watches over; who waits longest first. */
export async function urgentRequests(actor: Actor): Promise<readonly HelpRequest[]> {
  const { rows } = await requestsInReach(actor, ['new', 'taken'])
  const grades = await gradesNow(
    actor,
    rows.map(({ id }) => id),
  )
  return rows.filter(({ id }) => grades.get(id) === 'D')
}

export type AlertWaiting = {
  readonly requestId: Id
  readonly raisedAt: Date
  readonly isDirectors: boolean
  /** Who asked took back what was written. */
  readonly isTakenBack: boolean
}

/**
 * What is unsafe and was seen by no director yet: for a director to look at, and for who took the request up to
 * know that it still waits. Whoever only watches over the request hears of it in the list.
 */
export async function alertsWaiting(actor: Actor): Promise<readonly AlertWaiting[]> {
  if (!maySomewhere(actor, 'list', 'help-request')) return []
  return inScope(actor, async (tx) => {
    const found = (await store.alertsUnseen(tx)).filter((one) => one.isDirectors || one.takenBy === actor.personId)
    noteShown('help-request', new Set(found.map(({ requestId }) => requestId)))
    noteShown('municipality', new Set(found.map(({ municipalityId }) => municipalityId)))
    return found
  })
}

/** A request that is taken up, for whoever has it or watches over it, as it was on the screen. */
export async function requestToWeigh(actor: Actor, id: Id, rowVersion: number): Promise<Answer<HelpRequest>> {
  if (!isId(id) || !maySomewhere(actor, 'change', 'help-request')) return refuse('not-found')
  return inScope(actor, async (tx) => {
    const request = await byId(tx, id)
    if (request === undefined) return refuse('not-found')
    noteShown('help-request', [id])
    noteShown('municipality', [request.municipalityId])
    if (request.rowVersion !== rowVersion) return refuse('request-changed-meanwhile')
    if (!mayStep(actor, request, await placeOfRequest(actor, request))) return refuse('request-of-colleague')
    return request.state === 'taken' ? allow(request) : refuse('request-step-not-now')
  })
}
