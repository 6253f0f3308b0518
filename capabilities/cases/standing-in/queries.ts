import { askedOnce, inScope, noteShown } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { may, maySomewhere } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { type Provision, placeOf, provisionsInReach } from '../../access/queries.ts'
import { colleaguesIn } from '../../families/files/queries.ts'
import { isInForce, type StandIn } from './standing-in.ts'
import * as store from './store.ts'

/** A place where the actor works, with the colleagues there and what is arranged. */
export type StandInPlace = {
  readonly provision: Provision
  /** Whether the actor arranges for everybody there, or for oneself. */
  readonly leads: boolean
  readonly colleagues: readonly { readonly id: Id; readonly name: string }[]
  readonly arranged: readonly StandIn[]
}

/** Who stands in for whom, now and in days agreed, per place where the actor works. */
export async function standInPlaces(actor: Actor, today: Day): Promise<StandInPlace[]> {
  if (!maySomewhere(actor, 'change', 'trajectory')) return []
  return inScope(actor, async (tx) => {
    const all = (await store.standInsFrom(tx, today)).filter(({ endedAt }) => endedAt === null)
    const places: StandInPlace[] = []
    for (const provision of await provisionsInReach(actor)) {
      if (!may(actor, 'change', 'trajectory', { ...placeOf(provision), isAssigned: true })) continue
      const arranged = all.filter(({ provisionId }) => provisionId === provision.id)
      places.push({
        ...{ provision, arranged, leads: may(actor, 'change', 'trajectory', placeOf(provision)) },
        colleagues: await colleaguesIn(actor, provision.id),
      })
    }
    return places
  })
}

/** For whom the actor stands in today, until when, and on which trajectories. */
export type StandingInFor = {
  readonly awayId: Id
  readonly awayName: string | undefined
  readonly untilOn: Day
  readonly trajectoryIds: ReadonlySet<Id>
}

export const standingInFor = (actor: Actor, today: Day): Promise<StandingInFor[]> =>
  askedOnce(`standing in on ${today}`, () => standingInNow(actor, today))

async function standingInNow(actor: Actor, today: Day): Promise<StandingInFor[]> {
  if (!maySomewhere(actor, 'list', 'trajectory')) return []
  return inScope(actor, async (tx) => {
    const own = (await store.standInsFrom(tx, today)).filter(
      (one) => one.standInId === actor.personId && isInForce(one, today),
    )
    if (own.length === 0) return []
    const standing = await store.standingOn(tx, actor.personId, today)
    const found: StandingInFor[] = []
    for (const { id, awayId, untilOn, provisionId } of own) {
      const trajectoryIds = new Set(standing.get(id) ?? [])
      noteShown('trajectory', trajectoryIds)
      const awayName = (await colleaguesIn(actor, provisionId)).find((one) => one.id === awayId)?.name
      found.push({ awayId, awayName, untilOn, trajectoryIds })
    }
    return found
  })
}
