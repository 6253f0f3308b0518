import { inScope } from '../../../database/transaction.ts'
import { type Actor, BUILT_IN } from '../../access/actor.ts'
import { sendMessage } from '../../messages/actions.ts'
import { recordAudit } from '../audit.ts'
import { verifyAudit } from '../queries.ts'
import { firstBreak, isKnownFault, rowsAfter } from './check.ts'
import * as store from './store.ts'

/**
 * Checks the audit log and goes on from there the next time: rows and blocks of what was sealed since the last check that
 * held, and the headers of the whole chain (BIO2 8.15.06). What does not hold is logged as refused with what it is, and told
 * at once, by a mail that tells nothing, to the people who read the log; once, as long as it stays the same.
 * For the background jobs; gives whether the log holds, or undefined for who is not.
 */
export async function checkAudit(actor: Actor): Promise<boolean | undefined> {
  if (actor.personId !== BUILT_IN.jobs) return undefined
  return inScope(actor, async (tx) => {
    const [last, held] = [await store.lastCheck(tx), await store.lastCheck(tx, 'held')]
    const after = rowsAfter(last, held)
    const verdict = await verifyAudit(actor, { knownHead: held?.head ?? undefined, rowsAfter: after })
    if (!verdict.ok) throw new Error(`the background jobs cannot read the log: ${verdict.reason}`)
    const { rows, head = null, last: block, broken } = verdict.value
    const fault = firstBreak(broken)
    await store.keepCheck(tx, {
      ...{ upTo: block?.number ?? 0, upToAt: block?.minute ?? null, head, rowsAfter: after, rows },
      ...{ why: fault?.why ?? null, block: fault?.block ?? null },
    })
    await recordAudit(actor, { act: 'audit.verified', ...(fault !== undefined && { refusedWith: fault.why }) })
    if (fault !== undefined && !isKnownFault(last, { why: fault.why, block: fault.block ?? null }))
      for (const personId of await store.watchers(tx)) await sendMessage(actor, { kind: 'attention', to: { personId } })
    return fault === undefined
  })
}
