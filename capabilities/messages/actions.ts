import type { Tx } from '../../database/connect.ts'
import { inScope, noteShown } from '../../database/transaction.ts'
import { type Id, newId } from '../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { maySomewhere } from '../access/access.ts'
import { type Actor, BUILT_IN } from '../access/actor.ts'
import { afterTry, CLAIM_MS, type Claimed, type NewMessage, type Outcome, workMailDue } from './message.ts'
import * as store from './store.ts'

type Enqueue = (tx: Tx, queue: string, payload: { readonly messageId: Id }) => Promise<void>
let enqueue: Enqueue | undefined

/** The job queue that messages go into at once; without one (the command line) the round of every minute finds them. */
export const useQueue = (queue: Enqueue | undefined): void => {
  enqueue = queue
}

/**
 * Has a message sent once the running transaction commits; a rollback sends nothing. The same invitation, and the same
 * thanks to an asker, go once. Refuses a message that is not the actor's to send.
 */
export async function sendMessage(actor: Actor, given: NewMessage): Promise<Answer> {
  if (!maySend(actor, given)) return refuse('not-yours')
  return inScope(actor, async (tx) => {
    const id = newId()
    await store.insertMessage(tx, { id, ...given.to, ...placed(given), kind: given.kind, createdBy: actor.personId })
    await enqueue?.(tx, 'send-message', { messageId: id })
    return allow()
  })
}

function maySend(actor: Actor, given: NewMessage): boolean {
  switch (given.kind) {
    case 'invitation':
      return (
        given.to.personId !== actor.personId &&
        maySomewhere(actor, 'change', given.isFromFile === true ? 'trajectory' : 'person')
      )
    case 'work-waiting':
      return maySomewhere(actor, 'change', 'trajectory')
    case 'account-password':
    case 'account-sign-in':
      return given.to.personId === actor.personId
    case 'attention':
      return actor.personId === BUILT_IN.jobs
    // The database lets through what is about the own question only.
    case 'offer-check':
      return actor.personId === BUILT_IN.jobs || maySomewhere(actor, 'change', 'page')
    case 'request-received':
      return true
  }
}

const placed = (given: NewMessage) => ({
  ...('municipalityId' in given && { municipalityId: given.municipalityId }),
  ...('about' in given && { aboutId: given.about }),
  ...('urgent' in given && { urgent: given.urgent }),
})

/**
 * Takes a message that is due, for this process alone and for a few minutes, with where it goes; for the background jobs.
 * Undefined when there is nothing to send: not due, taken by another, or not needed after all.
 */
export async function claimMessage(actor: Actor, id: Id, now: Date): Promise<Claimed | undefined> {
  if (actor.personId !== BUILT_IN.jobs) return undefined
  return inScope(actor, async (tx) => {
    const row = await store.holdDue(tx, id, now)
    if (row === undefined || (await isHeldBack(tx, row, now))) return undefined
    const to = row.personId === null ? undefined : await store.recipientOf(tx, id)
    if (row.personId !== null && to === undefined) {
      await store.settle(tx, id, { state: 'not-needed', reason: 'no-recipient' }, now)
      return undefined
    }
    await store.claim(tx, row, now, new Date(now.getTime() + CLAIM_MS))
    return { id, kind: row.kind, aboutId: row.aboutId, helpRequestId: row.helpRequestId, to }
  })
}

/** Ordinary work mail: one an hour, none to who does not want it, and none about what does not wait any more. */
async function isHeldBack(tx: Tx, row: store.MessageRow, now: Date): Promise<boolean> {
  if (row.kind !== 'work-waiting' || row.urgent || row.personId === null) return false
  await store.holdWorkMails(tx, row.personId)
  if (!(await store.wantsWorkMail(tx, row.personId))) {
    await store.settle(tx, row.id, { state: 'not-needed', reason: 'switched-off' }, now)
    return true
  }
  if (await store.isForNothing(tx, row.id)) {
    // The reason of every mail that others make needless: it does not tell that something was taken back.
    await store.settle(tx, row.id, { state: 'not-needed', reason: 'covered' }, now)
    return true
  }
  const { sentAt, busyUntil } = await store.lastWorkMail(tx, row.personId, now)
  const dueAt = busyUntil ?? workMailDue(sentAt, now)
  if (dueAt <= now) return false
  await store.postpone(tx, row.id, dueAt)
  return true
}

/** Records what came of a try. A message that was settled meanwhile stays as it is. */
export async function recordTry(actor: Actor, id: Id, outcome: Outcome, now: Date): Promise<void> {
  await inScope(actor, async (tx) => {
    const row = await store.messageById(tx, id)
    if (row === undefined || row.settledAt !== null) return
    const settled = afterTry({ attempts: row.attempts, firstTriedAt: row.firstTriedAt ?? now }, outcome, now)
    await store.settle(tx, id, settled, now)
    if (settled.state === 'sent' && row.kind === 'work-waiting') await store.coverWaiting(tx, row, now)
  })
}

/** Switches the own mails about waiting work on or off; urgent ones always come. */
export async function chooseWorkMail(actor: Actor, isWanted: boolean): Promise<Answer> {
  return inScope(actor, async (tx) => {
    await store.setWorkMail(tx, actor.personId, isWanted)
    noteShown('person', [actor.personId])
    return allow()
  })
}

/** Removes what was settled ninety days ago; for the hourly clean-up. */
export const removeOldMessages = (actor: Actor): Promise<void> => inScope(actor, store.removeSettled)
