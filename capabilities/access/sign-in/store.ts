import { and, desc, eq, isNull, lt, ne, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import { asSignInOnce } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import { type Id, newId } from '../../../foundation/id.ts'
import { passkeys } from '../passkeys/tables.ts'
import { grants, installation, invitations, people } from '../tables.ts'
import { accounts, attempts, devices, secondFactors, sessions, users, verifications } from './tables.ts'

/* ---- as the role of signing in -------------------------------------------------------------------------------- */

export type Signer = { readonly id: Id; readonly name: string; readonly email: string }

const signer = { id: people.id, name: people.name, email: people.email, isActive: people.isActive }

/** A person that may sign in; nobody who is switched off. */
export async function signerWithEmail(tx: Tx, email: string): Promise<Signer | undefined> {
  const [row] = await tx.select(signer).from(people).where(eq(people.email, email))
  return asSigner(row)
}

export async function signerWithId(tx: Tx, id: Id): Promise<Signer | undefined> {
  const [row] = await tx.select(signer).from(people).where(eq(people.id, id))
  return asSigner(row)
}

/** Whether an address is somebody's, also of who is switched off. */
export async function hasEmail(tx: Tx, email: string): Promise<boolean> {
  const [row] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email))
  return row !== undefined
}

function asSigner(
  row: { id: Id; name: string; email: string | null; isActive: boolean } | undefined,
): Signer | undefined {
  if (row === undefined || row.email === null || !row.isActive) return undefined
  return { id: row.id, name: row.name, email: row.email }
}

/** Makes that a person can sign in; nothing when so already. */
export async function addUser(tx: Tx, { id, email }: Signer): Promise<void> {
  await tx.insert(users).values({ id, email }).onConflictDoNothing({ target: users.id })
}

/** What a person has to sign in with here. */
export async function signInOf(tx: Tx, id: Id): Promise<{ hasSecondFactor: boolean; hasPassword: boolean }> {
  const [row] = await tx.select({ isOn: users.twoFactorEnabled }).from(users).where(eq(users.id, id))
  return { hasSecondFactor: row?.isOn === true, hasPassword: (await passwordOf(tx, id)) !== undefined }
}

/** That a session came with a second factor which is not one of ours. */
export async function noteSecondFactor(
  tx: Tx,
  { token, secondFactorBy }: { token: string; secondFactorBy: 'provider' | 'passkey' },
): Promise<void> {
  await tx.update(sessions).set({ secondFactorBy }).where(eq(sessions.token, token))
}

/** Gives a person this password, the first or the next. */
export async function setPassword(tx: Tx, person: Signer, password: string): Promise<void> {
  const { id } = person
  await addUser(tx, person)
  await tx
    .insert(accounts)
    .values({ id: newId(), userId: id, accountId: id, providerId: 'credential', password })
    .onConflictDoUpdate({ target: [accounts.userId, accounts.providerId], set: { password, updatedAt: sql`now()` } })
  await tx.update(users).set({ renewSince: null }).where(eq(users.id, id))
}

/** From now on a new password comes before anything else, until `setPassword`. */
export async function askRenewal(tx: Tx, personId: Id): Promise<void> {
  await tx.update(users).set({ renewSince: sql`now()` }).where(eq(users.id, personId))
}

/** Whether it does; holds the person, so that a form sent twice renews once. */
export async function isRenewalAsked(tx: Tx, personId: Id): Promise<boolean> {
  const rows = tx.select({ since: users.renewSince }).from(users).where(eq(users.id, personId)).for('no key update')
  return (await rows)[0]?.since != null
}

export async function passwordOf(tx: Tx, personId: Id): Promise<string | undefined> {
  const [row] = await tx.select({ password: accounts.password }).from(accounts).where(eq(accounts.userId, personId))
  return row?.password
}

export type SessionRow = {
  sessionId: Id
  personId: Id
  hasSecondFactor: boolean
  hasSeenCodes: boolean
  /** A second factor that is not one of ours came with this session. */
  hasShownFactor: boolean
  mustRenew: boolean
}

/** Not asked yet: whoever has it decides with what it travels. */
export type SessionQuestion = SQL

/**
 * Asks for the session with this token that has not ended, not been left alone too long, and is of somebody not switched
 * off; answered by at most one `SessionRow`. In the same statement it notes, once a minute, that the session was used,
 * unless another request is at it.
 */
