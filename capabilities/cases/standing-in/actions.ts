import { allOrNothing, inScope, noteShown } from '../../../database/transaction.ts'
import { after, dayAt } from '../../../foundation/day.ts'
import { type Id, isId, newId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { may } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { placeOf, provisionWithId } from '../../access/queries.ts'
import { standInOn } from '../../families/files/actions.ts'
import { colleaguesIn, workOfColleague } from '../../families/files/queries.ts'
import * as caseStore from '../store.ts'
import { daysAway, isFree, mayArrange, type NewStandIn } from './standing-in.ts'
import * as store from './store.ts'

/**
 * Lets a colleague stand in for who is away: on each file and trajectory of that person in a provision, for these days and
 * no longer. By whoever will be away or who leads the provision. Refuses whoever has another member of one of these
 * families, without saying which (decision 16); days that cannot be; and who is away in those days too.
 */
export async function arrangeStandIn(actor: Actor, given: NewStandIn): Promise<Answer> {
  const today = dayAt(new Date())
  return inScope(actor, (tx) =>
    allOrNothing(tx, async () => {
      const { provisionId, awayId, standInId, key } = given
      const provision = isId(provisionId) ? await provisionWithId(actor, provisionId) : undefined
      if (provision === undefined) return refuse('not-found')
      const place = placeOf(provision)
      if (!may(actor, 'change', 'trajectory', { ...place, isAssigned: true })) return refuse('not-found')
      const arranges = mayArrange(actor.personId, given, { leads: may(actor, 'change', 'trajectory', place) })
      if (!arranges.ok) return arranges
      const colleagues = (await colleaguesIn(actor, provisionId)).map(({ id }) => id)
      if (!colleagues.includes(awayId) || !colleagues.includes(standInId)) return refuse('colleague-unknown')
      const days = daysAway(given, today)
      if (!days.ok) return days
      if ((await store.standInById(tx, key)) !== undefined) return allow()
      const free = isFree(await store.standInsFrom(tx, today), { ...days.value, awayId, standInId })
      if (!free.ok) return free
      const { municipalityId } = provision
      const row = { id: key, municipalityId, provisionId, awayId, standInId, ...days.value }
      await store.insertStandIn(tx, { ...row, arrangedBy: actor.personId })
      return roles(actor, row)
    }),
  )
}

type Arranged = {
  readonly id: Id
  readonly municipalityId: Id
  readonly awayId: Id
  readonly standInId: Id
} & Pick<Parameters<typeof standInOn>[2], 'provisionId' | 'fromOn' | 'untilOn'>

/** The dated role on every file and trajectory concerned. */
async function roles(actor: Actor, { id, municipalityId, awayId, standInId, ...when }: Arranged): Promise<Answer> {
  const today = dayAt(new Date())
  return inScope(actor, async (tx) => {
    const persons = await workOfColleague(actor, awayId, when.provisionId)
    const stood = await standInOn(actor, persons, { ...when, standsIn: id, accountId: standInId, awayId })
    if (!stood.ok) return stood
    const seen = new Set(persons)
    const assigned = await store.assignedTo(tx, awayId, when.provisionId, today)
    const all = await caseStore.list(tx, { ids: assigned }, undefined, assigned.length)
    const rows = all.filter(({ personId }) => personId === null || seen.has(personId))
    const role = { ...when, municipalityId, personId: standInId, role: 'stand-in', standsIn: id }
    await caseStore.insertAssignments(
      tx,
      rows.map((one) => ({ ...role, id: newId(), trajectoryId: one.id })),
    )
    noteShown(
      'trajectory',
      rows.map((one) => one.id),
    )
    return allow()
  })
}

/** Ends an arrangement at once: by who was away, who stands in, or who leads the provision. */
export async function endStandIn(actor: Actor, id: Id): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const found = isId(id) ? await store.standInById(tx, id) : undefined
    const provision = found && (await provisionWithId(actor, found.provisionId))
    if (found === undefined || provision === undefined) return refuse('not-found')
    const isConcerned = [found.awayId, found.standInId].includes(actor.personId)
    if (!isConcerned && !may(actor, 'change', 'trajectory', placeOf(provision))) return refuse('not-found')
    const today = dayAt(new Date())
    if (found.endedAt !== null || found.untilOn < today) return allow()
    const isDone = await store.endStandIn(tx, id, { lastOn: after(today, { days: -1 }), by: actor.personId })
    return isDone ? allow() : refuse('not-found')
  })
}
