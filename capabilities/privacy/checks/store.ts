import { sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import { type Id, newId } from '../../../foundation/id.ts'
import type { AuditCheck } from './check.ts'

type Row = {
  checkedAt: string
  upTo: number
  upToAt: string | null
  head: string | null
  why: string | null
  block: number | null
  brokenAt: string | null
}

/** The last check; with `held` the last one that found nothing wrong. */
export async function lastCheck(tx: Tx, only?: 'held'): Promise<AuditCheck | undefined> {
  const { rows } = await tx.execute<Row>(sql`select checked_at as "checkedAt", up_to as "upTo", up_to_at as "upToAt",
      encode(head, 'hex') as head, broken_why as why, broken_block as block, broken_at as "brokenAt"
    from logs.audit_checks where ${only === 'held' ? sql`broken_why is null` : sql`true`} order by checked_at desc limit 1`)
  const [row] = rows
  if (row === undefined) return undefined
  const { checkedAt, upTo, upToAt, head, why, block, brokenAt } = row
  return {
    ...{ checkedAt: new Date(checkedAt), upTo, upToAt: moment(upToAt), head },
    broken: why === null ? undefined : { why, block, at: moment(brokenAt) },
  }
}

const moment = (text: string | null): Date | null => (text === null ? null : new Date(text))

export type NewCheck = {
  readonly upTo: number
  readonly upToAt: string | null
  readonly head: string | null
  readonly rowsAfter: number
  readonly rows: number
  readonly why: string | null
  readonly block: number | null
}

/** Keeps what came of a check. It does not hold from the minute of the block before the broken one, or where the end was cut off. */
export async function keepCheck(tx: Tx, given: NewCheck): Promise<void> {
  await tx.execute(sql`insert into logs.audit_checks
    (id, up_to, up_to_at, head, rows_after, row_count, broken_why, broken_block, broken_at)
    values (${newId()}, ${given.upTo}, ${given.upToAt}, decode(${given.head}, 'hex'), ${given.rowsAfter}, ${given.rows},
      ${given.why}, ${given.block}, coalesce(
        (select max(minute) from logs.audit_blocks where number < ${given.block}),
        (select min(minute) from logs.audit_blocks where number >= ${given.block}),
        case when ${given.why} = 'head-unknown' then ${given.upToAt}::timestamptz end))`)
}

/** Who reads the audit log; for the background jobs. */
export async function watchers(tx: Tx): Promise<Id[]> {
  const { rows } = await tx.execute<{ id: Id }>(sql`select id from access.audit_watchers() as id order by id`)
  return rows.map(({ id }) => id)
}