export const askSession = (token: string, idleSeconds: number): SessionQuestion => sql`
    with found as (
      select s.id, s.user_id, s.last_seen_at, s.second_factor_by, u.two_factor_enabled, u.renew_since, coalesce(f.codes_seen, false) as codes_seen
      from sign_in.sessions s
      join sign_in.users u on u.id = s.user_id
      join people p on p.id = s.user_id and p.is_active
      left join sign_in.second_factors f on f.user_id = s.user_id
      where s.token = ${token} and s.expires_at > now() and s.last_seen_at > now() - make_interval(secs => ${idleSeconds})
    ), noted as (
      update sign_in.sessions s set last_seen_at = now()
      where s.id in (select o.id from sign_in.sessions o join found f on f.id = o.id
        where f.last_seen_at < now() - interval '1 minute' for no key update of o skip locked)
    )
    select id as "sessionId", user_id as "personId", two_factor_enabled as "hasSecondFactor", codes_seen as "hasSeenCodes",
      second_factor_by is not null as "hasShownFactor", renew_since is not null as "mustRenew" from found`

export const sessionInUse = async (token: string, idleSeconds: number): Promise<SessionRow | undefined> =>
  (await asSignInOnce<SessionRow>(askSession(token, idleSeconds)))[0]

/** This transaction is acknowledged before it is on the disk: for what may be lost when the machine falls over. */
export const doNotWaitForTheDisk = (tx: Tx): Promise<unknown> => tx.execute(sql`set local synchronous_commit = off`)

export const sessionsOf = (tx: Tx, personId: Id, idleSeconds: number) =>
  tx
    .select({
      id: sessions.id,
      startedAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      device: sessions.userAgent,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, personId),
        sql`${sessions.expiresAt} > now()`,
        sql`${sessions.lastSeenAt} > now() - make_interval(secs => ${idleSeconds})`,
      ),
    )
    .orderBy(desc(sessions.lastSeenAt))

/** Ends one session of this person; says whether there was such a session. */
export async function endSession(tx: Tx, personId: Id, sessionId: Id): Promise<boolean> {
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, personId)))
    .returning({ id: sessions.id })
  return ended.length > 0
}

export async function endSessionWithToken(tx: Tx, token: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.token, token))
}

/** Ends every session of a person, or every one but this. */
export async function endSessions(tx: Tx, personId: Id, butThis?: Id): Promise<void> {
  await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, personId), butThis === undefined ? undefined : ne(sessions.id, butThis)))
}

/** Whose password was right in the challenge that now asks for a code. */
export async function personOfChallenge(tx: Tx, identifier: string): Promise<Id | undefined> {
  const [row] = await tx
    .select({ personId: verifications.value })
    .from(verifications)
    .where(and(eq(verifications.identifier, identifier), sql`${verifications.expiresAt} > now()`))
  return row?.personId
}

/** Keeps what a try to sign in must remember until the browser is back. */
export async function keepTry(tx: Tx, given: { identifier: string; value: string; seconds: number }): Promise<void> {
  const expiresAt = new Date(Date.now() + given.seconds * 1000)
  await tx.insert(verifications).values({ id: newId(), identifier: given.identifier, value: given.value, expiresAt })
}

/** Takes it back, once, while it holds. */
export async function takeTry(tx: Tx, identifier: string): Promise<string | undefined> {
  const [row] = await tx
    .delete(verifications)
    .where(eq(verifications.identifier, identifier))
    .returning({ value: verifications.value, holds: sql<boolean>`${verifications.expiresAt} > now()` })
  return row?.holds === true ? row.value : undefined
}

export async function secondFactorOf(tx: Tx, personId: Id) {
  const [row] = await tx.select().from(secondFactors).where(eq(secondFactors.userId, personId))
  return row
}

/**
 * The same, with the person held until the end of the transaction: a form sent twice makes one second factor. Not held
 * against the key: the new session of each refers to it, and two sign-ins would wait for each other.
 */
export async function secondFactorToMake(tx: Tx, personId: Id) {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, personId)).for('no key update')
  return secondFactorOf(tx, personId)
}

export async function markCodes(tx: Tx, personId: Id, codesSeen: boolean): Promise<void> {
  await tx.update(secondFactors).set({ codesSeen }).where(eq(secondFactors.userId, personId))
}

