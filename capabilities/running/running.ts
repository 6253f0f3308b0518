/** One queue of background jobs. */
export type QueueState = {
  readonly queue: string
  readonly waiting: number
  readonly running: number
  readonly failed: number
  readonly oldestWaitingAt: Date | null
  readonly lastDoneAt: Date | null
}

export type Waiting = { readonly count: number; readonly oldestAt: Date | null }

/** Whether the product does its work: counts, moments, sizes and versions of the whole installation. */
export type Running = {
  readonly queues: readonly QueueState[]
  readonly messagesWaiting: Waiting
  readonly messagesGivenUp: number
  readonly unsealed: Waiting
  readonly lastBlock: { readonly number: number; readonly sealedAt: Date | null } | undefined
  readonly lastBackupAt: Date | null
  readonly lastVerifiedAt: Date | null
  /** What the check of every night found last; undefined before the first. */
  readonly auditCheck: AuditState | undefined
  /** The largest first. */
  readonly tables: readonly { readonly name: string; readonly bytes: number }[]
  readonly databaseBytes: number
  /** Of the disk on which the data folder stands; undefined where the system does not tell. */
  readonly disk: { readonly freeBytes: number; readonly totalBytes: number } | undefined
  readonly product: string
  readonly database: string
  readonly lastMigration: string
}

/** Whether the chain of the audit log holds: up to where, or since when not. */
export type AuditState = {
  readonly holds: boolean
  /** Up to this moment it was looked at, or (when it does not hold) all is right; null where nobody knows. */
  readonly until: Date | null
  readonly checkedAt: Date | null
}

export type Found = {
  readonly what: string
  readonly code: string
  readonly n: number
  readonly since: Date | null
  readonly lastAt: Date | null
}

/** The counted lines by what they are about. */
export function toldBy(found: readonly Found[]) {
  const one = (what: string, code: string) => found.find((line) => line.what === what && line.code === code)
  const waiting = (...lines: (Found | undefined)[]): Waiting => ({
    count: lines.reduce((sum, line) => sum + (line?.n ?? 0), 0),
    oldestAt: oldest(lines.map((line) => line?.since ?? null)),
  })
  const block = one('block', 'last')
  const check = found.find(({ what }) => what === 'check')
  return {
    // What failed is tried again, so it waits.
    messagesWaiting: waiting(one('message', 'queued'), one('message', 'failed')),
    messagesGivenUp: one('message', 'given-up')?.n ?? 0,
    unsealed: waiting(one('audit', 'unsealed')),
    lastBlock: block && { number: block.n, sealedAt: block.lastAt },
    lastBackupAt: one('act', 'backup.made')?.lastAt ?? null,
    lastVerifiedAt: one('act', 'audit.verified')?.lastAt ?? null,
    auditCheck: check && { holds: check.code === 'holds', until: check.since, checkedAt: check.lastAt },
  }
}

const oldest = (moments: readonly (Date | null)[]): Date | null =>
  moments.reduce((first, one) => (first === null || (one !== null && one < first) ? one : first), null)
