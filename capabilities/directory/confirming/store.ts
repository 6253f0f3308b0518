import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Card } from '../card.ts'
import type { Offer } from '../offer.ts'
import { offerAsks } from './tables.ts'

export async function insertAsk(tx: Tx, row: typeof offerAsks.$inferInsert): Promise<void> {
  await tx.insert(offerAsks).values(row)
}

/** When each card was last asked about, by its id; of one municipality or of all. */
export async function lastAsked(tx: Tx, municipalityId?: Id): Promise<ReadonlyMap<Id, Day>> {
  const rows = await tx
    .select({
      offerId: offerAsks.offerId,
      municipalityId: offerAsks.municipalityId,
      on: sql<Day>`max(${offerAsks.askedOn})::text`,
    })
    .from(offerAsks)
    .where(municipalityId === undefined ? undefined : eq(offerAsks.municipalityId, municipalityId))
    .groupBy(offerAsks.municipalityId, offerAsks.offerId)
  return new Map(rows.map(({ municipalityId: place, offerId, on }) => [`${place} ${offerId}`, on]))
}

/** Two editors, or an editor and the nightly round, ask one after the other. */
export async function lockAsking(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(7204511656)`)
}

export async function askWithId(tx: Tx, id: Id) {
  const [row] = await tx.select().from(offerAsks).where(eq(offerAsks.id, id))
  return row
}

const remarks = {
  municipalityId: offerAsks.municipalityId,
  id: offerAsks.id,
  offerId: offerAsks.offerId,
  remark: offerAsks.remark,
}

/** What providers want to be different and nobody handled yet, the oldest first. */
export const openRemarks = (tx: Tx, municipalityId: Id) =>
  tx
    .select({ ...remarks, answeredAt: offerAsks.answeredAt })
    .from(offerAsks)
    .where(and(eq(offerAsks.municipalityId, municipalityId), isNotNull(offerAsks.remark), isNull(offerAsks.handledAt)))
    .orderBy(offerAsks.answeredAt)

/** Everything that was asked about one card, the newest first. */
export const asksAbout = (tx: Tx, municipalityId: Id, offerId: Id) =>
  tx
    .select()
    .from(offerAsks)
    .where(and(eq(offerAsks.municipalityId, municipalityId), eq(offerAsks.offerId, offerId)))
    .orderBy(desc(offerAsks.askedOn), desc(offerAsks.id))

/** The remark is gone from here on: it did its work. */
export async function handleRemark(tx: Tx, municipalityId: Id, askId: Id): Promise<boolean> {
  const rows = await tx
    .update(offerAsks)
    .set({ remark: null, handledAt: sql`date_trunc('milliseconds', clock_timestamp())` })
    .where(and(eq(offerAsks.municipalityId, municipalityId), eq(offerAsks.id, askId), isNull(offerAsks.handledAt)))
    .returning({ id: offerAsks.id })
  return rows.length > 0
}

type AskedRow = Offer & { readonly card: Card }

/** The card behind a link, for who holds it. */
export async function offerBehind(tx: Tx, hash: string): Promise<Offer | undefined> {
  const { rows } = await tx.execute<AskedRow>(sql`
    select municipality_id as "municipalityId", id, state, village, card, starts_on as "startsOn", ends_on as "endsOn",
      confirmed_on as "confirmedOn", row_version as "rowVersion" from access.offer_asked(${hash})`)
  return rows[0]
}

export async function isAnswered(tx: Tx, hash: string): Promise<boolean> {
  const { rows } = await tx.execute<{ yes: boolean }>(sql`select access.is_offer_answered(${hash}) as yes`)
  return rows[0]?.yes === true
}

type Answering = {
  readonly hash: string
  readonly rowVersion: number
  readonly remark: string | null
  readonly stepId: Id
}

export async function answer(tx: Tx, { hash, rowVersion, remark, stepId }: Answering): Promise<boolean> {
  const { rows } = await tx.execute<{ taken: boolean }>(
    sql`select access.answer_offer_ask(${hash}, ${rowVersion}, ${remark}, ${stepId}) as taken`,
  )
  return rows[0]?.taken === true
}
