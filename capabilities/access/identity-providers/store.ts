import { and, asc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import type { Id } from '../../../foundation/id.ts'
import { grants, municipalities, organisations } from '../tables.ts'
import { groupRights, identityProviders } from './tables.ts'

/* ---- as the application's role, in the actor's scope: everything but the secret ------------------------------- */

const { secret: _, ...shownColumns } = getTableColumns(identityProviders)

/** The organisations for which the actor says where they sign in, each with the provider there is. */
export async function organisationsWithProvider(tx: Tx) {
  return tx
    .select({ organisationId: organisations.id, organisationName: organisations.name, provider: shownColumns })
    .from(organisations)
    .leftJoin(identityProviders, eq(identityProviders.organisationId, organisations.id))
    .where(sql`${organisations.id} in (select access.organisations_wholly('setting', 'change'))`)
    .orderBy(asc(organisations.name))
}

export async function providerOf(tx: Tx, organisationId: Id) {
  const [row] = await tx
    .select(shownColumns)
    .from(identityProviders)
    .where(eq(identityProviders.organisationId, organisationId))
  return row
}

/** Adds a provider. */
export async function insertProvider(tx: Tx, row: typeof identityProviders.$inferInsert): Promise<void> {
  await tx.insert(identityProviders).values(row)
}

export async function updateProvider(
  tx: Tx,
  id: Id,
  change: Partial<typeof identityProviders.$inferInsert> & { changedBy: Id },
): Promise<void> {
  await tx
    .update(identityProviders)
    .set({ ...change, changedAt: sql`now()` })
    .where(eq(identityProviders.id, id))
}

export const mappingOf = (tx: Tx, providerId: Id) =>
  tx
    .select({ ...getTableColumns(groupRights), municipalityName: municipalities.name })
    .from(groupRights)
    .innerJoin(municipalities, eq(municipalities.id, groupRights.municipalityId))
    .where(eq(groupRights.providerId, providerId))
    .orderBy(asc(groupRights.groupName), asc(municipalities.name), asc(groupRights.role))

/** Adds a line to the mapping; says whether it was new. */
export async function insertGroupRight(tx: Tx, row: typeof groupRights.$inferInsert): Promise<boolean> {
  const made = await tx.insert(groupRights).values(row).onConflictDoNothing().returning({ id: groupRights.id })
  return made.length > 0
}

export async function groupRightWithId(tx: Tx, id: Id) {
  const [row] = await tx.select().from(groupRights).where(eq(groupRights.id, id))
  return row
}

export async function deleteGroupRight(tx: Tx, id: Id): Promise<void> {
  await tx.delete(groupRights).where(eq(groupRights.id, id))
}

type Scope = Pick<typeof groupRights.$inferSelect, 'providerId' | 'role' | 'municipalityId' | 'programmeCode'>

/** Whether another group still carries this right. */
export async function isCarried(tx: Tx, { providerId, role, municipalityId, programmeCode }: Scope): Promise<boolean> {
  const [row] = await tx
    .select({ id: groupRights.id })
    .from(groupRights)
    .where(
      and(
        eq(groupRights.providerId, providerId),
        eq(groupRights.role, role),
        eq(groupRights.municipalityId, municipalityId),
        programmeCode === null ? isNull(groupRights.programmeCode) : eq(groupRights.programmeCode, programmeCode),
      ),
    )
  return row !== undefined
}

/** Ends, as of today, what people got because of a line that is no longer in the mapping. */
export async function endGrantsOf(tx: Tx, { providerId, role, municipalityId, programmeCode }: Scope): Promise<void> {
  await tx
    .update(grants)
    .set({ endsOn: sql`access.today() - 1` })
    .where(
      and(
        eq(grants.providerId, providerId),
        eq(grants.role, role),
        eq(grants.municipalityId, municipalityId),
        programmeCode === null ? isNull(grants.programmeCode) : eq(grants.programmeCode, programmeCode),
        sql`(${grants.endsOn} is null or ${grants.endsOn} >= access.today())`,
      ),
    )
}

/* ---- as the role of signing in -------------------------------------------------------------------------------- */

/** With the secret, still encrypted. */
export async function providerToSpeakWith(tx: Tx, id: Id) {
  const [row] = await tx.select().from(identityProviders).where(eq(identityProviders.id, id))
  return row
}

/** What the sign-in page offers. */
export const providersOn = (tx: Tx) =>
  tx
    .select({ id: identityProviders.id, name: identityProviders.name })
    .from(identityProviders)
    .where(eq(identityProviders.isOn, true))
    .orderBy(asc(identityProviders.name))
