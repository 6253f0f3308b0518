import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Alike, Known } from './alike.ts'
import type { Decision, Match } from './match.ts'
import { requestComparisons, requestMatches } from './tables.ts'

export type ToCompare = Known & {
  readonly municipalityId: Id
  readonly requestId: Id
  readonly provisionId: Id
  readonly organisationId: Id
  readonly receivedAt: string
}

/** A request that came in before, or a person of a family with an open trajectory. */
export type KnownHere = Known & {
  readonly requestId: Id | null
  readonly receivedAt: string | null
  readonly personId: Id | null
  readonly familyId: Id | null
}

/** The requests whose turn it is; for the background task alone, like the next three. */
export async function requestsToCompare(tx: Tx, most: number): Promise<ToCompare[]> {
  const { rows } = await tx.execute<ToCompare>(sql`
    select municipality_id as "municipalityId", request_id as "requestId", provision_id as "provisionId",
      organisation_id as "organisationId", received_at::text as "receivedAt", name, phone, mail
    from access.requests_to_compare(${most})`)
  return rows
}

export async function knownHere(tx: Tx, municipalityId: Id, organisationId: Id): Promise<KnownHere[]> {
  const { rows } = await tx.execute<KnownHere>(sql`
    select request_id as "requestId", received_at::text as "receivedAt", person_id as "personId", family_id as "familyId",
      name, phone, mail
    from access.known_to_compare(${municipalityId}, ${organisationId})`)
  return rows
}

export type Found = { readonly of: KnownHere; readonly alike: readonly Alike[] }

/** Keeps what was found; what somebody decided on before stays as it is. */
export async function addMatches(tx: Tx, asked: ToCompare, found: readonly Found[]): Promise<void> {
  if (found.length === 0) return
  const { municipalityId, requestId, provisionId } = asked
  const rows = found.map(({ of: { requestId: otherRequestId, personId, familyId }, alike }) => ({
    ...{ municipalityId, requestId, provisionId, otherId: otherRequestId ?? personId ?? '' },
    ...{ otherRequestId, personId, familyId, alike: [...alike] },
  }))
  await tx.insert(requestMatches).values(rows).onConflictDoNothing()
}

export async function markCompared(tx: Tx, asked: readonly ToCompare[], comparedAt: Date): Promise<void> {
  if (asked.length === 0) return
  await tx
    .insert(requestComparisons)
    .values(asked.map(({ municipalityId, requestId }) => ({ municipalityId, requestId, comparedAt })))
    .onConflictDoUpdate({
      target: [requestComparisons.municipalityId, requestComparisons.requestId],
      set: { comparedAt },
    })
}

/** What a request looks like, as far as the actor may know; what turned out to be another is not shown again. */
export const matchesOf = (tx: Tx, requestId: Id): Promise<Match[]> =>
  tx
    .select()
    .from(requestMatches)
    .where(
      and(
        eq(requestMatches.requestId, requestId),
        or(isNull(requestMatches.decision), ne(requestMatches.decision, 'not-same')),
      ),
    )
    .orderBy(asc(requestMatches.foundAt), asc(requestMatches.otherId))

export async function matchWith(tx: Tx, requestId: Id, otherId: Id): Promise<Match | undefined> {
  const [row] = await tx
    .select()
    .from(requestMatches)
    .where(and(eq(requestMatches.requestId, requestId), eq(requestMatches.otherId, otherId)))
  return row
}

type Decided = { readonly decision: Decision; readonly decidedOn: Day; readonly decidedBy: Id }

/** Decides on a match on which nobody decided yet; says whether it did. */
export async function decide(tx: Tx, { requestId, otherId }: Match, decided: Decided): Promise<boolean> {
  const changed = await tx
    .update(requestMatches)
    .set(decided)
    .where(
      and(
        eq(requestMatches.requestId, requestId),
        eq(requestMatches.otherId, otherId),
        isNull(requestMatches.decision),
      ),
    )
    .returning({ otherId: requestMatches.otherId })
  return changed.length > 0
}

/** Who helps this person now and takes up requests like this one. */
export const takersOf = (tx: Tx, requestId: Id, personId: Id): Promise<Id[]> =>
  ids(tx, sql`select access.takers_of(${requestId}, ${personId}) as id`)

const ids = async (tx: Tx, query: ReturnType<typeof sql>): Promise<Id[]> =>
  (await tx.execute<{ id: Id }>(query)).rows.map(({ id }) => id)

type Pair = Pick<Match, 'requestId' | 'otherId'>

/** Whose files the requests on both sides of a match are of; for who decides on it. More than one is two files. */
export const personsOfMatch = (tx: Tx, { requestId, otherId }: Pair): Promise<Id[]> =>
  ids(tx, sql`select access.persons_of_match(${requestId}, ${otherId}) as id`)

/** The open requests on both sides of a match, by number; for who decides on it. */
export const openRequestsOfMatch = (tx: Tx, { requestId, otherId }: Pair): Promise<Id[]> =>
  ids(tx, sql`select access.open_requests_of_match(${requestId}, ${otherId}) as id`)

/** The open requests of the same person as this one, with itself, by number; for who has it. */
export const openRequestsWith = (tx: Tx, requestId: Id): Promise<Id[]> =>
  ids(tx, sql`select access.open_requests_with(${requestId}) as id`)

/** Whose file a request goes on in, because a coordinator said so; for who has it. */
export const personsWith = (tx: Tx, requestId: Id): Promise<Id[]> =>
  ids(tx, sql`select access.persons_with(${requestId}) as id`)

/** Whether a request goes on in a file that is there; for who has it or watches over it. */
export async function goesOnInFile(tx: Tx, requestId: Id): Promise<boolean> {
  const { rows } = await tx.execute<{ is: boolean }>(sql`select access.goes_on_in_file(${requestId}) as is`)
  return rows[0]?.is ?? false
}

/** Families in which the actor serves somebody, and the persons that are closed to the actor for it. */
export async function sidesOf(tx: Tx): Promise<{ families: ReadonlySet<Id>; opposed: ReadonlySet<Id> }> {
  return {
    families: new Set(await ids(tx, sql`select access.families_served() as id`)),
    opposed: new Set(await ids(tx, sql`select access.opposed() as id`)),
  }
}
