import { desc, eq, inArray, sql } from 'drizzle-orm'
import { builtOnce } from '../../../database/built-once.ts'
import type { Tx } from '../../../database/connect.ts'
import type { Id } from '../../../foundation/id.ts'
import { fileInvitations } from './tables.ts'

/** How often a person was invited, the last one first, as far as the actor may know. */
export const invitationsOf = (tx: Tx, personId: Id) => invitationsFrom(tx, { personId })

const invitationsFrom = builtOnce(['personId'], (from, { personId }) =>
  from
    .select()
    .from(fileInvitations)
    .where(eq(fileInvitations.personId, personId))
    .orderBy(desc(fileInvitations.recordedAt), desc(fileInvitations.id)),
)

type New = {
  readonly isReadAlone: boolean
  readonly invitationId: Id
  readonly accountId: Id
  readonly tokenHash: string
  readonly expiresAt: Date
}

/** Invites the person of this file; gives the account that gets the mail, or nothing when none goes. */
export async function invite(tx: Tx, personId: Id, given: New): Promise<Id | undefined> {
  const { isReadAlone, invitationId, accountId, tokenHash, expiresAt } = given
  const { rows } = await tx.execute<{ account: Id | null }>(sql`
    select access.invite_from_file(${personId}, ${isReadAlone}, ${invitationId}, ${accountId}, ${tokenHash}, ${expiresAt.toISOString()}) as account`)
  return rows[0]?.account ?? undefined
}

/** Removes that these persons were invited, and the sign-ins that open nothing else; for the end of a file only. */
export async function destroyInvitations(tx: Tx, personIds: readonly Id[]): Promise<void> {
  if (personIds.length === 0) return
  const ids = [...personIds]
  await tx.execute(sql`select access.forget_own_accounts(${sql.param(`{${ids.join(',')}}`)}::uuid[])`)
  await tx.delete(fileInvitations).where(inArray(fileInvitations.personId, ids))
}
