import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import { type Day, day, TIME_ZONE } from '../../../foundation/day.ts'
import { type Id, newId } from '../../../foundation/id.ts'
import { networks, tries } from '../sign-in/tables.ts'
import { municipalities, organisations, people } from '../tables.ts'
import { type DayHour, type Facts, type Found, PAST_DAYS, type Unit } from './odd.ts'
import { oddSignIns } from './tables.ts'

/* ---- as the role of signing in -------------------------------------------------------------------------------- */

export type NewTry = Omit<typeof tries.$inferInsert, 'id' | 'at' | 'lookedAt' | 'isNewNetwork'>

/** Keeps a try, and the network of one that came in; that is new where the account knew others and not this one. */
export async function insertTry(tx: Tx, row: NewTry): Promise<void> {
  const isNewNetwork = row.isDone && row.userId && row.network ? await noteNetwork(tx, row.userId, row.network) : false
  await tx.insert(tries).values({ ...row, id: newId(), isNewNetwork })
}

async function noteNetwork(tx: Tx, userId: Id, network: string): Promise<boolean> {
  const known = await tx.select({ network: networks.network }).from(networks).where(eq(networks.userId, userId))
  await tx
    .insert(networks)
    .values({ userId, network })
    .onConflictDoUpdate({ target: [networks.userId, networks.network], set: { lastSeenAt: sql`now()` } })
  return known.length > 0 && !known.some((one) => one.network === network)
}

/** More than this in an hour is a peak by far; a machine that tries all day does not fill our memory as well. */
const MOST_TRIES = 20_000
/** So many who came in are looked at in one round; the next is minutes later. */
const MOST_ARRIVALS = 500

const dutch = (moment: ReturnType<typeof sql>) => sql`(${moment} at time zone ${TIME_ZONE})`
const dayOf = (moment: ReturnType<typeof sql>) => sql<string>`${dutch(moment)}::date::text`
const minuteOf = (moment: ReturnType<typeof sql>) =>
  sql<number>`(extract(hour from ${dutch(moment)}) * 60 + extract(minute from ${dutch(moment)}))::integer`

/** What the rule looks at as of this moment, and the tries that are looked at with it. */
export async function factsAt(tx: Tx, now: Date): Promise<{ facts: Facts; lookedAt: Id[] }> {
  const moment = sql`${now.toISOString()}::timestamptz`
  const { rows } = await tx.execute<{ on: string; minute: number }>(
    sql`select ${dayOf(moment)} as "on", ${minuteOf(moment)} as minute`,
  )
  const at = rows[0] ?? { on: '1970-01-01', minute: 0 }
  const arrived = await arrivalsToLookAt(tx, moment)
  const earlier = await earlierOf(tx, arrived)
  const facts: Facts = {
    now: { on: day(at.on), hour: Math.floor(at.minute / 60) },
    lastHour: await lastHour(tx, moment),
    earlier: await failedHours(tx, moment),
    arrivals: arrived.map(({ id, on, minute, moment: came, ...one }) => ({
      ...one,
      at: { on: day(on), minute, moment: new Date(came) },
      network: one.network ?? undefined,
      earlier: earlier.get(id) ?? [],
    })),
  }
  return { facts, lookedAt: arrived.map(({ id }) => id) }
}

async function lastHour(tx: Tx, moment: ReturnType<typeof sql>): Promise<Facts['lastHour']> {
  const rows = await tx
    .select()
    .from(tries)
    .where(sql`${tries.at} > ${moment} - interval '1 hour' and ${tries.at} <= ${moment}`)
    .orderBy(desc(tries.at))
    .limit(MOST_TRIES)
  return rows.map((row) => ({
    ...{ at: row.at, isDone: row.isDone, personId: row.userId ?? undefined, isOfResident: row.isOfResident },
    account: row.userId ?? row.typed ?? undefined,
    network: row.network ?? undefined,
    units: [
      ...row.organisationIds.map((id): Unit => `organisation ${id}`),
      ...row.municipalityIds.map((id): Unit => `municipality ${id}`),
    ],
  }))
}

