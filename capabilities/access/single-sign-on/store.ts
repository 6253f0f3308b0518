import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import { type Id, newId } from '../../../foundation/id.ts'
import { groupRights, identities } from '../identity-providers/tables.ts'
import type { GroupRight, HeldByGroup } from './groups.ts'

// All as the role of signing in.

type Key = { readonly providerId: Id; readonly issuer: string }

/** Whom the provider calls by this subject. */
export async function personBehind(tx: Tx, key: Key & { subject: string }): Promise<Id | undefined> {
  const [row] = await tx
    .select({ userId: identities.userId })
    .from(identities)
    .where(
      and(
        eq(identities.providerId, key.providerId),
        eq(identities.issuer, key.issuer),
        eq(identities.subject, key.subject),
      ),
    )
  return row?.userId
}

/** Links a subject to a person; says no when that person is somebody else there already. */
export async function link(tx: Tx, key: Key & { subject: string; userId: Id }): Promise<boolean> {
  const made = await tx.insert(identities).values(key).onConflictDoNothing().returning({ userId: identities.userId })
  return made.length > 0
}

export async function providersOf(tx: Tx, userId: Id): Promise<Id[]> {
  const rows = await tx.select({ id: identities.providerId }).from(identities).where(eq(identities.userId, userId))
  return rows.map(({ id }) => id)
}

/** Whether a person has rights inside this organisation, and any outside it. */
export async function rightsAnd(
  tx: Tx,
  personId: Id,
  organisationId: Id,
): Promise<{ inside: boolean; outside: boolean }> {
  const { rows } = await tx.execute<{ inside: boolean; outside: boolean }>(
    sql`select inside, outside from access.rights_and_organisation(${personId}, ${organisationId})`,
  )
  return { inside: rows[0]?.inside === true, outside: rows[0]?.outside === true }
}

export const mappingOf = (tx: Tx, providerId: Id): Promise<GroupRight[]> =>
  tx
    .select({
      id: groupRights.id,
      groupName: groupRights.groupName,
      role: groupRights.role,
      municipalityId: groupRights.municipalityId,
      programmeCode: groupRights.programmeCode,
    })
    .from(groupRights)
    .where(eq(groupRights.providerId, providerId))

export async function heldByGroups(tx: Tx, providerId: Id, personId: Id): Promise<HeldByGroup[]> {
  const { rows } = await tx.execute<HeldByGroup>(sql`
    select id, role, municipality_id as "municipalityId", programme_code as "programmeCode"
    from access.grants_by_groups(${providerId}, ${personId})`)
  return rows
}

export async function giveByGroup(tx: Tx, mappingId: Id, personId: Id): Promise<void> {
  await tx.execute(sql`select access.give_by_group(${newId()}, ${mappingId}, ${personId})`)
}

export async function endByGroup(tx: Tx, grantId: Id): Promise<void> {
  await tx.execute(sql`select access.end_by_group(${grantId})`)
}

export async function admitPerson(tx: Tx, given: { id: Id; providerId: Id; name: string; email: string }) {
  await tx.execute(sql`select access.admit_person(${given.id}, ${given.providerId}, ${given.name}, ${given.email})`)
}

/** Holds a subject or an address until the transaction ends: two browsers of one newcomer make one person, with each right once. */
export async function hold(tx: Tx, text: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${text}, 7))`)
}

export async function placesOf(tx: Tx, organisationId: Id): Promise<Id[]> {
  const { rows } = await tx.execute<{ id: Id }>(sql`select access.places_of_organisation(${organisationId}) as id`)
  return rows.map(({ id }) => id)
}
