import { inScope } from '../../database/transaction.ts'
import { type Day, dayAt } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import { maySomewhere } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import { milestonesDue } from '../cases/due/queries.ts'
import { type StandingInFor, standingInFor } from '../cases/standing-in/queries.ts'
import { personsNamed, readerOf } from '../families/files/queries.ts'
import { receivedSharings, sharingsNotTaken } from '../families/sharing/queries.ts'
import type { ShownSharing } from '../families/sharing/sharing.ts'
import { actionsOf, actionsOfOthers, type OwnAction, ownActions } from '../family-plan/queries.ts'
import { requestsInReach } from '../help-requests/queries.ts'
import type { HelpRequest } from '../help-requests/request.ts'
import { isLate } from '../help-requests/triage/deadlines.ts'
import { alertsWaiting, waitingUntil } from '../help-requests/triage/queries.ts'
import { type Entry, type Groups, grouped, horizon } from './entries.ts'

/**
 * What waits for this actor: what is unsafe first, then requests, sharings, milestones and actions, each from the room that
 * knows it; and what the actor waits for.
 */
export async function todayOf(actor: Actor, today: Day, now: Date): Promise<Groups> {
  return inScope(actor, async () => {
    const all = await Promise.all([
      alerts(actor),
      requests(actor, now),
      ownMilestones(actor, today),
      actions(actor, today),
      sharings(actor, today),
      ofOthers(actor, today),
    ])
    return grouped(all.flat(), today)
  })
}

/** What waits for a colleague who is away, and until when this actor stands in. */
export type StandInToday = Pick<StandingInFor, 'awayName' | 'untilOn'> & { readonly groups: Groups }

/**
 * The lists of those for whom the actor stands in today, each apart: requests that they took up, milestones of the trajectories concerned, and what the
 * colleague is to do in plans that the actor takes part in these days. Nothing that is not theirs to see.
 */
export async function standInTodays(actor: Actor, today: Day, now: Date): Promise<StandInToday[]> {
  return inScope(actor, async () => {
    const standing = await standingInFor(actor, today)
    if (standing.length === 0) return []
    const all = await milestones(actor, today)
    const { rows: asked } = await requestsInReach(actor, ['taken'])
    const lists: StandInToday[] = []
    for (const { awayId, awayName, untilOn, trajectoryIds } of standing) {
      const due = all.filter(({ id }) => trajectoryIds.has(id))
      const taken = asked.filter((one) => one.isStoodIn && one.takenBy === awayId)
      const entries = [...(await requested(actor, taken, now)), ...due, ...(await actions(actor, today, awayId))]
      lists.push({ awayName, untilOn, groups: grouped(entries, today) })
    }
    return lists
  })
}

/** Of one's own work: what one only stands in for is told apart. */
async function ownMilestones(actor: Actor, today: Day): Promise<Entry[]> {
  const standing = await standingInFor(actor, today)
  const all = await milestones(actor, today)
  return all.filter(({ id }) => !standing.some(({ trajectoryIds }) => trajectoryIds.has(id)))
}

async function requests(actor: Actor, now: Date): Promise<Entry[]> {
  const { rows } = await requestsInReach(actor, ['new', 'taken'])
  const own = rows.filter((one) => one.state === 'new' || one.takenBy === actor.personId)
  return requested(actor, own, now)
}

/** Requests that wait to be taken up, or for contact by who has them: this actor, or the colleague who is away. */
async function requested(actor: Actor, rows: readonly HelpRequest[], now: Date): Promise<Entry[]> {
  const terms = await waitingUntil(actor, rows)
  const mayTake = maySomewhere(actor, 'change', 'help-request')
  return rows.map(({ id, state, takenBy, rowVersion, receivedAt }): Entry => {
    const until = terms.get(id) ?? receivedAt
    const days = { from: dayAt(receivedAt), until: dayAt(until), isLate: isLate(until, now) }
    const what = { id, about: undefined, what: undefined, ...days }
    if (state !== 'new') return { ...what, kind: takenBy === actor.personId ? 'request-mine' : 'request-away' }
    return { ...what, kind: 'request-new', ...(mayTake && { inPlace: { act: 'take', rowVersion } }) }
  })
}

