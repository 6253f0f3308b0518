import { readFileSync } from 'node:fs'
import { inScope, noteShown } from '../../database/transaction.ts'
import type { Day } from '../../foundation/day.ts'
import { type Id, isId } from '../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { maySomewhere, type Place } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import { type Municipality, municipalitiesKnown, placeOf, provisionWithId, villagesIn } from '../access/queries.ts'
import { giveBack, STATUS, takeTurn } from '../access/sign-in/limits.ts'
import type { Offered } from '../forms/form.ts'
import { mayReadDetails, mayStep } from './access.ts'
import { type ChildLines, chatLineOn, chatLines, childLines, type WallMoment } from './child-lines.ts'
import { type Helpline, type Helplines, helplinesFormat, helplinesNow, type LineOn, linesOn } from './helplines.ts'
import { referenceHash } from './reference.ts'
import { type HelpRequest, placeCode, type RequestDetails, type RequestState } from './request.ts'
import * as store from './store.ts'

/** More than this waits nowhere; then the list says that there is more. */
const MOST_LISTED = 200

/**
 * Every place where somebody can live, as forms offer them: villages, with their municipality when there are more; or those of
 * one municipality alone.
 */
export async function placesToAsk(actor: Actor, only?: Pick<Municipality, 'id'>): Promise<Offered[string]> {
  return inScope(actor, async () => {
    const municipalities = (await municipalitiesKnown(actor)).filter(({ id }) => only === undefined || id === only.id)
    const places: { code: string; name: string }[] = []
    for (const { id, code, name } of municipalities) {
      const villages = await villagesIn(actor, id)
      if (villages.length === 0) places.push({ code, name })
      for (const village of villages) {
        const beside = municipalities.length > 1 ? ` (${name})` : ''
        places.push({
          code: placeCode({ municipalityCode: code, villageCode: village.code }),
          name: village.name + beside,
        })
      }
    }
    return places
  })
}

/** Whether requests of this municipality are received by somebody, so that a form may be filled in at all. */
export async function isReceived(actor: Actor, municipalityId: Id): Promise<boolean> {
  return inScope(actor, async (tx) => (await store.receiverIn(tx, municipalityId)) !== undefined)
}

/** How far the request with this code is. Guessing stops after a few wrong codes, counted per network. */
export async function requestState(actor: Actor, typed: string, address: string): Promise<Answer<RequestState>> {
  const turn = await takeTurn(STATUS, address)
  if (!turn.isAllowed) return refuse('request-too-many', { minutes: Math.ceil(turn.waitSeconds / 60) })
  const hash = referenceHash(typed)
  const state = hash === undefined ? undefined : await inScope(actor, (tx) => store.stateOf(tx, hash))
  if (state === undefined) return refuse('reference-unknown')
  await giveBack(STATUS, address)
  return allow(state)
}

const shippedHelplines = (): Helplines =>
  helplinesFormat.parse(JSON.parse(readFileSync('content/helplines.json', 'utf8')))

/** For how many months a number is shown after somebody checked it. */
export const numbersGoodFor = (_actor: Actor): number => shippedHelplines().goodForMonths

/** Every line by its code, also those that are not shown now: what a text may name. */
export const helplineCodes = (_actor: Actor): string[] => shippedHelplines().helplines.map(({ code }) => code)

/** The lines by code, and whether their number can be told on this day, whatever the hour. */
export const helplinesOn = (_actor: Actor, today: Day): readonly LineOn[] => linesOn(shippedHelplines(), today)

/** The lines to call that can be shown at this moment. */
export const helplines = (_actor: Actor, today: Day, hour: number): Helpline[] =>
  helplinesNow(shippedHelplines(), today, hour)

/** With whom a child can talk and chat at this moment, and whom it can always call. */
export const linesForChildren = (_actor: Actor, now: WallMoment): ChildLines => childLines(shippedHelplines(), now)

/** The site where a child can chat or find a buddy, by the code of the line; undefined for any other line. */
export const chatSite = (_actor: Actor, code: string): string | undefined =>
  chatLines(shippedHelplines()).find((line) => line.code === code)?.site

/** The line for chatting whose own site this is; undefined for a site where one can call as well, or any other. */
export const chatLineAt = (_actor: Actor, address: string): Helpline['code'] | undefined =>
  chatLineOn(shippedHelplines(), address)

/** Every line for chatting by its code, with its name: what clicks are counted of. */
export const chatNames = (_actor: Actor): ReadonlyMap<string, Helpline['name']> =>
  new Map(chatLines(shippedHelplines()).map(({ code, name }) => [code, name]))

export type RequestPage = { readonly rows: readonly HelpRequest[]; readonly hasMore: boolean }

/** Requests in the actor's reach in these states; none for whoever lists none. */
export async function requestsInReach(actor: Actor, states: readonly RequestState[]): Promise<RequestPage> {
  if (!maySomewhere(actor, 'list', 'help-request')) return { rows: [], hasMore: false }
  const found = await inScope(actor, (tx) => store.list(tx, { states }, MOST_LISTED + 1))
  const rows = found.slice(0, MOST_LISTED)
  noteShown('help-request', rows.map(({ id }) => id)) // biome-ignore format: one line reads best
  noteShown('municipality', new Set(rows.map(({ municipalityId }) => municipalityId)))
  return { rows, hasMore: found.length > rows.length }
}

/** How many requests wait in each of these groups of states. */
export async function requestCounts(
  actor: Actor,
  groups: readonly (readonly RequestState[])[],
): Promise<readonly number[]> {
  if (!maySomewhere(actor, 'count', 'help-request')) return groups.map(() => 0)
  return inScope(actor, async (tx) => {
    const counts: number[] = []
    for (const states of groups) counts.push(await store.countIn(tx, { states }))
    return counts
  })
}

export type RequestEvent = Awaited<ReturnType<typeof store.eventsOf>>[number]

export type RequestShown = {
  readonly request: HelpRequest
  /** Undefined when they are not for this actor, or past their term and thrown away. */
  readonly details: RequestDetails | undefined
  readonly events: readonly RequestEvent[]
  readonly mayReadDetails: boolean
  readonly mayStep: boolean
}

/** One request; undefined when it is not there or out of reach. */
export async function requestDetail(actor: Actor, id: Id): Promise<RequestShown | undefined> {
  if (!isId(id) || !maySomewhere(actor, 'read', 'help-request')) return undefined
  return inScope(actor, async (tx) => {
    const request = await store.byId(tx, id)
    if (request === undefined) return undefined
    const place = await placeOfRequest(actor, request)
    noteShown('help-request', [id])
    noteShown('municipality', [request.municipalityId])
    const isReadable = mayReadDetails(actor, request, place)
    const events = await store.eventsOf(tx, id)
    return {
      request: isReadable ? request : ofColleague(request),
      mayReadDetails: isReadable,
      details: isReadable ? await store.detailsOf(tx, id) : undefined,
      events: isReadable ? events : events.filter(({ type }) => type === 'received'),
      mayStep: mayStep(actor, request, place),
    }
  })
}

/** What a colleague has, and however it ended, looks the same: it is not theirs to know what came of it. */
const ofColleague = (request: HelpRequest): HelpRequest => ({
  ...request,
  ...{ state: 'taken', reason: null, closedOn: null, trajectoryId: null },
})

/** Where a request belongs. */
export async function placeOfRequest(actor: Actor, request: HelpRequest): Promise<Place> {
  const provision = await provisionWithId(actor, request.provisionId)
  const { municipalityId, organisationId, programmeCode } = request
  return provision === undefined ? { municipalityId, organisationId, programmeCode } : placeOf(provision)
}
