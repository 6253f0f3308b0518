import { inScope } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import { may } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import type { Municipality } from '../../access/queries.ts'
import { numbersGoodFor } from '../queries.ts'
import { referenceHash } from '../reference.ts'
import { isShown, type PhoneToCall, type ProvisionPhone } from './phone.ts'
import * as store from './store.ts'

/**
 * The number to call about the request with this code: of whoever has it now. Undefined when nobody gave one, when it was
 * checked too long ago, or when there is no such code; the page counts wrong codes before it asks.
 */
export async function phoneToCall(actor: Actor, code: string, today: Day): Promise<PhoneToCall | undefined> {
  const hash = referenceHash(code)
  const phone = hash === undefined ? undefined : await inScope(actor, (tx) => store.phoneForCode(tx, hash))
  if (phone === undefined || !isShown(phone, numbersGoodFor(actor), today)) return undefined
  return { number: phone.number, open: phone.open }
}

export type PhoneKept = ProvisionPhone & { readonly isShown: boolean }

/** The numbers of a municipality, also those that are shown no longer; for who keeps them. */
export async function phonesKept(actor: Actor, { id, regionId }: Municipality, today: Day): Promise<PhoneKept[]> {
  if (!may(actor, 'change', 'setting', { municipalityId: id, regionId: regionId ?? undefined })) return []
  const phones = await inScope(actor, (tx) => store.phonesIn(tx, id))
  return phones.map((phone) => ({ ...phone, isShown: isShown(phone, numbersGoodFor(actor), today) }))
}
