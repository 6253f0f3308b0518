import { inScope, noteShown } from '../../../database/transaction.ts'
import { type Id, newId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import { linkFor } from '../../access/sign-in/invitations.ts'
import { sendMessage } from '../../messages/actions.ts'
import { personFile, worksSteadilyOn } from '../files/queries.ts'
import { mayBeInvited, namedReader } from './inviting.ts'
import * as store from './store.ts'

/**
 * Invites a person to a sign-in of their own, by who works on that person as own work. The mail holds a link that
 * takes a code told by voice. Who else has an account under this address is not looked at here, so that the answer cannot
 * tell it; see docs/decisions/0018-own-sign-in.md. Refuses what `mayBeInvited` refuses, one who
 * was not told, and an address with a named reader unless it was asked anew.
 */
export async function invitePerson(
  actor: Actor,
  personId: Id,
  given: { readonly isTold: boolean; readonly isReadAlone: boolean; readonly key?: Id | undefined },
): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const file = (await worksSteadilyOn(actor)).has(personId) ? await personFile(actor, personId) : undefined
    if (file === undefined) return refuse('not-found')
    const may = mayBeInvited(file.person, file.details)
    if (!may.ok) return may
    if (!given.isTold) return refuse('invite-not-told')
    const { isReadAlone } = given
    if (namedReader(file.details) !== '' && !isReadAlone) return refuse('invite-mail-read')
    const invitationId = given.key ?? newId()
    if ((await store.invitationsOf(tx, personId)).some(({ id }) => id === invitationId)) return allow()
    const link = linkFor(invitationId)
    const accountId = await store.invite(tx, personId, { isReadAlone, invitationId, accountId: newId(), ...link })
    noteShown('municipality', [file.person.municipalityId])
    if (accountId === undefined) return allow()
    return sendMessage(actor, {
      ...{ kind: 'invitation', to: { personId: accountId }, about: invitationId, isFromFile: true },
    })
  })
}
