import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../../database/connect.ts'
import { insertMany } from '../../database/insert-many.ts'
import type { Day } from '../../foundation/day.ts'
import { type Id, newId } from '../../foundation/id.ts'
import type { Offer, Step } from './offer.ts'
import { offerSteps, offers } from './tables.ts'

const columns = {
  ...{ municipalityId: offers.municipalityId, id: offers.id, state: offers.state, village: offers.village },
  ...{ card: offers.card, startsOn: offers.startsOn, endsOn: offers.endsOn, confirmedOn: offers.confirmedOn },
  rowVersion: offers.rowVersion,
}
const byName = sql`lower(${offers.card} ->> 'name')`

/** Every card of a municipality that the actor may see: for most people what is public. */
export const offersIn = (tx: Tx, municipalityId: Id): Promise<Offer[]> =>
  tx.select(columns).from(offers).where(eq(offers.municipalityId, municipalityId)).orderBy(byName, asc(offers.id))

export async function offerIn(tx: Tx, municipalityId: Id, id: Id): Promise<Offer | undefined> {
  const [row] = await tx
    .select(columns)
    .from(offers)
    .where(and(eq(offers.municipalityId, municipalityId), eq(offers.id, id)))
  return row
}

/** All that is public and not over, for the background jobs. */
export const publicOffers = (tx: Tx, today: Day): Promise<Offer[]> =>
  tx
    .select(columns)
    .from(offers)
    .where(and(eq(offers.state, 'public'), sql`(${offers.endsOn} is null or ${offers.endsOn} >= ${today})`))

type Row = Offer & { readonly by: Id }

export async function insertOffers(tx: Tx, rows: readonly Row[]): Promise<void> {
  const values = rows.map(({ by, ...offer }) => ({ ...offer, createdBy: by, changedBy: by }))
  await insertMany(tx, offers, values)
}

/** Changes the card with this version; false when somebody else changed it meanwhile. */
export async function updateOffer(tx: Tx, { by, municipalityId, id, rowVersion, ...now }: Row): Promise<boolean> {
  const rows = await tx
    .update(offers)
    .set({ ...now, rowVersion: rowVersion + 1, changedBy: by })
    .where(and(eq(offers.municipalityId, municipalityId), eq(offers.id, id), eq(offers.rowVersion, rowVersion)))
    .returning({ id: offers.id })
  return rows.length > 0
}

export async function recordSteps(tx: Tx, step: Step, rows: readonly Row[]): Promise<void> {
  const values = rows.map(({ by, id, rowVersion: _, ...now }) => ({
    ...{ ...now, id: newId(), offerId: id, step, recordedBy: by },
  }))
  await insertMany(tx, offerSteps, values)
}

/** What happened to a card, the newest first. */
export const stepsOf = (tx: Tx, municipalityId: Id, offerId: Id) =>
  tx
    .select()
    .from(offerSteps)
    .where(and(eq(offerSteps.municipalityId, municipalityId), eq(offerSteps.offerId, offerId)))
    .orderBy(desc(offerSteps.recordedAt), desc(offerSteps.id))

export const offersWithIds = (tx: Tx, municipalityId: Id, ids: readonly Id[]): Promise<Offer[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .select(columns)
        .from(offers)
        .where(and(eq(offers.municipalityId, municipalityId), inArray(offers.id, [...ids])))
