import { inScope, noteShown } from '../../../database/transaction.ts'
import { dayAt } from '../../../foundation/day.ts'
import { type Id, isId, newId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import { sendMessage } from '../../messages/actions.ts'
import { personFile, readerOf } from '../files/queries.ts'
import { placesToShare, receivedSharing, sharingDaysIn, sharingsOf } from './queries.ts'
import { type CheckedSharing, isStanding, sharingOf, stateOf, type ToldSharing } from './sharing.ts'
import * as store from './store.ts'

export type NewSharing = ToldSharing & {
  readonly provisionId: Id
  /** The work address of the one who receives it. */
  readonly mail: string
  /** Of the form: sent twice, it is still one sharing. */
  readonly key?: Id | undefined
}

/**
 * Shares something of a person with one named worker elsewhere: by who works on that person, with consent or on a
 * ground of safety. The receiver then takes it, or not. Whom the receiver serves is not looked at here, so that the answer
 * cannot tell it; see docs/decisions/0017-recorded-sharing.md. A mail says that something waits. Refuses what `sharingOf` refuses, an address that does not
 * belong to that place, and a second sharing with the same worker.
 */
export async function share(actor: Actor, personId: Id, given: NewSharing): Promise<Answer<{ sharingId: Id }>> {
  return inScope(actor, async (tx) => {
    const { worksOn } = await readerOf(actor)
    const file = worksOn.has(personId) ? await personFile(actor, personId) : undefined
    if (file === undefined) return refuse('not-found')
    const { municipalityId, kind } = file.person
    const place = (await placesToShare(actor, personId)).find((one) => one.provisionId === given.provisionId)
    if (place === undefined) return refuse('sharing-place')
    const today = dayAt(new Date())
    const checked = sharingOf(given, { kind, today, sharingDays: await sharingDaysIn(actor, municipalityId) })
    if (!checked.ok) return checked
    const { provisionId } = place
    const mail = given.mail.replace(/\p{Cc}/gu, '')
    const receiverId = await store.receiverByMail(tx, { mail, personId, provisionId })
    if (receiverId === undefined || receiverId === actor.personId) return refuse('sharing-receiver')
    const sharingId = given.key ?? newId()
    const known = await sharingsOf(actor, personId)
    if (known.some((one) => one.id === sharingId)) return allow({ sharingId })
    if (known.some((one) => one.receiverId === receiverId && isStanding(stateOf(one, today))))
      return refuse('sharing-there-is-one')
    await store.insertSharing(tx, {
      ...{ municipalityId, id: sharingId, personId, receiverId, recordedBy: actor.personId },
      ...{ receiverMunicipalityId: place.municipalityId, receiverProvisionId: provisionId },
      ...columns(checked.value),
    })
    const to = { personId: receiverId }
    // Also to who will not be offered it: whoever shares cannot tell, and when it would be sent it is looked at once more.
    await sendMessage(actor, { kind: 'work-waiting', to, municipalityId: place.municipalityId, about: sharingId })
    noteShown('sharing', [sharingId])
    noteShown('file', [personId])
    noteShown('municipality', [municipalityId])
    return allow({ sharingId })
  })
}

function columns(given: CheckedSharing) {
  const { parts, purpose, ground, endsOn } = given
  const shared = { parts: [...parts], purpose, ground, endsOn }
  if (given.ground === 'safety') return { ...shared, safetyReason: given.reason }
  const { on, how, by } = given.consent
  return { ...shared, consentOn: on, consentHow: how, consentBy: by }
}

/**
 * Takes what is shared with the actor: from then on it is read. Refuses like an unknown one whatever does not stand open,
 * and says so when it stood open until this very moment.
 */
export async function acceptSharing(actor: Actor, sharingId: Id): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const sharing = await receivedSharing(actor, sharingId)
    if (sharing === undefined) return refuse('not-found')
    if (sharing.isAccepted) return allow()
    await store.insertEvent(tx, sharingId, 'accepted')
    return (await receivedSharing(actor, sharingId))?.isAccepted === true ? allow() : refuse('sharing-ended-meanwhile')
  })
}

/**
 * Ends a sharing from this moment on; that it was there stays on record. By who works on the person, and by the person for
 * what rests on their consent. Pressed twice, it is ended once.
 */
export async function withdrawSharing(actor: Actor, personId: Id, sharingId: Id): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const sharing = isId(sharingId)
      ? (await sharingsOf(actor, personId)).find((one) => one.id === sharingId)
      : undefined
    if (sharing === undefined) return refuse('not-found')
    noteShown('file', [personId])
    noteShown('municipality', [sharing.municipalityId])
    if (!isStanding(stateOf(sharing, dayAt(new Date())))) return allow()
    if (!(await store.mayWithdraw(tx, sharingId))) return refuse('sharing-safety-stays')
    await store.insertEvent(tx, sharingId, 'withdrawn')
    return allow()
  })
}
