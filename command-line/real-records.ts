import { markInstallation } from '../capabilities/access/actions.ts'
import type { Actor } from '../capabilities/access/actor.ts'
import { installationPurpose } from '../capabilities/access/queries.ts'

/**
 * Whoever makes a municipality or brings in a register by hand does real work: from here this database is no place for a
 * demo, and `demo reset` leaves it alone. In a demo that exists already all is fictional.
 */
export async function markAsReal(actor: Actor): Promise<void> {
  if ((await installationPurpose(actor)) === 'empty') await markInstallation(actor, 'real')
}
