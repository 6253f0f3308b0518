import { and, asc, eq, getTableColumns, gt, gte, inArray, isNull, or, sql } from 'drizzle-orm'
import { builtOnce } from '../../../database/built-once.ts'
import type { Tx } from '../../../database/connect.ts'
import { type Day, day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Authority, type Details, inForce, type Member, type Person, type Worker } from './person.ts'
import {
  authority,
  bothSidesDecisions,
  childHomes,
  familyMembers,
  fileWorkers,
  personDetails,
  persons,
} from './tables.ts'

export async function insertPersons(tx: Tx, rows: readonly (typeof persons.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(persons).values([...rows])
}

export async function insertMembers(tx: Tx, rows: readonly (typeof familyMembers.$inferInsert)[]): Promise<void> {
  // One by one: the first makes the family the actor's own, and only then the others may follow.
  for (const row of rows) await tx.insert(familyMembers).values(row)
}

const asPerson = (row: typeof persons.$inferSelect): Person => ({
  id: row.id,
  municipalityId: row.municipalityId,
  organisationId: row.organisationId,
  kind: row.kind,
  name: row.name,
  ageYears: row.ageYears,
  weeksPregnant: row.weeksPregnant,
  statedOn: row.statedOn === null ? null : day(row.statedOn),
  fileOpenedOn: row.fileOpenedOn === null ? null : day(row.fileOpenedOn),
})

// One by one: asked of many, the policy walks through all trajectories there are to see whose the actor reads.
const oneByOne = builtOnce(['ids'], (from, { ids }) => {
  const one = from.select().from(persons).where(sql`${persons.id} = asked.id`).limit(1).as('one')
  return from
    .select(one._.selectedFields)
    .from(sql`unnest(${ids}::uuid[]) as asked (id)`)
    .innerJoinLateral(one, sql`true`)
})

export async function personsById(tx: Tx, ids: readonly Id[]): Promise<Person[]> {
  return ids.length === 0 ? [] : (await oneByOne(tx, { ids })).map(asPerson)
}

const familiesWith = builtOnce(['personId'], (from, { personId }) =>
  from.select({ id: familyMembers.familyId }).from(familyMembers).where(eq(familyMembers.personId, personId)),
)

/** The families of a person, as far as the actor is part of them. */
export const familiesOf = async (tx: Tx, personId: Id): Promise<Id[]> =>
  (await familiesWith(tx, { personId })).map((row) => row.id)

const members = builtOnce(['familyId'], (from, { familyId }) =>
  from
    .select({ ...getTableColumns(persons), role: familyMembers.role })
    .from(familyMembers)
    .innerJoin(
      persons,
      and(eq(persons.municipalityId, familyMembers.municipalityId), eq(persons.id, familyMembers.personId)),
    )
    .where(eq(familyMembers.familyId, familyId))
    .orderBy(
      sql`case ${persons.kind} when 'adult' then 0 when 'child' then 1 else 2 end`,
      sql`${persons.ageYears} desc nulls last`,
      asc(persons.id),
    ),
)

/** Adults first, then children from old to young. */
export const membersOf = async (tx: Tx, familyId: Id): Promise<Member[]> =>
  (await members(tx, { familyId })).map(({ role, ...person }) => ({ ...asPerson(person), role }))

export async function updatePerson(tx: Tx, id: Id, change: Partial<typeof persons.$inferInsert>): Promise<number> {
  const rows = await tx.update(persons).set(change).where(eq(persons.id, id)).returning({ id: persons.id })
  return rows.length
}

export async function insertDetails(tx: Tx, row: typeof personDetails.$inferInsert): Promise<void> {
  await tx.insert(personDetails).values(row)
}

export type StoredDetails = Details & { readonly rowVersion: number; readonly accountId: Id | null }

const details = builtOnce(['personId'], (from, { personId }) =>
  from.select().from(personDetails).where(eq(personDetails.personId, personId)),
)

export const detailsOf = async (tx: Tx, personId: Id): Promise<StoredDetails | undefined> =>
  (await details(tx, { personId }))[0]

/** Changes the details when nobody did since this version; says whether it did. */
export async function updateDetails(
  tx: Tx,
  personId: Id,
  rowVersion: number,
  change: Partial<Details>,
): Promise<boolean> {
  const rows = await tx
    .update(personDetails)
    .set({ ...change, rowVersion: rowVersion + 1 })
    .where(and(eq(personDetails.personId, personId), eq(personDetails.rowVersion, rowVersion)))
    .returning({ id: personDetails.personId })
  return rows.length > 0
}

export async function linkAccount(tx: Tx, personId: Id, accountId: Id): Promise<boolean> {
  const rows = await tx
    .update(personDetails)
    .set({ accountId })
    .where(eq(personDetails.personId, personId))
    .returning({ id: personDetails.personId })
  return rows.length > 0
}

export async function insertHome(tx: Tx, row: typeof childHomes.$inferInsert): Promise<void> {
  await tx.insert(childHomes).values(row).onConflictDoNothing()
}

export const homesOf = (tx: Tx, childIds: readonly Id[]) =>
  tx
    .select({ childId: childHomes.childId, adultId: childHomes.adultId })
    .from(childHomes)
    .where(inArray(childHomes.childId, [...childIds]))

export async function insertAuthority(tx: Tx, row: typeof authority.$inferInsert): Promise<void> {
  await tx.insert(authority).values(row)
}

/** What is in force of the authority over these children, as far as the actor may see it. */
export async function authorityOver(tx: Tx, childIds: readonly Id[]): Promise<Authority[]> {
  if (childIds.length === 0) return []
  const rows = await tx
    .select()
    .from(authority)
    .where(inArray(authority.childId, [...childIds]))
    .orderBy(asc(authority.recordedAt), asc(authority.id))
  return inForce(
    rows.map((row) => ({
      ...row,
      checkedOn: day(row.checkedOn),
      validFrom: row.validFrom === null ? null : day(row.validFrom),
    })),
  )
}

export async function insertWorker(tx: Tx, row: typeof fileWorkers.$inferInsert): Promise<void> {
  await tx.insert(fileWorkers).values(row)
}

export async function endWorkers(tx: Tx, personId: Id, accountId: Id, untilOn: Day): Promise<void> {
  await tx
    .update(fileWorkers)
    .set({ untilOn })
    .where(
      and(
        eq(fileWorkers.personId, personId),
        eq(fileWorkers.accountId, accountId),
        // Standing in ends with its arrangement.
        isNull(fileWorkers.standsIn),
        // An earlier time that somebody worked on it stays as it was.
        or(isNull(fileWorkers.untilOn), gt(fileWorkers.untilOn, untilOn)),
      ),
    )
}

/** Whether nobody ever worked on this person, also nobody whom the actor may not see. */
export async function isNewFile(tx: Tx, personId: Id): Promise<boolean> {
  const { rows } = await tx.execute<{ isNew: boolean }>(sql`select access.is_new_file(${personId}::uuid) as "isNew"`)
  return rows[0]?.isNew === true
}

const asWorker = (row: typeof fileWorkers.$inferSelect): Worker => ({
  ...row,
  fromOn: day(row.fromOn),
  untilOn: row.untilOn === null ? null : day(row.untilOn),
})

const workersOn = builtOnce(['personIds'], (from, { personIds }) =>
  from
    .select()
    .from(fileWorkers)
    .where(sql`${fileWorkers.personId} = any(${personIds}::uuid[])`)
    .orderBy(asc(fileWorkers.fromOn), asc(fileWorkers.id)),
)

export const workersOf = async (tx: Tx, personIds: readonly Id[]): Promise<Worker[]> =>
  (await workersOn(tx, { personIds })).map(asWorker)

const workFrom = builtOnce(['accountId', 'today'], (from, { accountId, today }) =>
  from
    .select()
    .from(fileWorkers)
    .where(
      and(
        eq(fileWorkers.accountId, accountId),
        or(isNull(fileWorkers.untilOn), gte(fileWorkers.untilOn, today)),
        or(isNull(fileWorkers.standsIn), sql`access.away_works(${fileWorkers.standsIn}, ${fileWorkers.personId})`),
      ),
    )
    .orderBy(asc(fileWorkers.fromOn), asc(fileWorkers.id)),
)

/** The work of an account that is not over by this day; standing in counts as long as whoever is away works there. */
export const workOf = async (tx: Tx, accountId: Id, today: Day): Promise<Worker[]> =>
  (await workFrom(tx, { accountId, today })).map(asWorker)

/** Whether an account stands in for a colleague on somebody of this person's family. */
export async function standsInFamily(tx: Tx, accountId: Id, personId: Id): Promise<boolean> {
  const { rows } = await tx.execute<{ stands: boolean }>(
    sql`select access.stands_in_family(${accountId}, ${personId}) as stands`,
  )
  return rows[0]?.stands === true
}

/** Whether an account has somebody else in this person's family, whom the one away does not have. */
export async function standsOpposed(tx: Tx, accountId: Id, personId: Id, awayId: Id): Promise<boolean> {
  const { rows } = await tx.execute<{ stands: boolean }>(
    sql`select access.stands_opposed(${accountId}, ${personId}, ${awayId}) as stands`,
  )
  return rows[0]?.stands === true
}

const withAccount = builtOnce(['accountId'], (from, { accountId }) =>
  from.select({ id: personDetails.personId }).from(personDetails).where(eq(personDetails.accountId, accountId)),
)

export const personsWithAccount = async (tx: Tx, accountId: Id): Promise<Id[]> =>
  (await withAccount(tx, { accountId })).map((row) => row.id)

/** Names of who works on the files that the actor reads, or wrote in them. */
export async function workerNames(tx: Tx, personIds: readonly Id[]): Promise<Map<Id, string>> {
  const { rows } = await tx.execute<{ id: Id; name: string }>(
    sql`select id, name from access.worker_names(${sql.param([...personIds])}::uuid[])`,
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Who may work on files of a provision, by name; nobody for whoever does not work there. */
export async function colleaguesIn(tx: Tx, provisionId: Id): Promise<{ id: Id; name: string }[]> {
  const { rows } = await tx.execute<{ id: Id; name: string }>(
    sql`select id, name from access.colleagues(${provisionId}) order by name, id`,
  )
  return rows
}

/** Whether an account serves another adult of this person's family now, without a decision on record. */
export async function servesTheOther(tx: Tx, accountId: Id, personId: Id): Promise<boolean> {
  const { rows } = await tx.execute<{ serves: boolean }>(
    sql`select access.serves_the_other(${accountId}, ${personId}) as serves`,
  )
  return rows[0]?.serves === true
}

export async function insertDecision(tx: Tx, row: typeof bothSidesDecisions.$inferInsert): Promise<void> {
  await tx.insert(bothSidesDecisions).values(row)
}

/** Removes everything known of the persons of these families; notes go before. */
export async function destroyPersons(tx: Tx, familyIds: readonly Id[]): Promise<void> {
  const ids = await tx
    .select({ id: familyMembers.personId })
    .from(familyMembers)
    .where(inArray(familyMembers.familyId, [...familyIds]))
  const list = ids.map((row) => row.id)
  await tx.delete(bothSidesDecisions).where(inArray(bothSidesDecisions.familyId, [...familyIds]))
  await tx.delete(familyMembers).where(inArray(familyMembers.familyId, [...familyIds]))
  if (list.length === 0) return
  await tx.delete(authority).where(inArray(authority.childId, list))
  await tx.delete(childHomes).where(inArray(childHomes.childId, list))
  await tx.delete(fileWorkers).where(inArray(fileWorkers.personId, list))
  await tx.delete(personDetails).where(inArray(personDetails.personId, list))
  await tx.delete(persons).where(inArray(persons.id, list))
}

/** Whose file they are, before it is destroyed. */
export async function personsIn(tx: Tx, familyIds: readonly Id[]): Promise<Id[]> {
  const rows = await tx
    .select({ id: familyMembers.personId })
    .from(familyMembers)
    .where(inArray(familyMembers.familyId, [...familyIds]))
  return rows.map((row) => row.id)
}
