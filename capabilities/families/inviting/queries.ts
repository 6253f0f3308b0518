import { inScope } from '../../../database/transaction.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Actor } from '../../access/actor.ts'
import { isOpenSince, spokenCode } from '../../access/sign-in/invitations.ts'
import { mayRead } from '../disclosure.ts'
import { readerOf, worksSteadilyOn } from '../files/queries.ts'
import * as store from './store.ts'

export type Invited = {
  readonly at: Date
  /** To be told by voice; undefined once the link is too old. */
  readonly code: string | undefined
}

/** The last time a person was invited from this file, for who works on it as own work; nothing for anybody else. */
export async function lastInvitation(actor: Actor, personId: Id, now: Date): Promise<Invited | undefined> {
  return inScope(actor, async (tx) => {
    if (!(await worksSteadilyOn(actor)).has(personId)) return undefined
    if (!mayRead(await readerOf(actor), { disclosure: 'own-file', personId })) return undefined
    const [last] = await store.invitationsOf(tx, personId)
    if (last === undefined) return undefined
    const code = isOpenSince(last.recordedAt, now) ? spokenCode(actor, last.id) : undefined
    return { at: last.recordedAt, code }
  })
}
