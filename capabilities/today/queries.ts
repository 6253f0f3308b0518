import { inScope } from '../../database/transaction.ts'
import { after, type Day, dayAt } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import type { Actor } from '../access/actor.ts'
import { milestonesDue } from '../cases/due/queries.ts'
import { type StandingInFor, standingInFor } from '../cases/standing-in/queries.ts'
import { personsNamed, readerOf } from '../families/files/queries.ts'
import { actionsOf, ownActions } from '../family-plan/queries.ts'
import { requestsInReach } from '../help-requests/queries.ts'
import type { HelpRequest } from '../help-requests/request.ts'
import { type Entry, type Groups, grouped, horizon } from './entries.ts'

/** Somebody who asked waits at most this long before anybody takes it up; triage sets it sooner for a higher grade. */
const REQUEST_DAYS = 2
/** Whoever took a request up promised to call within this many days. */
const CALL_DAYS = 5

/** What waits for this actor, late first: requests, milestones and actions, each from the room that knows it. */
export async function todayOf(actor: Actor, today: Day): Promise<Groups> {
  return inScope(actor, async () =>
    grouped(
      [...(await requests(actor)), ...(await ownMilestones(actor, today)), ...(await actions(actor, today))],
      today,
    ),
  )
}

/** What waits for a colleague who is away, and until when this actor stands in. */
export type StandInToday = Pick<StandingInFor, 'awayName' | 'untilOn'> & { readonly groups: Groups }

/**
 * The lists of those for whom the actor stands in today, each apart: requests that they took up, milestones of the trajectories concerned, and what the
 * colleague is to do in plans that the actor takes part in these days. Nothing that is not theirs to see.
 */
export async function standInTodays(actor: Actor, today: Day): Promise<StandInToday[]> {
  return inScope(actor, async () => {
    const standing = await standingInFor(actor, today)
    if (standing.length === 0) return []
    const all = await milestones(actor, today)
    const { rows: asked } = await requestsInReach(actor, ['taken'])
    const lists: StandInToday[] = []
    for (const { awayId, awayName, untilOn, trajectoryIds } of standing) {
      const due = all.filter(({ id }) => trajectoryIds.has(id))
      const taken = asked.filter((one) => one.isStoodIn && one.takenBy === awayId)
      const entries = [
        ...taken.map((one) => requested(one, 'request-away')),
        ...due,
        ...(await actions(actor, today, awayId)),
      ]
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

async function requests(actor: Actor): Promise<Entry[]> {
  const { rows } = await requestsInReach(actor, ['new', 'taken'])
  return rows.flatMap((one) => {
    if (one.state === 'new') return [requested(one, 'request-new')]
    return one.takenBy === actor.personId ? [requested(one, 'request-mine')] : []
  })
}

function requested({ id, receivedAt }: HelpRequest, kind: 'request-new' | 'request-mine' | 'request-away'): Entry {
  const from = dayAt(receivedAt)
  const until = after(from, { days: kind === 'request-new' ? REQUEST_DAYS : CALL_DAYS })
  return { ...{ kind, id, about: undefined, what: undefined, from, until } }
}

async function milestones(actor: Actor, today: Day): Promise<Entry[]> {
  const due = await milestonesDue(actor, { today, until: horizon(today) })
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
    }),
  )
}

async function actions(actor: Actor, today: Day, awayId?: Id): Promise<Entry[]> {
  const found = awayId === undefined ? await ownActions(actor) : await actionsOf(actor, awayId)
  const { worksOn } = await readerOf(actor)
  return found.map(
    ({ item, participants }): Entry => ({
      kind: 'action',
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
