import { inScope, noteShown } from '../../database/transaction.ts'
import type { Id } from '../../foundation/id.ts'
import { maySomewhere } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import { peopleInReach } from '../access/queries.ts'
import { type MessageKind, type MessageReason, type MessageState, REASONS } from './message.ts'
import * as store from './store.ts'

/** As many as one page holds; older ones are no news. */
const MOST_SHOWN = 100

export type MessageInReach = {
  readonly id: Id
  readonly kind: MessageKind
  /** Undefined for an asker, who has no name here. */
  readonly personName: string | undefined
  readonly state: MessageState
  readonly reason: MessageReason | undefined
  readonly createdAt: Date
  readonly settledAt: Date | null
}

/** The newest messages to people in the actor's reach; never whether one was urgent, for that tells a grade. */
export async function messagesInReach(actor: Actor): Promise<MessageInReach[]> {
  if (!maySomewhere(actor, 'list', 'person')) return []
  const rows = await inScope(actor, (tx) => store.messagesInReach(tx, MOST_SHOWN))
  const names = new Map((await peopleInReach(actor)).map(({ id, name }) => [id, name]))
  noteShown(
    'message',
    rows.map(({ id }) => id),
  )
  return rows.map(({ personId, reason, ...row }) => ({
    ...row,
    personName: personId === null ? undefined : (names.get(personId) ?? ''),
    reason: REASONS.find((one) => one === reason),
  }))
}

/** Whether the actor gets mail about waiting work. */
export const wantsWorkMail = (actor: Actor): Promise<boolean> =>
  inScope(actor, (tx) => store.wantsWorkMail(tx, actor.personId))

/** The messages that are due now, the urgent first; for the background jobs. */
export const dueMessages = (actor: Actor, now: Date, most: number): Promise<Id[]> =>
  inScope(actor, (tx) => store.dueIds(tx, now, most))
