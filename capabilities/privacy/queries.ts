import { inScope } from '../../database/transaction.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { may } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import { type AuditBlock, type Break, breakInRows, breaksInHeaders } from './chain.ts'
import * as store from './store.ts'

export type Verdict = {
  readonly blocks: number
  readonly rows: number
  readonly unsealed: number
  /** The hash of the last block: keep it elsewhere, and a tail that was cut off shows too. */
  readonly head: string | undefined
  readonly broken: readonly (
    | Break
    | { readonly block: undefined; readonly why: 'head-unknown' | 'rows-without-block' }
  )[]
}

/** So many blocks are read at once; a block is a minute. */
const BLOCKS_AT_ONCE = 500

/**
 * Computes the whole chain anew, apart from the database, and tells what does not hold (BIO2 8.15.06).
 * `knownHead` is a head kept elsewhere after an earlier check: it must still be in the chain.
 * Refuses who may not read the audit log of the whole platform, since the chain runs over all municipalities.
 */
export async function verifyAudit(actor: Actor, knownHead?: string): Promise<Answer<Verdict>> {
  if (!mayVerify(actor)) return refuse('audit-of-everyone-needed')
  return inScope(actor, async (tx) => {
    await store.holdTheChain(tx)
    const blocks = await store.allBlocks(tx)
    const broken: Verdict['broken'][number][] = breaksInHeaders(blocks)
    if (knownHead !== undefined && !blocks.some((block) => block.hash === knownHead)) {
      broken.push({ block: undefined, why: 'head-unknown' })
    }
    if ((await store.rowsWithoutBlock(tx)) > 0) broken.push({ block: undefined, why: 'rows-without-block' })
    let rows = 0
    for (let at = 0; at < blocks.length; at += BLOCKS_AT_ONCE) {
      const checked = await checkRows(tx, blocks.slice(at, at + BLOCKS_AT_ONCE))
      rows += checked.rows
      broken.push(...checked.broken)
    }
    const unsealed = await store.unsealedRows(tx)
    return allow({ blocks: blocks.length, rows, unsealed, head: blocks.at(-1)?.hash, broken })
  })
}

const mayVerify = (actor: Actor): boolean => may(actor, 'read', 'audit', {})

async function checkRows(tx: Parameters<typeof store.rowsOfBlocks>[0], blocks: readonly AuditBlock[]) {
  const rows = await store.rowsOfBlocks(tx, blocks[0]?.number ?? 0, blocks.at(-1)?.number ?? 0)
  const ofBlock = Map.groupBy(rows, (row) => row.block)
  return {
    rows: rows.length,
    broken: blocks.flatMap((block) => breakInRows(block, ofBlock.get(block.number) ?? []) ?? []),
  }
}
