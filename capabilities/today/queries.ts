import { inScope } from '../../database/transaction.ts'
import { after, type Day, dayAt } from '../../foundation/day.ts'
import type { Actor } from '../access/actor.ts'
import { milestonesDue } from '../cases/due/queries.ts'
import { personsNamed } from '../families/files/queries.ts'
import { ownActions } from '../family-plan/queries.ts'
import { requestsInReach } from '../help-requests/queries.ts'
import { type Entry, type Groups, grouped, horizon } from './entries.ts'

/** Somebody who asked waits at most this long before anybody takes it up; triage sets it sooner for a higher grade. */
const REQUEST_DAYS = 2
/** Whoever took a request up promised to call within this many days. */
const CALL_DAYS = 5

/** What waits for this actor, late first: requests, milestones and actions, each from the room that knows it. */
export async function todayOf(actor: Actor, today: Day): Promise<Groups> {
  return inScope(actor, async () =>
    grouped([...(await requests(actor)), ...(await milestones(actor, today)), ...(await actions(actor, today))], today),
  )
}

async function requests(actor: Actor): Promise<Entry[]> {
  const { rows } = await requestsInReach(actor, ['new', 'taken'])
  return rows
    .filter((one) => one.state === 'new' || one.takenBy === actor.personId)
    .map((one): Entry => {
      const receivedOn = dayAt(one.receivedAt)
      const isNew = one.state === 'new'
      const until = after(receivedOn, { days: isNew ? REQUEST_DAYS : CALL_DAYS })
      return {
        kind: isNew ? 'request-new' : 'request-mine',
        ...{ id: one.id, about: undefined, what: undefined, from: receivedOn, until },
      }
    })
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

async function actions(actor: Actor, today: Day): Promise<Entry[]> {
  return (await ownActions(actor)).map(
    ({ item, participants }): Entry => ({
      kind: 'action',
      id: item.id,
      about: participants.map((one) => one.name ?? '').join(', '),
      what: { nl: item.body, en: item.body },
      from: today,
      until: item.dueOn ?? today,
      personId: participants[0]?.id,
    }),
  )
}
