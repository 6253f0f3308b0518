import { and, asc, desc, eq, gt, isNull, lte, ne, or, sql } from 'drizzle-orm'
import type { Tx } from '../../database/connect.ts'
import type { Id } from '../../foundation/id.ts'
import type { Recipient, Settled } from './message.ts'
import { messageChoices, messages } from './tables.ts'

export type MessageRow = typeof messages.$inferSelect

export async function insertMessage(tx: Tx, row: typeof messages.$inferInsert): Promise<void> {
  const {
    id,
    kind,
    personId = null,
    helpRequestId = null,
    aboutId = null,
    municipalityId = null,
    urgent,
    createdBy,
  } = row
  // No columns named beyond these, and no arbiter: whoever writes a message may not read it back.
  await tx.execute(sql`
    insert into messages (id, municipality_id, kind, person_id, help_request_id, about_id, urgent, created_by)
    values (${id}, ${municipalityId}, ${kind}, ${personId}, ${helpRequestId}, ${aboutId}, ${urgent ?? false}, ${createdBy})
    on conflict do nothing`)
}

/** A message that is nobody's yet and due, held until the end of the transaction. */
export async function holdDue(tx: Tx, id: Id, now: Date): Promise<MessageRow | undefined> {
  const [row] = await tx
    .select()
    .from(messages)
    .where(and(eq(messages.id, id), isWaiting(now)))
    .for('no key update')
  return row
}

const isWaiting = (now: Date) =>
  and(
    isNull(messages.settledAt),
    lte(messages.dueAt, now),
    or(isNull(messages.claimedUntil), lte(messages.claimedUntil, now)),
  )

/** The messages that are due, the urgent first. */
export async function dueIds(tx: Tx, now: Date, most: number): Promise<Id[]> {
  const rows = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(isWaiting(now))
    .orderBy(desc(messages.urgent), asc(messages.dueAt), asc(messages.id))
    .limit(most)
  return rows.map(({ id }) => id)
}

/** Whether a message says that something waits which does not wait for that person after all. */
export async function isForNothing(tx: Tx, id: Id): Promise<boolean> {
  const { rows } = await tx.execute<{ yes: boolean }>(sql`select access.is_told_for_nothing(${id}) as yes`)
  return rows[0]?.yes === true
}

/** Lets one process at a time decide about the work mails of a person. */
export async function holdWorkMails(tx: Tx, personId: Id): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${personId}::text, 7204511650))`)
}

/** When the last mail about waiting work went to this person, and until when another one is being sent. */
export async function lastWorkMail(tx: Tx, personId: Id, now: Date): Promise<{ sentAt?: Date; busyUntil?: Date }> {
  const ofPerson = and(eq(messages.personId, personId), eq(messages.kind, 'work-waiting'))
  const [sent] = await tx
    .select({ at: messages.settledAt })
    .from(messages)
    .where(and(ofPerson, eq(messages.state, 'sent')))
    .orderBy(desc(messages.settledAt))
    .limit(1)
  const [busy] = await tx
    .select({ until: messages.claimedUntil })
    .from(messages)
    .where(and(ofPerson, isNull(messages.settledAt), gt(messages.claimedUntil, now)))
    .limit(1)
  return { ...(sent?.at && { sentAt: sent.at }), ...(busy?.until && { busyUntil: busy.until }) }
}

export async function wantsWorkMail(tx: Tx, personId: Id): Promise<boolean> {
  const [row] = await tx.select().from(messageChoices).where(eq(messageChoices.personId, personId))
  return row?.workMail ?? true
}

export async function setWorkMail(tx: Tx, personId: Id, workMail: boolean): Promise<void> {
  await tx
    .insert(messageChoices)
    .values({ personId, workMail })
    .onConflictDoUpdate({ target: messageChoices.personId, set: { workMail, changedAt: sql`clock_timestamp()` } })
}

/** Where the person of a waiting message is reached; the database tells it to the background jobs only. */
export async function recipientOf(tx: Tx, id: Id): Promise<Recipient | undefined> {
  const { rows } = await tx.execute<{ email: string | null; language: string; isActive: boolean }>(
    sql`select email, language, is_active as "isActive" from access.recipient_of(${id})`,
  )
  const [row] = rows
  if (row === undefined || row.email === null || !row.isActive) return undefined
  return { email: row.email, lang: row.language === 'en' ? 'en' : 'nl' }
}

export async function postpone(tx: Tx, id: Id, dueAt: Date): Promise<void> {
  await tx.update(messages).set({ dueAt }).where(eq(messages.id, id))
}

export async function claim(tx: Tx, row: MessageRow, now: Date, until: Date): Promise<void> {
  await tx
    .update(messages)
    .set({ claimedUntil: until, attempts: row.attempts + 1, triedAt: now, firstTriedAt: row.firstTriedAt ?? now })
    .where(eq(messages.id, row.id))
}

export async function messageById(tx: Tx, id: Id): Promise<MessageRow | undefined> {
  const [row] = await tx.select().from(messages).where(eq(messages.id, id)).for('no key update')
  return row
}

export async function settle(tx: Tx, id: Id, settled: Settled, now: Date): Promise<void> {
  const isOver = settled.state !== 'failed'
  await tx
    .update(messages)
    .set({
      state: settled.state,
      reason: 'reason' in settled ? settled.reason : null,
      claimedUntil: null,
      settledAt: isOver ? now : null,
      ...('dueAt' in settled && { dueAt: settled.dueAt }),
    })
    .where(eq(messages.id, id))
}

/** Work that waited when this mail began to be sent is told by it. */
export async function coverWaiting(tx: Tx, sent: MessageRow, now: Date): Promise<void> {
  if (sent.personId === null || sent.triedAt === null) return
  await tx
    .update(messages)
    .set({ state: 'not-needed', reason: 'covered', settledAt: now })
    .where(
      and(
        eq(messages.personId, sent.personId),
        eq(messages.kind, 'work-waiting'),
        eq(messages.urgent, false),
        ne(messages.id, sent.id),
        isNull(messages.settledAt),
        lte(messages.createdAt, sent.triedAt),
        or(isNull(messages.claimedUntil), lte(messages.claimedUntil, now)),
      ),
    )
}

/** The newest messages in the actor's reach. */
export const messagesInReach = (tx: Tx, most: number) =>
  tx
    .select({
      id: messages.id,
      kind: messages.kind,
      personId: messages.personId,
      state: messages.state,
      reason: messages.reason,
      createdAt: messages.createdAt,
      settledAt: messages.settledAt,
    })
    .from(messages)
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(most)

/** The database removes no younger ones, whoever asks. */
export async function removeSettled(tx: Tx): Promise<void> {
  await tx.delete(messages).where(sql`${messages.settledAt} < now() - interval '90 days'`)
}
