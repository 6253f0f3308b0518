import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../database/connect.ts'
import type { Id } from '../../foundation/id.ts'
import type { AuditBlock, AuditRow } from './chain.ts'
import type { LoggedAct, ProcessingLine } from './processing-line.ts'

export type NewAuditRow = Omit<AuditRow, 'beganAt' | 'at'>

/** The moments and the block come from the database itself; the application may not write them. */
export async function insertAuditRow(tx: Tx, row: NewAuditRow): Promise<void> {
  await tx.execute(auditRow(row))
}

/** The statement that writes this row. */
export const auditRow = (row: NewAuditRow): SQL =>
  sql`insert into logs.audit_rows
    (id, trace_id, actor_id, acting_roles, act, kind, subject_ids, object_ids, municipality_ids, result, reason, origin, route)
    values (${row.id}, ${row.traceId}, ${row.actorId}, ${sql.param(row.actingRoles)}::text[], ${row.act}, ${row.kind},
      ${sql.param(row.subjectIds)}::uuid[], ${sql.param(row.objectIds)}::text[], ${sql.param(row.municipalityIds)}::uuid[],
      ${row.result}, ${row.reason}, ${row.origin}, ${row.route})`

export async function seal(tx: Tx): Promise<number> {
  return theNumber(await tx.execute(sql`select logs.seal() as n`))
}

export async function destroyExpired(tx: Tx): Promise<number> {
  return theNumber(await tx.execute(sql`select logs.destroy_expired() as n`))
}

/** Holds off sealing and destroying until the end of this transaction, so that the chain stands still while it is read. */
export async function holdTheChain(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(7204511649)`)
}

/** Headers after this number, in order, so many at most. */
export async function blocksAfter(tx: Tx, number: number, most: number): Promise<AuditBlock[]> {
  const { rows } = await tx.execute<AuditBlock>(sql`select number, row_count as "rowCount",
      to_char(minute at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as minute,
      encode(rows_hash, 'hex') as "rowsHash", encode(previous_hash, 'hex') as "previousHash", encode(hash, 'hex') as hash,
      to_char(destroyed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "destroyedAt"
    from logs.audit_blocks where number > ${number} order by number limit ${most}`)
  return rows
}

export type RowInBlock = AuditRow & { readonly block: number }

/** Rows of the blocks from `first` up to and including `last` in the order of block and id, a page at a time by key. */
export async function rowsOfBlocks(
  tx: Tx,
  { first, last, after, most }: { first: number; last: number; after: RowInBlock | undefined; most: number },
): Promise<RowInBlock[]> {
  const from = after === undefined ? sql`true` : sql`(block_number, id) > (${after.block}, ${after.id}::uuid)`
  const { rows } = await tx.execute<RowInBlock>(sql`select id, block_number as block,
      to_char(began_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "beganAt",
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
      trace_id as "traceId", actor_id as "actorId", acting_roles as "actingRoles", act, kind,
      subject_ids as "subjectIds", object_ids as "objectIds", municipality_ids as "municipalityIds",
      result, reason, origin, route
    from logs.audit_rows where block_number between ${after?.block ?? first} and ${last} and ${from}
    order by block_number, id limit ${most}`)
  return rows
}

export async function unsealedRows(tx: Tx): Promise<number> {
  return theNumber(await tx.execute(sql`select count(*) as n from logs.audit_rows where block_number is null`))
}

/** Rows of a block after this number that is not there. */
export async function rowsWithoutBlock(tx: Tx, after: number): Promise<number> {
  return theNumber(
    await tx.execute(sql`select count(*) as n from logs.audit_rows r
      where block_number > ${after} and not exists (select from logs.audit_blocks b where b.number = r.block_number)`),
  )
}

/** The last block of which the processing log is written; locks it, so that two writers take turns. */
export async function processedUpTo(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ n: number }>(sql`select block_number as n from logs.processing_cursor for update`)
  if (rows[0] === undefined) throw new Error('only the background jobs write the processing log')
  return rows[0].n
}

export async function nextBlockAfter(tx: Tx, number: number): Promise<number | undefined> {
  const { rows } = await tx.execute<{ n: number | null }>(
    sql`select min(number) as n from logs.audit_blocks where number > ${number}`,
  )
  return rows[0]?.n ?? undefined
}

/** What people were concerned by the acts in a block, at most so many after this one; acts without people give no lines. */
export async function actsInBlock(tx: Tx, number: number, after: Id | null, most: number): Promise<LoggedAct[]> {
  const { rows } =
    await tx.execute<LoggedAct>(sql`select id, trace_id as "traceId", act, result, subject_ids as "subjectIds",
      municipality_ids as "municipalityIds", began_at as "beganAt", at
    from logs.audit_rows where block_number = ${number} and cardinality(subject_ids) > 0
      and (${after}::uuid is null or id > ${after}::uuid)
    order by id limit ${most}`)
  return rows
}

export type KeptLine = ProcessingLine & { readonly municipalityIds: readonly Id[] }

/** As one document per statement, because every page view of a minute has its own lines. */
export async function insertLines(tx: Tx, lines: readonly KeptLine[]): Promise<void> {
  if (lines.length === 0) return
  await tx.execute(sql`insert into logs.processing_lines (trace_id, span_id, parent_span_id, status, name, started_at, ended_at,
      processing_activity_id, data_subject_id, data_subject_id_type, municipality_ids)
    select "traceId", "spanId", "parentSpanId", status, name, "startedAt", "endedAt", "processingActivityId", "dataSubjectId",
      "dataSubjectIdType", "municipalityIds"
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as line ("traceId" text, "spanId" text, "parentSpanId" text,
      status text, name text, "startedAt" timestamptz, "endedAt" timestamptz, "processingActivityId" text, "dataSubjectId" text,
      "dataSubjectIdType" text, "municipalityIds" uuid[])`)
}

export async function moveCursor(tx: Tx, to: number): Promise<void> {
  await tx.execute(sql`update logs.processing_cursor set block_number = ${to}`)
}

function theNumber(result: { rows: Record<string, unknown>[] }): number {
  return Number(result.rows[0]?.n)
}
