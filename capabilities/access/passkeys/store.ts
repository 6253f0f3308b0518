import { and, asc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import type { Id } from '../../../foundation/id.ts'
import { passkeys } from './tables.ts'

// All as the role of signing in.

export const passkeysOf = (tx: Tx, userId: Id) =>
  tx.select().from(passkeys).where(eq(passkeys.userId, userId)).orderBy(asc(passkeys.createdAt))

/** The key that a device shows, held until the transaction ends: its counter goes up once. */
export async function passkeyShown(tx: Tx, credentialId: string) {
  const [row] = await tx.select().from(passkeys).where(eq(passkeys.credentialId, credentialId)).for('update')
  return row
}

/** Keeps a key; says no when somebody has it already. */
export async function insertPasskey(tx: Tx, row: typeof passkeys.$inferInsert): Promise<boolean> {
  const made = await tx.insert(passkeys).values(row).onConflictDoNothing().returning({ id: passkeys.id })
  return made.length > 0
}

export async function notePasskeyUsed(tx: Tx, id: Id, counter: number): Promise<void> {
  await tx.update(passkeys).set({ counter, lastUsedAt: sql`now()` }).where(eq(passkeys.id, id))
}

const ownedBy = (userId: Id, id: Id) => and(eq(passkeys.id, id), eq(passkeys.userId, userId))

export async function renamePasskey(tx: Tx, { userId, id, name }: { userId: Id; id: Id; name: string }) {
  const changed = await tx.update(passkeys).set({ name }).where(ownedBy(userId, id)).returning({ id: passkeys.id })
  return changed.length > 0
}

export async function deletePasskey(tx: Tx, userId: Id, id: Id): Promise<boolean> {
  const gone = await tx.delete(passkeys).where(ownedBy(userId, id)).returning({ id: passkeys.id })
  return gone.length > 0
}
