import { createHmac } from 'node:crypto'
import { asSignIn, inScope } from '../../../database/transaction.ts'
import type { Id } from '../../../foundation/id.ts'
import { recordAudit } from '../../privacy/audit.ts'
import { type Actor, BUILT_IN, type Grant } from '../actor.ts'
import { placeOf } from '../odd-sign-ins/place.ts'
import { insertTry } from '../odd-sign-ins/store.ts'
import { loadActor } from '../queries.ts'
import { deviceCode } from './device.ts'
import { keyFrom, signInUsed } from './library.ts'
import type { Arrival } from './origin.ts'

type Act = 'sign-in.done' | 'sign-in.half' | 'sign-in.failed'

type About = {
  readonly arrival: Arrival
  readonly personId?: Id | undefined
  readonly refusedWith?: string
  /** Where it belongs when nobody is known yet: the places of the organisation through which somebody came. */
  readonly municipalityIds?: readonly Id[]
}

/**
 * One row about a person who is not signed in yet, in the municipalities where that person works, and the try as far as it
 * takes to notice what is odd. As much work for nobody.
 */
export async function recordSignIn(actor: Actor, act: Act, about: About): Promise<void> {
  const person = await loadActor(about.personId ?? BUILT_IN.visitor, actor.traceId, actor.origin)
  const grants = about.personId === undefined ? [] : (person?.grants ?? [])
  const own = grants.flatMap((grant) => grant.municipalityId ?? [])
  const municipality = own.length > 0 ? own : (about.municipalityIds ?? [])
  const shown = { municipality, ...(about.personId !== undefined && { person: [about.personId] }) }
  await inScope(actor, async () => {
    await recordAudit(actor, {
      act,
      kind: 'session',
      shown,
      ...(about.refusedWith !== undefined && { refusedWith: about.refusedWith }),
    })
    if (act !== 'sign-in.half') await keepTry(act === 'sign-in.done', about, grants)
  })
}

async function keepTry(isDone: boolean, { arrival, personId }: About, grants: readonly Grant[]): Promise<void> {
  const { origin, way, typed, organisationId } = arrival
  const place = placeOf(origin.address)
  const organisationIds = grants.flatMap((grant) => grant.organisationId ?? [])
  if (personId === undefined && organisationId !== undefined) organisationIds.push(organisationId)
  const alone = grants.filter((grant) => grant.organisationId === undefined)
  const municipalityIds = alone.flatMap((grant) => grant.municipalityId ?? [])
  await asSignIn((tx) =>
    insertTry(tx, {
      ...{ isDone, way, userId: personId ?? null, device: deviceCode(origin.device) },
      network: place === undefined ? null : markOf(place),
      typed: personId === undefined && typed !== undefined ? markOf(typed) : null,
      organisationIds: [...new Set(organisationIds)],
      municipalityIds: [...new Set(municipalityIds)],
      isOfResident: grants.length > 0 && grants.every(({ role }) => role === 'resident'),
    }),
  )
}

/** What is kept instead of a network or an address: under a key, so that nobody tries out which one it is. */
export const markOf = (text: string): string =>
  createHmac('sha256', keyFrom(signInUsed().settings.secret, 'marks')).update(text).digest('hex').slice(0, 16)
