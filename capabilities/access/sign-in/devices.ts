import { asSignIn, inScope } from '../../../database/transaction.ts'
import type { Id } from '../../../foundation/id.ts'
import { sendMessage } from '../../messages/actions.ts'
import type { Actor } from '../actor.ts'
import { loadActor } from '../queries.ts'
import { type Device, deviceCode } from './device.ts'
import * as store from './store.ts'

/** Notes with what kind of device somebody signed in, and has that person told when it is a new one. Both or neither. */
export async function noteSignIn(actor: Actor, personId: Id, device: Device): Promise<void> {
  const person = await loadActor(personId, actor.traceId, actor.origin)
  if (person === undefined) return
  await inScope(person, async () => {
    const isNew = await asSignIn((tx) => store.noteDevice(tx, personId, deviceCode(device)))
    if (isNew) await sendMessage(person, { kind: 'account-sign-in', to: { personId } })
  })
}
