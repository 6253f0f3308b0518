import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import type { Id } from '../../../foundation/id.ts'
import { grants, municipalities, organisations, people, regions } from '../tables.ts'
import { serviceTokens } from './tables.ts'

/** Accounts of systems in the actor's reach, each with its grants, by name. */
export const accountsWithGrants = (tx: Tx) =>
  tx
    .select({
      id: people.id,
      name: people.name,
      isActive: people.isActive,
      role: grants.role,
      regionName: regions.name,
      municipalityName: municipalities.name,
      organisationName: organisations.name,
      programmeCode: grants.programmeCode,
    })
    .from(people)
    .leftJoin(grants, eq(grants.personId, people.id))
    .leftJoin(regions, eq(regions.id, grants.regionId))
    .leftJoin(municipalities, eq(municipalities.id, grants.municipalityId))
    .leftJoin(organisations, eq(organisations.id, grants.organisationId))
    .where(eq(people.kind, 'service'))
    .orderBy(asc(people.name), asc(people.id))

/** The keys in reach, the newest first; never their hash. */
export const tokensInReach = (tx: Tx) =>
  tx
    .select({
      id: serviceTokens.id,
      accountId: serviceTokens.accountId,
      label: serviceTokens.label,
      scopes: serviceTokens.scopes,
      expiresAt: serviceTokens.expiresAt,
      createdAt: serviceTokens.createdAt,
      lastUsedAt: serviceTokens.lastUsedAt,
      revokedAt: serviceTokens.revokedAt,
    })
    .from(serviceTokens)
    .orderBy(desc(serviceTokens.createdAt), desc(serviceTokens.id))

/** Keeps another system of the same name waiting until this transaction ends. */
export const oneAtATime = (tx: Tx, name: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 7204511659))`)

export async function insertAccount(tx: Tx, given: { id: Id; name: string }): Promise<void> {
  await tx.insert(people).values({ ...given, kind: 'service' })
}

type NewTokenRow = Omit<typeof serviceTokens.$inferInsert, 'createdAt' | 'lastUsedAt' | 'revokedAt' | 'revokedBy'>

/** By the columns that may be written, which the query builder would name all; nothing when this key is made already. */
export async function insertToken(tx: Tx, row: NewTokenRow): Promise<void> {
  const scopes = sql.join(
    row.scopes.map((scope) => sql`${scope}`),
    sql`, `,
  )
  await tx.execute(sql`insert into service_tokens (id, account_id, label, token_hash, scopes, expires_at, created_by)
    values (${row.id}, ${row.accountId}, ${row.label}, ${row.tokenHash}, array[${scopes}]::text[],
      ${row.expiresAt.toISOString()}::timestamptz, ${row.createdBy}) on conflict do nothing`)
}

/** Takes a key back; undefined when it is out of reach or taken back already. */
export async function revokeToken(tx: Tx, id: Id, revokedBy: Id): Promise<Id | undefined> {
  const [row] = await tx
    .update(serviceTokens)
    .set({ revokedAt: sql`now()`, revokedBy })
    .where(and(eq(serviceTokens.id, id), isNull(serviceTokens.revokedAt)))
    .returning({ accountId: serviceTokens.accountId })
  return row?.accountId
}

export async function switchAccount(tx: Tx, id: Id, isActive: boolean): Promise<boolean> {
  const rows = await tx
    .update(people)
    .set({ isActive })
    .where(and(eq(people.id, id), eq(people.kind, 'service')))
    .returning({ id: people.id })
  return rows.length > 0
}

/** Whether the actor may give everything that this account may. */
export async function reachesWholly(tx: Tx, accountId: Id): Promise<boolean> {
  const { rows } = await tx.execute<{ reaches: boolean }>(sql`select access.reaches_wholly(${accountId}) as reaches`)
  return rows[0]?.reaches ?? false
}

/* ---- as the role of signing in -------------------------------------------------------------------------------- */

export type TokenInUse = { readonly id: Id; readonly accountId: Id; readonly scopes: string[] }

/** The key with this hash that still opens; in the same statement it notes, once a minute, that the key was used. */
export async function tokenInUse(tx: Tx, hash: string): Promise<TokenInUse | undefined> {
  const { rows } = await tx.execute<TokenInUse>(sql`
    with found as (
      select id, account_id, scopes, last_used_at from service_tokens
      where token_hash = ${hash} and revoked_at is null and expires_at > now()
    ), used as (
      update service_tokens set last_used_at = date_trunc('minute', now()) from found
      where service_tokens.id = found.id and (found.last_used_at is null or found.last_used_at < now() - interval '1 minute')
    )
    select id, account_id as "accountId", scopes from found`)
  return rows[0]
}
