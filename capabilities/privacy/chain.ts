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

/** The hash over the rows of one block, that come in the order of their ids, one after another: it holds none of them. */
export type RowsHash = {
  readonly add: (row: AuditRow) => void
  readonly count: () => number
  /** Once, at the end. */
  readonly digest: () => string
}

export function rowsHash(): RowsHash {
  const hash = createHash('sha256')
  let count = 0
  return {
    add: (row) => {
      hash.update(rowDigest(row))
      count += 1
    },
    count: () => count,
    digest: () => hash.digest('hex'),
  }
}

export function hashOfBlock(block: Omit<AuditBlock, 'hash' | 'destroyedAt'>): string {
  const header = Buffer.from([block.number, block.minute, block.rowCount].join('\n'))
  return sha256(
    Buffer.concat([Buffer.from(block.previousHash, 'hex'), header, Buffer.from(block.rowsHash, 'hex')]),
  ).toString('hex')
}

/** What is wrong with a header: it must follow the one before, hash to what it says, and keep its rows until their term. */
export function breaksInHeader(block: AuditBlock, before: AuditBlock | undefined): Break[] {
  const found: Why[] = []
  if (block.number !== (before?.number ?? 0) + 1) found.push('block-missing')
  else if (block.previousHash !== (before?.hash ?? NOTHING_BEFORE)) found.push('chain-broken')
  if (block.hash !== hashOfBlock(block)) found.push('header-changed')
  if (isDestroyedEarly(block)) found.push('destroyed-early')
  return found.map((why) => ({ block: block.number, why }))
}

/** What is wrong with the rows of one block, or nothing. A block destroyed past its term has none, and that is no fault. */
export function breaksInRows(block: AuditBlock, rows: RowsHash): Break[] {
  const why = whyRowsDiffer(block, rows)
  return why === undefined ? [] : [{ block: block.number, why }]
}

function whyRowsDiffer(block: AuditBlock, rows: RowsHash): Why | undefined {
  if (block.destroyedAt !== null) return rows.count() > 0 ? 'not-destroyed-whole' : undefined
  if (rows.count() < block.rowCount) return 'row-missing'
  if (rows.count() > block.rowCount) return 'row-added'
  return rows.digest() === block.rowsHash ? undefined : 'row-changed'
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
