import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Agreement, Partner, Touch } from './partner.ts'
import { partnerAgreements, partners, partnerTouches } from './tables.ts'

const partnerColumns = {
  ...{ municipalityId: partners.municipalityId, id: partners.id, name: partners.name, type: partners.type },
  ...{ domains: partners.domains, villages: partners.villages, contactRole: partners.contactRole },
  ...{ endedOn: partners.endedOn, rowVersion: partners.rowVersion },
}
const agreementColumns = {
  ...{ municipalityId: partnerAgreements.municipalityId, id: partnerAgreements.id, what: partnerAgreements.what },
  ...{ partnerId: partnerAgreements.partnerId, sinceOn: partnerAgreements.sinceOn },
  ...{ untilOn: partnerAgreements.untilOn, caredForBy: partnerAgreements.caredForBy },
  rowVersion: partnerAgreements.rowVersion,
}
const touchColumns = {
  ...{ municipalityId: partnerTouches.municipalityId, id: partnerTouches.id, partnerId: partnerTouches.partnerId },
  ...{ heldOn: partnerTouches.heldOn, way: partnerTouches.way, about: partnerTouches.about },
  byRole: partnerTouches.byRole,
}

/** The partners of a municipality by name. */
export const partnersIn = (tx: Tx, municipalityId: Id): Promise<Partner[]> =>
  tx
    .select(partnerColumns)
    .from(partners)
    .where(eq(partners.municipalityId, municipalityId))
    .orderBy(asc(sql`lower(${partners.name})`), asc(partners.id))

export async function partnerIn(tx: Tx, municipalityId: Id, id: Id): Promise<Partner | undefined> {
  const [row] = await tx
    .select(partnerColumns)
    .from(partners)
    .where(and(eq(partners.municipalityId, municipalityId), eq(partners.id, id)))
  return row
}

/** The agreements of a municipality with its partners, the newest first. */
export const agreementsIn = (tx: Tx, municipalityId: Id): Promise<Agreement[]> =>
  tx
    .select(agreementColumns)
    .from(partnerAgreements)
    .where(eq(partnerAgreements.municipalityId, municipalityId))
    .orderBy(desc(partnerAgreements.sinceOn), desc(partnerAgreements.id))

/** When somebody was in touch with the partners of a municipality, the latest first. */
export const touchesIn = (tx: Tx, municipalityId: Id): Promise<Touch[]> =>
  tx
    .select(touchColumns)
    .from(partnerTouches)
    .where(eq(partnerTouches.municipalityId, municipalityId))
    .orderBy(desc(partnerTouches.heldOn), desc(partnerTouches.id))

const now = () => sql`date_trunc('milliseconds', clock_timestamp())`

/** A form that was sent twice makes one. */
export async function insertPartner(tx: Tx, row: Partner, by: Id): Promise<void> {
  await tx
    .insert(partners)
    .values({ ...row, recordedBy: by })
    .onConflictDoNothing()
}

/** Changes the partner with this version; false when somebody else changed it meanwhile. */
export async function updatePartner(tx: Tx, row: Partner, by: Id): Promise<boolean> {
  const { municipalityId, id, rowVersion, ...told } = row
  const isThis = [eq(partners.municipalityId, municipalityId), eq(partners.id, id)]
  const rows = await tx
    .update(partners)
    .set({ ...told, rowVersion: rowVersion + 1, recordedBy: by, recordedAt: now() })
    .where(and(...isThis, eq(partners.rowVersion, rowVersion)))
    .returning({ id: partners.id })
  return rows.length > 0
}

/** A form that was sent twice makes one. */
export async function insertAgreement(tx: Tx, row: Agreement, by: Id): Promise<void> {
  await tx
    .insert(partnerAgreements)
    .values({ ...row, recordedBy: by })
    .onConflictDoNothing()
}

/** Changes the agreement with this version; false when somebody else changed it meanwhile. */
export async function updateAgreement(tx: Tx, row: Agreement, by: Id): Promise<boolean> {
  const { municipalityId, id, partnerId, rowVersion, ...told } = row
  const isThis = [eq(partnerAgreements.municipalityId, municipalityId), eq(partnerAgreements.id, id)]
  const rows = await tx
    .update(partnerAgreements)
    .set({ ...told, rowVersion: rowVersion + 1, recordedBy: by, recordedAt: now() })
    .where(and(...isThis, eq(partnerAgreements.partnerId, partnerId), eq(partnerAgreements.rowVersion, rowVersion)))
    .returning({ id: partnerAgreements.id })
  return rows.length > 0
}

/** A form that was sent twice makes one. */
export async function insertTouch(tx: Tx, row: Touch, by: Id): Promise<void> {
  await tx
    .insert(partnerTouches)
    .values({ ...row, recordedBy: by })
    .onConflictDoNothing()
}
