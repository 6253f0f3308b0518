import { inScope } from '../../../database/transaction.ts'
import { maySomewhere } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import type { AuditCheck } from './check.ts'
import * as store from './store.ts'

/** What came of the last check of the audit log, for who reads it, of one municipality too: the chain runs over all. */
export async function lastAuditCheck(actor: Actor): Promise<AuditCheck | undefined> {
  if (!maySomewhere(actor, 'read', 'audit')) return undefined
  return inScope(actor, (tx) => store.lastCheck(tx))
}
