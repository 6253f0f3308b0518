import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { builtOnce } from '../../../database/built-once.ts'
import type { Tx } from '../../../database/connect.ts'
import { type Day, day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Steunfiguur } from './steunfiguur.ts'
import { steunfiguren } from './tables.ts'

/** Of one child, two at the same moment wait for each other. */
export const oneAtATime = (tx: Tx, childId: Id) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${childId}, 6806806806))`)

const ofChild = builtOnce(['childId'], (from, { childId }) =>
  from
    .select()
    .from(steunfiguren)
    .where(eq(steunfiguren.childId, childId))
    .orderBy(desc(steunfiguren.startsOn), asc(steunfiguren.id)),
)

const asOne = (row: typeof steunfiguren.$inferSelect): Steunfiguur => {
  const { id, childId, kind, called, organisation, agreedBy } = row
  const endsOn = row.endsOn === null ? null : day(row.endsOn)
  return {
    id,
    childId,
    kind,
    called,
    organisation,
    agreedBy,
    endsOn,
    startsOn: day(row.startsOn),
    agreedOn: day(row.agreedOn),
  }
}

/** Who is or was there for a child, the latest first, as far as the database lets this actor see it. */
export async function steunfigurenOf(tx: Tx, childId: Id): Promise<Steunfiguur[]> {
  return (await ofChild(tx, { childId })).map(asOne)
}

export async function insert(tx: Tx, row: typeof steunfiguren.$inferInsert): Promise<void> {
  await tx.insert(steunfiguren).values(row)
}

export async function end(tx: Tx, id: Id, { endsOn, endedBy }: { endsOn: Day; endedBy: Id }): Promise<void> {
  await tx
    .update(steunfiguren)
    .set({ endsOn, endedBy, endedAt: sql`date_trunc('milliseconds', clock_timestamp())` })
    .where(and(eq(steunfiguren.id, id), isNull(steunfiguren.endsOn)))
}

/** Removes who was there for these persons; for the end of a file only. */
export async function destroySteunfiguren(tx: Tx, personIds: readonly Id[]): Promise<void> {
  if (personIds.length > 0) await tx.delete(steunfiguren).where(inArray(steunfiguren.childId, [...personIds]))
}
