import { asSignIn, inScope, noteShown } from '../../../database/transaction.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { sendMessage } from '../../messages/actions.ts'
import { recordAudit } from '../../privacy/audit.ts'
import { type Actor, BUILT_IN } from '../actor.ts'
import { beginRenewal } from '../sign-in/renewal.ts'
import { isUrgent, isWorthMail, type OddKind, oddSignIns } from './odd.ts'
import * as store from './store.ts'

/**
 * Looks at the tries of signing in since the last look, keeps what is odd, and has told at once what cannot wait. For the
 * background jobs; gives how much is new.
 */
export async function lookAtSignIns(actor: Actor, now: Date): Promise<number> {
  if (actor.personId !== BUILT_IN.jobs) return 0
  return inScope(actor, async (tx) => {
    const { facts, lookedAt } = await asSignIn((signIn) => store.factsAt(signIn, now))
    let fresh = 0
    for (const found of oddSignIns(facts)) if ((await store.keepFound(tx, found)) !== undefined) fresh += 1
    await asSignIn((signIn) => store.markLooked(signIn, lookedAt))
    await tell(actor, isUrgent)
    return fresh
  })
}

/** Has told what was found since the last time and can wait for the morning; for the background jobs, once a day. */
export async function tellOddSignIns(actor: Actor): Promise<void> {
  if (actor.personId !== BUILT_IN.jobs) return
  await inScope(actor, () => tell(actor, isWorthMail))
}

type Untold = { readonly kind: OddKind; readonly personId: Id | null; readonly answer: string | null }

/** One mail for whoever is told, however much there is; what is in none stays where it is to be read. */
async function tell(actor: Actor, isTold: (one: Untold, all: readonly Untold[]) => boolean): Promise<void> {
  await inScope(actor, async (tx) => {
    const all = await store.untold(tx)
    const those = all.filter((one) => isTold(one, all))
    const watchers = new Set<Id>()
    for (const { id } of those) for (const watcher of await store.watchersOf(tx, id)) watchers.add(watcher)
    for (const personId of watchers) await sendMessage(actor, { kind: 'attention', to: { personId } })
    if (those.length > 0)
      await store.markTold(
        tx,
        those.map(({ id }) => id),
      )
  })
}

/**
 * Says of an own sign-in that it was one's own, or somebody else's: then every session ends and a new password is asked
 * before anything else, in this browser too. `next` tells where to go on. Refuses what is not about the actor or was
 * answered before.
 */
export async function answerOddSignIn(
  actor: Actor,
  given: { readonly id: Id; readonly isMine: boolean; readonly sessionId: Id | undefined },
): Promise<Answer<{ readonly next: 'account' | 'renewal' | 'sign-in' }>> {
  const act = { act: given.isMine ? 'odd-sign-in.known' : 'odd-sign-in.denied', kind: 'session' }
  return inScope(actor, async (tx) => {
    const isDone = isId(given.id) && (await store.answer(tx, given.id, given.isMine ? 'mine' : 'not-mine'))
    if (!isDone) {
      await recordAudit(actor, { ...act, refusedWith: 'not-found' })
      return refuse('not-found')
    }
    noteShown('odd-sign-in', [given.id])
    await recordAudit(actor, { ...act, shown: { 'odd-sign-in': [given.id] } })
    if (given.isMine) return allow({ next: 'account' })
    return allow({ next: await beginRenewal(actor, given.sessionId) })
  })
}

/** Removes what is past its term; for the hourly clean-up. */
export async function removeOldOddSignIns(actor: Actor): Promise<void> {
  await asSignIn(store.removeOld)
  await inScope(actor, store.removeFound)
}
