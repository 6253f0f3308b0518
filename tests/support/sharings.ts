import { addPerson } from '../../capabilities/access/actions.ts'
import type { Actor, Grant } from '../../capabilities/access/actor.ts'
import type { NewSharing } from '../../capabilities/families/sharing/actions.ts'
import { after, dayAt } from '../../foundation/day.ts'
import { type Id, newId } from '../../foundation/id.ts'
import { aMunicipality, anOperator, aProvision, theActor, yes } from './world.ts'

/** Somebody who works in a provision elsewhere, with the work address by which others share with them. */
export type Receiver = { readonly actor: Actor; readonly mail: string; readonly provisionId: Id }

/** A worker of another organisation, in a municipality of its own unless told otherwise. */
export async function aReceiver(
  given: { municipalityId?: Id; role?: Grant['role']; name?: string; mail?: string } = {},
): Promise<Receiver> {
  const municipalityId = given.municipalityId ?? (await aMunicipality())
  const { id: provisionId, organisationId } = await aProvision({ municipalityId, programmeCode: 'open-door' })
  const mail = given.mail ?? `ontvanger-${newId()}@voorbeeld.example`
  const grant = { role: given.role ?? 'social-worker', municipalityId, organisationId, ownMatches: true } as const
  const { id } = yes(
    await addPerson(await anOperator(), { name: given.name ?? 'Wilma Waterland', email: mail }, [grant]),
  )
  return { actor: await theActor(id), mail, provisionId }
}

/** What a form tells to share a plan for a month with consent given by telephone, unless told otherwise. */
export function aSharing(
  receiver: Pick<Receiver, 'mail' | 'provisionId'>,
  given: Partial<NewSharing> = {},
): NewSharing {
  const today = dayAt(new Date())
  return {
    ...{ provisionId: receiver.provisionId, mail: receiver.mail, parts: ['plan'] },
    purpose: 'Samen dezelfde afspraken volgen',
    ...{ ground: 'consent', consentOn: today, consentHow: 'phone', consentBy: 'self' },
    endsOn: after(today, { days: 30 }),
    ...given,
  }
}
