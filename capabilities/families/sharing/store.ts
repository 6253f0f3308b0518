import { inArray, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import { askedOnce } from '../../../database/transaction.ts'
import { day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Details } from '../files/person.ts'
import type { Consent, Ground, Part, ShownSharing } from './sharing.ts'
import { sharingEvents, sharings } from './tables.ts'

/** Once, also when the form is sent twice. */
export async function insertSharing(tx: Tx, row: typeof sharings.$inferInsert): Promise<void> {
  await tx.insert(sharings).values(row).onConflictDoNothing()
}

/** What the actor does to a sharing, once; nothing when it no longer stands open to that at the moment of writing. */
export async function insertEvent(tx: Tx, sharingId: Id, type: 'accepted' | 'withdrawn'): Promise<void> {
  // Asked in the statement that writes: what was asked before may have changed since, and then the policy is a fault.
  const open =
    type === 'accepted'
      ? sql`select sharing_id from access.received()`
      : sql`select id from access.sharings_to_withdraw() as id`
  await tx.execute(sql`
    insert into sharing_events (municipality_id, sharing_id, type, recorded_by)
    select s.municipality_id, s.id, ${type}, access.actor() from access.sharings_shown() s
    where s.id = ${sharingId} and s.id in (${open}) limit 1
    on conflict do nothing`)
}

/** In which way somebody sees a sharing. */
export type SeenAs = 'worker' | 'self' | 'receiver' | 'officer'

type ShownRow = {
  seen_as: SeenAs
  id: Id
  municipality_id: Id
  person_id: Id
  person_name: string | null
  receiver_id: Id
  receiver_name: string
  receiver_organisation: string
  receiver_municipality: string
  sharer_name: string
  sharer_organisation: string
  sharer_municipality: string
  parts: Part[]
  purpose: string
  ground: Ground
  consent_on: string | null
  consent_how: Consent['how'] | null
  consent_by: Consent['by'] | null
  safety_reason: string | null
  ends_on: string
  recorded_at: string
  accepted_at: string | null
  withdrawn_at: string | null
  withdrawn_by: Id | null
}

/** The sharings that the database shows this actor in this way, newest first. */
export async function shownAs(tx: Tx, seenAs: SeenAs): Promise<ShownSharing[]> {
  const rows = await askedOnce('sharings shown', () => shown(tx))
  return rows.filter((row) => row.seen_as === seenAs).map(asShown)
}

async function shown(tx: Tx): Promise<ShownRow[]> {
  const { rows } = await tx.execute<ShownRow>(sql`
    select seen_as, id, municipality_id, person_id, person_name, receiver_id, receiver_name, receiver_organisation,
      receiver_municipality, sharer_name, sharer_organisation, sharer_municipality, parts, purpose, ground,
      consent_on::text, consent_how, consent_by, safety_reason, ends_on::text,
      recorded_at::text, accepted_at::text, withdrawn_at::text, withdrawn_by
    from access.sharings_shown() order by sharings_shown.recorded_at desc, id desc`)
  return rows
}

const momentOrNull = (text: string | null): Date | null => (text === null ? null : new Date(text))

const asShown = (row: ShownRow): ShownSharing => ({
  id: row.id,
  municipalityId: row.municipality_id,
  personId: row.person_id,
  personName: row.person_name,
  receiverId: row.receiver_id,
  receiver: {
    name: row.receiver_name,
    organisation: row.receiver_organisation,
    municipality: row.receiver_municipality,
  },
  sharer: { name: row.sharer_name, organisation: row.sharer_organisation, municipality: row.sharer_municipality },
  parts: row.parts,
  purpose: row.purpose,
  ground: row.ground,
  consent: consentIn(row),
  safetyReason: row.safety_reason,
  endsOn: day(row.ends_on),
  recordedAt: new Date(row.recorded_at),
  acceptedAt: momentOrNull(row.accepted_at),
  withdrawnAt: momentOrNull(row.withdrawn_at),
  withdrawnBy: row.withdrawn_by,
})

const consentIn = ({ consent_on: on, consent_how: how, consent_by: by }: ShownRow): Consent | null =>
  on === null || how === null || by === null ? null : { on: day(on), how, by }

/** What the rule of disclosure needs of a sharing with this actor. */
export type Received = {
  readonly sharingId: Id
  readonly personId: Id
  readonly isAccepted: boolean
  readonly endsOn: string
  readonly others: readonly Id[]
}

/** What is shared with this actor and stands open, as far as the database says. */
export async function received(tx: Tx): Promise<Received[]> {
  const { rows } = await tx.execute<{
    sharing_id: Id
    person_id: Id
    is_accepted: boolean
    ends_on: string
    others: Id[]
  }>(sql`select sharing_id, person_id, is_accepted, ends_on::text, others from access.received()`)
  return rows.map((row) => ({
    sharingId: row.sharing_id,
    personId: row.person_id,
    isAccepted: row.is_accepted,
    endsOn: row.ends_on,
    others: row.others,
  }))
}

export type Reach = Pick<Details, 'phone' | 'email' | 'safeContact'>

/** How to reach the person of a sharing that the actor took; never the address. */
export async function reachOf(tx: Tx, sharingId: Id): Promise<Reach | undefined> {
  const { rows } = await tx.execute<{
    phone: string | null
    email: string | null
    safe_contact: Reach['safeContact']
  }>(sql`select phone, email, safe_contact from access.received_reach(${sharingId})`)
  const [row] = rows
  return row && { phone: row.phone, email: row.email, safeContact: row.safe_contact }
}

export type PlaceToShare = {
  readonly provisionId: Id
  readonly municipalityId: Id
  readonly municipalityName: string
  readonly organisationName: string
  readonly programmeCode: string
}

/** Where somebody works with whom something of this person can be shared, by place. */
export async function placesToShare(tx: Tx, personId: Id): Promise<PlaceToShare[]> {
  const { rows } = await tx.execute<{
    provision_id: Id
    municipality_id: Id
    municipality_name: string
    organisation_name: string
    programme_code: string
  }>(sql`select provision_id, municipality_id, municipality_name, organisation_name, programme_code
    from access.places_to_share(${personId}) order by municipality_name, organisation_name, programme_code, provision_id`)
  return rows.map((row) => ({
    provisionId: row.provision_id,
    municipalityId: row.municipality_id,
    municipalityName: row.municipality_name,
    organisationName: row.organisation_name,
    programmeCode: row.programme_code,
  }))
}

/** Who works in that place under this address. */
export async function receiverByMail(
  tx: Tx,
  given: { readonly mail: string; readonly personId: Id; readonly provisionId: Id },
): Promise<Id | undefined> {
  const { rows } = await tx.execute<{ id: Id | null }>(
    sql`select access.receiver_by_mail(${given.mail}, ${given.personId}, ${given.provisionId}) as id`,
  )
  return rows[0]?.id ?? undefined
}

/** Whether the actor can end this sharing now. */
export async function mayWithdraw(tx: Tx, sharingId: Id): Promise<boolean> {
  const { rows } = await tx.execute<{ may: boolean }>(
    sql`select ${sharingId}::uuid in (select access.sharings_to_withdraw()) as may`,
  )
  return rows[0]?.may === true
}

/** Removes the sharings of these persons; for the end of a file only. */
export async function destroySharings(tx: Tx, personIds: readonly Id[]): Promise<void> {
  if (personIds.length === 0) return
  const ids = tx
    .select({ id: sharings.id })
    .from(sharings)
    .where(inArray(sharings.personId, [...personIds]))
  await tx.delete(sharingEvents).where(inArray(sharingEvents.sharingId, ids))
  await tx.delete(sharings).where(inArray(sharings.personId, [...personIds]))
}
