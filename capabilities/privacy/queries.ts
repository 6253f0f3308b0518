import { inScope } from '../../database/transaction.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { may } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import { type AuditBlock, type Break, breaksInHeader, breaksInRows, rowsHash } from './chain.ts'
import * as store from './store.ts'

export type Verdict = {
  readonly blocks: number
  readonly rows: number
  readonly unsealed: number
  /** The hash of the last block: keep it elsewhere, and a tail that was cut off shows too. */
  readonly head: string | undefined
  /** The last block, with the minute up to which rows are in it. */
  readonly last: Pick<AuditBlock, 'number' | 'minute'> | undefined
  /** What does not hold, a thousand at most. */
  readonly broken: readonly Broken[]
}
export type Broken = Break | { readonly block: undefined; readonly why: 'head-unknown' | 'rows-without-block' }

/** So much is in memory at once, however long the log is and however many rows one block has. */
const HEADERS_AT_ONCE = 2_000
const ROWS_AT_ONCE = 2_000
const MOST_TOLD = 1_000

/** Which part of the log is computed anew. */
export type Part = {
  /** A head kept after an earlier check: it must still be in the chain. */
  readonly knownHead?: string | undefined
  /** Rows of this block and those before it were found right earlier: of these the headers alone. */
  readonly rowsAfter?: number
}

/**
 * Computes the chain anew, apart from the database, and tells what does not hold (BIO2 8.15.06): every header, and the rows
 * of every block unless told otherwise.
 * Refuses who may not read the audit log of the whole platform, since the chain runs over all municipalities.
 */
export async function verifyAudit(actor: Actor, { knownHead, rowsAfter = 0 }: Part = {}): Promise<Answer<Verdict>> {
  if (!may(actor, 'read', 'audit', {})) return refuse('audit-of-everyone-needed')
  return inScope(actor, async (tx) => {
    await store.holdTheChain(tx)
    const broken: Broken[] = []
    const tell = (found: readonly Broken[]) => broken.push(...found.slice(0, MOST_TOLD - broken.length))
    let [blocks, rows, isKnown] = [0, 0, knownHead === undefined]
    let last: AuditBlock | undefined
    for (;;) {
      const headers = await store.blocksAfter(tx, last?.number ?? Number.MIN_SAFE_INTEGER, HEADERS_AT_ONCE)
      for (const block of headers) {
        tell(breaksInHeader(block, last))
        isKnown ||= block.hash === knownHead
        last = block
      }
      blocks += headers.length
      rows += await checkRows(
        tx,
        headers.filter(({ number }) => number > rowsAfter),
        tell,
      )
      if (headers.length < HEADERS_AT_ONCE) break
    }
    if (!isKnown) tell([{ block: undefined, why: 'head-unknown' }])
    if ((await store.rowsWithoutBlock(tx, rowsAfter)) > 0) tell([{ block: undefined, why: 'rows-without-block' }])
    const unsealed = await store.unsealedRows(tx)
    return allow({
      ...{ blocks, rows, unsealed, head: last?.hash, broken },
      last: last && { number: last.number, minute: last.minute },
    })
  })
}

type Tx = Parameters<typeof store.rowsOfBlocks>[0]

/** Goes through the rows of these blocks in order, a page at a time; gives how many there are. */
async function checkRows(tx: Tx, blocks: readonly AuditBlock[], tell: (found: Broken[]) => void): Promise<number> {
  const [first, last] = [blocks[0]?.number, blocks.at(-1)?.number]
  if (first === undefined || last === undefined) return 0
  let [count, at, hash] = [0, 0, rowsHash()]
  const closeUpTo = (number: number) => {
    for (let block = blocks[at]; block !== undefined && block.number < number; block = blocks[at]) {
      tell(breaksInRows(block, hash))
      hash = rowsHash()
      at += 1
    }
  }
  let after: store.RowInBlock | undefined
  do {
    const page = await store.rowsOfBlocks(tx, { first, last, after, most: ROWS_AT_ONCE })
    for (const row of page) {
      closeUpTo(row.block)
      // What is in a block that is not there is told apart.
      if (blocks[at]?.number === row.block) hash.add(row)
    }
    count += page.length
    after = page.length < ROWS_AT_ONCE ? undefined : page.at(-1)
  } while (after !== undefined)
  closeUpTo(last + 1)
  return count
}
