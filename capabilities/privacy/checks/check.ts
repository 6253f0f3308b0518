import type { Break } from '../chain.ts'

/** What came of a check of the audit log: up to where it was looked at, or from where it does not hold. */
export type AuditCheck = {
  readonly checkedAt: Date
  /** The last block there was; 0 when there was none. */
  readonly upTo: number
  /** Rows of before this moment are in it. */
  readonly upToAt: Date | null
  readonly head: string | null
  readonly broken: Fault | undefined
}

/** The first thing that does not hold; absent block: it lies in none. */
export type Fault = {
  readonly why: string
  readonly block: number | null
  /** Until this moment all holds; unknown where it lies in no block. */
  readonly at: Date | null
}

/**
 * Of which block on the rows are computed: what was sealed since the last check that held, and what did not hold the last
 * time, so that a fault is not forgotten because a later part is right.
 */
export function rowsAfter(last: AuditCheck | undefined, held: AuditCheck | undefined): number {
  if (last?.broken === undefined) return held?.upTo ?? 0
  return last.broken.block === null ? 0 : Math.max(0, Math.min(held?.upTo ?? 0, last.broken.block - 1))
}

/** The break in the earliest block; one that lies in no block comes after those. */
export function firstBreak<B extends { readonly block: Break['block'] | undefined }>(
  broken: readonly B[],
): B | undefined {
  return broken.toSorted(
    (one, other) => (one.block ?? Number.MAX_SAFE_INTEGER) - (other.block ?? Number.MAX_SAFE_INTEGER),
  )[0]
}

/** Whether this was told already after the check before: a fault is told once, and again when it moves or changes. */
export const isKnownFault = (last: AuditCheck | undefined, fault: Pick<Fault, 'why' | 'block'>): boolean =>
  last?.broken?.why === fault.why && last.broken.block === fault.block