/** Back to before the second factor was set up; a key of a device that is lost is one too. */
export async function removeSecondFactor(tx: Tx, personId: Id): Promise<void> {
  await tx.delete(passkeys).where(eq(passkeys.userId, personId))
  await tx.delete(secondFactors).where(eq(secondFactors.userId, personId))
  await tx.update(users).set({ twoFactorEnabled: false, updatedAt: sql`now()` }).where(eq(users.id, personId))
}

type Invited = { readonly invitationId: Id; readonly personId: Id; readonly needsCode: boolean }

/** The person of an invitation that can still be used: the newest of that person, unused and in its term. */
export async function invitedBy(tx: Tx, tokenHash: string): Promise<Invited | undefined> {
  const { rows } = await tx.execute<Invited>(sql`
    select i.id as "invitationId", i.person_id as "personId", i.needs_code as "needsCode" from invitations i
    where i.token_hash = ${tokenHash} and i.used_at is null and i.expires_at > now()
      and not exists (select from invitations newer where newer.person_id = i.person_id and newer.created_at > i.created_at)`)
  return rows[0]
}

/** Uses up every open invitation of a person; says whether this one was still among them. */
export async function useInvitation(tx: Tx, personId: Id, tokenHash: string): Promise<boolean> {
  const used = await tx
    .update(invitations)
    .set({ usedAt: sql`now()` })
    .where(and(eq(invitations.personId, personId), isNull(invitations.usedAt)))
    .returning({ tokenHash: invitations.tokenHash })
  return used.some((row) => row.tokenHash === tokenHash)
}

/** Notes that a person signed in with this kind of device; says whether it is a new one beside others. */
export async function noteDevice(tx: Tx, userId: Id, device: string): Promise<boolean> {
  const known = await tx.select({ device: devices.device }).from(devices).where(eq(devices.userId, userId))
  await tx
    .insert(devices)
    .values({ userId, device })
    .onConflictDoUpdate({ target: [devices.userId, devices.device], set: { lastSeenAt: sql`now()` } })
  return known.length > 0 && !known.some((one) => one.device === device)
}

export async function isDemo(tx: Tx): Promise<boolean> {
  const [row] = await tx.select({ purpose: installation.purpose }).from(installation)
  return row?.purpose === 'demo'
}

/** Removes what is past its term and of no use to anybody. */
export async function removeExpired(tx: Tx, idleSeconds: number): Promise<void> {
  await tx
    .delete(sessions)
    .where(sql`${sessions.expiresAt} < now() or ${sessions.lastSeenAt} < now() - make_interval(secs => ${idleSeconds})`)
  await tx.delete(verifications).where(lt(verifications.expiresAt, sql`now()`))
  await tx.delete(attempts).where(lt(attempts.expire, sql`now()`))
  await tx.delete(devices).where(sql`${devices.lastSeenAt} < now() - interval '1 year'`)
}

/* ---- as the application's role, in the actor's scope ---------------------------------------------------------- */

export async function insertInvitation(tx: Tx, row: typeof invitations.$inferInsert): Promise<void> {
  await tx.insert(invitations).values(row)
}

/** Whose invitation this is, when the actor may see it. */
export async function invitationInReach(tx: Tx, id: Id): Promise<Id | undefined> {
  const [row] = await tx.select({ personId: invitations.personId }).from(invitations).where(eq(invitations.id, id))
  return row?.personId
}

/** Whether everything this person may lies within what the actor may give. */
export async function reachesWholly(tx: Tx, personId: Id): Promise<boolean> {
  const { rows } = await tx.execute<{ held: boolean }>(sql`select access.reaches_wholly(${personId}) as held`)
  return rows[0]?.held === true
}

/** Grants of a person, in force or to come, as far as the actor sees them. */
export const grantsOf = (tx: Tx, personId: Id, on: Day) =>
  tx
    .select()
    .from(grants)
    .where(and(eq(grants.personId, personId), sql`(${grants.endsOn} is null or ${grants.endsOn} >= ${on})`))

export async function personInReach(tx: Tx, personId: Id) {
  const [row] = await tx
    .select()
    .from(people)
    .where(and(eq(people.id, personId), eq(people.kind, 'person')))
  return row
}