async function failedHours(tx: Tx, moment: ReturnType<typeof sql>): Promise<Facts['earlier']> {
  const { rows } = await tx.execute<{ unit: Unit; on: string; hour: number; failed: number }>(sql`
    select unit, ${dayOf(sql`t.at`)} as "on", extract(hour from ${dutch(sql`t.at`)})::integer as hour, count(*)::integer as failed
    from sign_in.tries t, unnest(array['platform'] || array(select 'organisation ' || o from unnest(t.organisation_ids) o)
      || array(select 'municipality ' || m from unnest(t.municipality_ids) m)) as unit
    where not t.is_done and t.at > ${moment} - make_interval(days => ${PAST_DAYS + 1}) and t.at <= ${moment}
    group by 1, 2, 3`)
  return rows.map((row) => ({ ...row, on: day(row.on) }))
}

type Arrived = Omit<Facts['arrivals'][number], 'at' | 'network' | 'earlier'> & {
  id: Id
  network: string | null
  on: string
  minute: number
  moment: string
}

async function arrivalsToLookAt(tx: Tx, moment: ReturnType<typeof sql>): Promise<Arrived[]> {
  const { rows } = await tx.execute<Arrived>(sql`
    select id, user_id as "personId", is_of_resident as "isOfResident", network, is_new_network as "isNewNetwork", device,
      ${dayOf(sql`at`)} as "on", ${minuteOf(sql`at`)} as minute, at as moment
    from sign_in.tries where is_done and looked_at is null and at <= ${moment} order by at limit ${MOST_ARRIVALS}`)
  return rows
}

/** When each of these came in before. */
async function earlierOf(tx: Tx, arrived: readonly Arrived[]): Promise<Map<Id, DayHour[]>> {
  const ids = arrived.map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const { rows } = await tx.execute<{ id: Id; on: string; minute: number }>(sql`
    select t.id, ${dayOf(sql`e.at`)} as "on", ${minuteOf(sql`e.at`)} as minute
    from sign_in.tries t join sign_in.tries e on e.user_id = t.user_id and e.is_done and e.at < t.at
    where t.id in (${sql.join(ids, sql`, `)})`)
  const asDay = (text: string): Day => day(text)
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, those]) => [
      id,
      those.map(({ on, minute }) => ({ on: asDay(on), minute })),
    ]),
  )
}

export async function markLooked(tx: Tx, ids: readonly Id[]): Promise<void> {
  if (ids.length > 0)
    await tx
      .update(tries)
      .set({ lookedAt: sql`now()` })
      .where(inArray(tries.id, [...ids]))
}

/** Removes tries of six weeks ago and networks that were not used for half a year. */
export async function removeOld(tx: Tx): Promise<void> {
  await tx.delete(tries).where(lt(tries.at, sql`now() - interval '42 days'`))
  await tx.delete(networks).where(lt(networks.lastSeenAt, sql`now() - interval '180 days'`))
}

/* ---- as the application's role, in the actor's scope ---------------------------------------------------------- */

/** Keeps what was found, or counts on where the same was found today; tells the number of a new one. */
export async function keepFound(tx: Tx, found: Found): Promise<Id | undefined> {
  const id = newId()
  const [unitKind, unitId] = found.unit?.split(' ') ?? []
  const counted = {
    ...{ tries: found.tries, usual: found.usual, accounts: found.accounts, networks: found.networks },
    ...{ untilAt: found.until },
  }
  const [row] = await tx
    .insert(oddSignIns)
    .values({
      ...{ id, ...counted, kind: found.kind, onDay: found.on, fromAt: found.from, personId: found.personId },
      ...{ isOfResident: found.isOfResident, network: found.network, device: found.device },
      ...(unitKind === 'organisation' && { organisationId: unitId }),
      ...(unitKind === 'municipality' && { municipalityId: unitId }),
    })
    .onConflictDoUpdate({
      target: [
        ...[oddSignIns.kind, oddSignIns.onDay, oddSignIns.personId, oddSignIns.organisationId],
        ...[oddSignIns.municipalityId, oddSignIns.network],
      ],
      set: {
        tries: sql`greatest(${oddSignIns.tries}, excluded.tries)`,
        accounts: sql`greatest(${oddSignIns.accounts}, excluded.accounts)`,
        networks: sql`greatest(${oddSignIns.networks}, excluded.networks)`,
        untilAt: sql`greatest(${oddSignIns.untilAt}, excluded.until_at)`,
      },
    })
    .returning({ id: oddSignIns.id })
  return row?.id === id ? id : undefined
}

