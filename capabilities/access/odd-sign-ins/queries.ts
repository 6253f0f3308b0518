import { inScope, noteShown } from '../../../database/transaction.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { may, maySomewhere } from '../access.ts'
import type { Actor } from '../actor.ts'
import { type Device, deviceFrom } from '../sign-in/device.ts'
import { markOf } from '../sign-in/sign-in-log.ts'
import type { OddKind } from './odd.ts'
import { placeOf } from './place.ts'
import * as store from './store.ts'

/** Something odd, as somebody who answers for the accounts sees it. */
export type OddSignIn = {
  readonly id: Id
  readonly kind: OddKind
  /** Whose account; null where it is about more of them. */
  readonly personName: string | null
  /** Of which organisation or municipality; both null for one account and for the whole platform. */
  readonly organisationName: string | null
  readonly municipalityName: string | null
  /** A short mark by which two lines show the same network, and that `network mark` finds again. */
  readonly network: string | null
  readonly device: Device | undefined
  readonly tries: number
  readonly usual: number | null
  readonly accounts: number | null
  readonly networks: number | null
  readonly answer: 'mine' | 'not-mine' | null
  readonly from: Date
  readonly until: Date
}

/** As much as one reads at once; what is older is still kept. */
const MOST = 200

/** What was odd about the accounts in the actor's reach, the latest first; nothing for who does not answer for any. */
export async function oddSignInsInReach(actor: Actor): Promise<OddSignIn[]> {
  if (!maySomewhere(actor, 'list', 'sign-in')) return []
  const rows = await inScope(actor, (tx) => store.inReach(tx, MOST))
  // The policies show the own ones to everybody; those stand on the own account.
  const others = rows.filter(({ personId }) => personId !== actor.personId)
  noteShown(
    'odd-sign-in',
    others.map(({ id }) => id),
  )
  noteShown(
    'person',
    others.flatMap(({ personId }) => personId ?? []),
  )
  return others.map(({ personId: _, device, network, ...row }) => ({
    ...row,
    network: row.kind === 'many-accounts' ? network : null,
    device: device === null ? undefined : deviceFrom(device),
  }))
}

export type OwnOddSignIn = {
  readonly id: Id
  readonly kind: 'new-network' | 'odd-hour'
  readonly device: Device
  readonly at: Date
}

/** What was odd about the own sign-ins and waits for the actor to say whether that was right, the latest first. */
export async function ownOddSignIns(actor: Actor): Promise<OwnOddSignIn[]> {
  const rows = await inScope(actor, (tx) => store.ownUnanswered(tx, actor.personId))
  return rows.flatMap(({ kind, ...row }) =>
    kind === 'new-network' || kind === 'odd-hour' ? [{ ...row, kind, device: deviceFrom(row.device) }] : [],
  )
}

/**
 * The mark of the network in which an address lies, for who has addresses of a proxy and looks for the network of a line.
 * Refuses what is no address, and who does not answer for the accounts of the whole platform.
 */
export function networkMark(actor: Actor, address: string): Answer<string> {
  if (!may(actor, 'list', 'sign-in', {})) return refuse('not-yours')
  const place = placeOf(address)
  return place === undefined ? refuse('network-address') : allow(markOf(place))
}
