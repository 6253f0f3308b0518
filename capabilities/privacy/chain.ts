import { createHash } from 'node:crypto'
import type { Id } from '../../foundation/id.ts'

/** One line of the audit log (BIO2 8.15.01: act, object, result, origin, actor, moment). Moments are ISO texts with microseconds. */
export type AuditRow = {
  readonly id: Id
  readonly beganAt: string
  readonly at: string
  readonly traceId: string
  readonly actorId: Id
  readonly actingRoles: readonly string[]
  readonly act: string
  readonly kind: string
  readonly subjectIds: readonly Id[]
  readonly objectIds: readonly string[]
  readonly municipalityIds: readonly Id[]
  readonly result: string
  readonly reason: string | null
  readonly origin: string
  readonly route: string | null
}

/** The header of a block of rows; hashes in hex. */
export type AuditBlock = {
  readonly number: number
  readonly minute: string
  readonly rowCount: number
  readonly rowsHash: string
  readonly previousHash: string
  readonly hash: string
  readonly destroyedAt: string | null
}

/** What is wrong with a block. */
export type Break = { readonly block: number; readonly why: Why }
export type Why =
  | 'block-missing' // a number was skipped, or the first block is gone
  | 'chain-broken' // does not follow the block before it
  | 'header-changed'
  | 'row-missing'
  | 'row-added'
  | 'row-changed'
  | 'destroyed-early'
  | 'not-destroyed-whole'

const NOTHING_BEFORE = '00'.repeat(32)

/** BIO2 8.15.04 asks a term and names none; five years follows the practice in care. The database destroys by the same term. */
const TERM_YEARS = 5

/** The digest of one row, computed apart from the database: the fields in fixed order, one a line. */
export function rowDigest(row: AuditRow): Buffer {
  const fields = [
    row.id,
    row.beganAt,
    row.at,
    row.traceId,
    row.actorId,
    row.actingRoles.join(','),
    row.act,
    row.kind,
    row.subjectIds.join(','),
    row.objectIds.join(','),
    row.municipalityIds.join(','),
    row.result,
    row.reason ?? '',
    row.origin,
    row.route ?? '',
  ]
  return sha256(fields.join('\n'))
}

/** The hash over rows in the order of their ids. */
export function hashOfRows(rows: readonly AuditRow[]): string {
  const inOrder = [...rows].sort((one, other) => (one.id < other.id ? -1 : 1))
  return sha256(Buffer.concat(inOrder.map(rowDigest))).toString('hex')
}

export function hashOfBlock(block: Omit<AuditBlock, 'hash' | 'destroyedAt'>): string {
  const header = Buffer.from([block.number, block.minute, block.rowCount].join('\n'))
  return sha256(
    Buffer.concat([Buffer.from(block.previousHash, 'hex'), header, Buffer.from(block.rowsHash, 'hex')]),
  ).toString('hex')
}

/** What is wrong with the headers, in order: each must follow the one before and hash to what it says. */
export function breaksInHeaders(blocks: readonly AuditBlock[]): Break[] {
  return blocks.flatMap((block, at): Break[] => {
    const before = blocks[at - 1]
    const found: Why[] = []
    if (block.number !== (before?.number ?? 0) + 1) found.push('block-missing')
    else if (block.previousHash !== (before?.hash ?? NOTHING_BEFORE)) found.push('chain-broken')
    if (block.hash !== hashOfBlock(block)) found.push('header-changed')
    if (isDestroyedEarly(block)) found.push('destroyed-early')
    return found.map((why) => ({ block: block.number, why }))
  })
}

/** What is wrong with the rows of one block, or undefined. A block destroyed past its term has none, and that is no fault. */
export function breakInRows(block: AuditBlock, rows: readonly AuditRow[]): Break | undefined {
  const why = whyRowsDiffer(block, rows)
  return why === undefined ? undefined : { block: block.number, why }
}

function whyRowsDiffer(block: AuditBlock, rows: readonly AuditRow[]): Why | undefined {
  if (block.destroyedAt !== null) return rows.length > 0 ? 'not-destroyed-whole' : undefined
  if (rows.length < block.rowCount) return 'row-missing'
  if (rows.length > block.rowCount) return 'row-added'
  return hashOfRows(rows) === block.rowsHash ? undefined : 'row-changed'
}

/** A day of play, because the database adds years in its own time zone. */
function isDestroyedEarly({ minute, destroyedAt }: AuditBlock): boolean {
  if (destroyedAt === null) return false
  const end = new Date(minute)
  end.setUTCFullYear(end.getUTCFullYear() + TERM_YEARS)
  end.setUTCDate(end.getUTCDate() - 1)
  return new Date(destroyedAt) < end
}

const sha256 = (input: string | Buffer): Buffer => createHash('sha256').update(input).digest()