/** What is unsafe, for a director to see or for who waits until one has. */
async function alerts(actor: Actor): Promise<Entry[]> {
  return (await alertsWaiting(actor)).map(({ requestId: id, raisedAt, isDirectors, isTakenBack }): Entry => {
    const on = { from: dayAt(raisedAt), until: dayAt(raisedAt) }
    const kind = isDirectors ? 'unsafe' : 'unsafe-sent'
    const inPlace = isDirectors ? { act: 'see' as const } : undefined
    return { kind, id, about: undefined, what: undefined, ...on, inPlace, isTakenBack }
  })
}

/** What a colleague elsewhere offered this actor, and what of the actor's own persons nobody elsewhere took yet. */
async function sharings(actor: Actor, today: Day): Promise<Entry[]> {
  const received = (await receivedSharings(actor)).filter(({ isAccepted }) => !isAccepted)
  const sent = await sharingsNotTaken(actor, today)
  const entry = (kind: Entry['kind'], { id, personName, personId, recordedAt, endsOn }: ShownSharing): Entry => ({
    ...{ kind, id, about: personName ?? undefined, what: undefined, from: dayAt(recordedAt), until: endsOn, personId },
  })
  return [...received.map((one) => entry('sharing', one)), ...sent.map((one) => entry('sharing-sent', one))]
}

async function milestones(actor: Actor, today: Day): Promise<Entry[]> {
  const due = await milestonesDue(actor, { today, until: horizon(today) })
  const mayDo = maySomewhere(actor, 'change', 'trajectory')
  const ids = [...new Set(due.flatMap((one) => (one.personId === null ? [] : [one.personId])))]
  const names = new Map((await personsNamed(actor, ids)).map((one) => [one.id, one.name]))
  return due.map(
    (one): Entry => ({
      kind: 'milestone',
      id: one.trajectoryId,
      about: one.personId === null ? undefined : (names.get(one.personId) ?? undefined),
      what: one.name,
      from: one.earliest,
      until: one.latest,
      ...(mayDo && { milestone: one.code }),
      ...(mayDo && one.isPlain && one.earliest <= today
        ? { inPlace: { act: 'done', milestone: one.code, rowVersion: one.rowVersion } }
        : {}),
    }),
  )
}

async function actions(actor: Actor, today: Day, awayId?: Id): Promise<Entry[]> {
  const found = awayId === undefined ? await ownActions(actor) : await actionsOf(actor, awayId)
  const entries = await inPlans(actor, 'action', found, today)
  return entries.map((entry, at) => {
    const item = found[at]?.item
    if (item === undefined || awayId !== undefined) return entry
    return { ...entry, inPlace: { act: 'tick', planId: item.planId, rowVersion: item.rowVersion } }
  })
}

/** What others promised in plans that the actor takes part in, and did not do yet. */
const ofOthers = async (actor: Actor, today: Day): Promise<Entry[]> =>
  inPlans(actor, 'action-of-other', await actionsOfOthers(actor, horizon(today)), today)

async function inPlans(
  actor: Actor,
  kind: 'action' | 'action-of-other',
  found: readonly OwnAction[],
  today: Day,
): Promise<Entry[]> {
  if (found.length === 0) return []
  const { worksOn } = await readerOf(actor)
  return found.map(
    ({ item, participants }): Entry => ({
      kind,
      id: item.id,
      about: participants.map((one) => one.name ?? '').join(', '),
      what: { nl: item.body, en: item.body },
      from: today,
      until: item.dueOn ?? today,
      // A file that the actor opens, before one that stays closed.
      personId: (participants.find((one) => worksOn.has(one.id)) ?? participants[0])?.id,
    }),
  )
}
