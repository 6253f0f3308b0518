import { readFileSync } from 'node:fs'
import { inScope, noteShown } from '../../../database/transaction.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { maySomewhere } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { mayReadDetails, mayStep } from '../access.ts'
import { placeOfRequest, requestsInReach } from '../queries.ts'
import type { HelpRequest } from '../request.ts'
import { byId } from '../store.ts'
import { isLate, waitingTermsFormat, waitsUntil } from './deadlines.ts'
import * as store from './store.ts'
import { type EstimateGiven, type Grade, type GradeGiven, mayEnd } from './weighing.ts'

export type Weighed = {
  /** The whole history, the last one last. */
  readonly grades: readonly GradeGiven[]
  readonly estimates: readonly EstimateGiven[]
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
  return known === undefined ? refuse('request-of-colleague') : mayEnd(request, known.estimates.length > 0)
}

/** Those of these requests that nobody took up in time: sooner late at a higher grade, as far as the actor knows it. */
export async function lateRequests(actor: Actor, rows: readonly HelpRequest[], now: Date): Promise<ReadonlySet<Id>> {
  const terms = waitingTermsFormat.parse(JSON.parse(readFileSync('content/waiting-terms.json', 'utf8')))
  const waiting = rows.filter(({ state }) => state === 'new')
  const grades = await gradesNow(
    actor,
    waiting.map(({ id }) => id),
  )
  const late = waiting.filter(({ id, receivedAt }) => isLate(waitsUntil(terms, receivedAt, grades.get(id)), now))
  return new Set(late.map(({ id }) => id))
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