/**
 * Of which nobody was told yet, or to which the person said afterwards that it was somebody else. What waited two days is no
 * news: new networks alone are told to nobody, and there are many.
 */
export const untold = (tx: Tx) =>
  tx
    .select()
    .from(oddSignIns)
    .where(
      sql`(${oddSignIns.toldAt} is null and ${oddSignIns.foundAt} > now() - interval '2 days')
        or (${oddSignIns.answer} = 'not-mine' and (${oddSignIns.toldAt} is null or ${oddSignIns.toldAt} < ${oddSignIns.answeredAt}))`,
    )

export async function markTold(tx: Tx, ids: readonly Id[]): Promise<void> {
  await tx
    .update(oddSignIns)
    .set({ toldAt: sql`clock_timestamp()` })
    .where(inArray(oddSignIns.id, [...ids]))
}

/** Who is told of this; the database tells it to the background jobs only. */
export async function watchersOf(tx: Tx, id: Id): Promise<Id[]> {
  const { rows } = await tx.execute<{ id: Id }>(sql`select w as id from access.watchers_of(${id}) as w`)
  return rows.map((row) => row.id)
}

/** What the actor sees, the latest first. */
export const inReach = (tx: Tx, most: number) =>
  tx
    .select({
      ...{ id: oddSignIns.id, kind: oddSignIns.kind, personId: oddSignIns.personId, network: oddSignIns.network },
      ...{ personName: people.name, organisationName: organisations.name, municipalityName: municipalities.name },
      ...{ device: oddSignIns.device, tries: oddSignIns.tries, usual: oddSignIns.usual },
      ...{ accounts: oddSignIns.accounts, networks: oddSignIns.networks, answer: oddSignIns.answer },
      ...{ from: oddSignIns.fromAt, until: oddSignIns.untilAt },
    })
    .from(oddSignIns)
    .leftJoin(people, eq(people.id, oddSignIns.personId))
    .leftJoin(organisations, eq(organisations.id, oddSignIns.organisationId))
    .leftJoin(municipalities, eq(municipalities.id, oddSignIns.municipalityId))
    .orderBy(desc(oddSignIns.untilAt), desc(oddSignIns.id))
    .limit(most)

/** What is about this person and waits for an answer, the latest first. */
export const ownUnanswered = (tx: Tx, personId: Id) =>
  tx
    .select({ id: oddSignIns.id, kind: oddSignIns.kind, device: oddSignIns.device, at: oddSignIns.fromAt })
    .from(oddSignIns)
    .where(and(eq(oddSignIns.personId, personId), sql`${oddSignIns.answer} is null`))
    .orderBy(desc(oddSignIns.fromAt))

/** Says what the person concerned said; false where there is nothing of that person to answer. */
export async function answer(tx: Tx, id: Id, given: 'mine' | 'not-mine'): Promise<boolean> {
  const { rows } = await tx.execute<{ done: boolean }>(sql`select access.answer_odd_sign_in(${id}, ${given}) as done`)
  return rows[0]?.done === true
}

/** The database removes no younger ones, whoever asks. */
export async function removeFound(tx: Tx): Promise<void> {
  await tx.delete(oddSignIns).where(sql`${oddSignIns.untilAt} < now() - interval '180 days'`)
}
