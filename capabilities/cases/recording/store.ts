import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import { insertion } from '../../../database/insert-many.ts'
import type { Id } from '../../../foundation/id.ts'
import { trajectoryEvents } from '../tables.ts'
import type { NewEvent } from '../trajectory.ts'

/**
 * The moment for everything that this transaction records in a municipality. From here to the commit nobody else
 * records there, so ask for it late. Later than every earlier one, also when the clock was set back.
 */
export async function recordingMoment(tx: Tx, municipalityId: Id): Promise<Date> {
  const { rows } = await tx.execute<{ moment: string | Date }>(
    sql`select recording_moment(${municipalityId}) as moment`,
  )
  return asDate(rows[0]?.moment)
}

/** The latest moment up to which everything is visible; undefined when `asked` lies in the future. */
export async function settledMoment(tx: Tx, municipalityIds: readonly Id[], asked?: Date): Promise<Date | undefined> {
  const ids = sql.join(
    municipalityIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  )
  const { rows } = await tx.execute<{ moment: string | Date | null }>(
    sql`select settled_moment(array[${ids}]::uuid[], ${asked?.toISOString() ?? null}::timestamptz) as moment`,
  )
  const moment = rows[0]?.moment
  return moment === null ? undefined : asDate(moment)
}

/** The two drivers give a moment as text or as a Date. */
function asDate(moment: string | Date | undefined): Date {
  if (moment === undefined) throw new Error('the database gave no moment')
  return new Date(moment)
}

/**
 * The statement that records these of one municipality at the moment that it runs, which it asks itself as `recordingMoment`
 * does: nobody else there waits while an application thinks.
 */
export const eventsRecordedNow = (municipalityId: Id, rows: readonly NewEvent[]): SQL =>
  insertion(trajectoryEvents, rows, { recordedAt: sql`recording_moment(${municipalityId})` })
