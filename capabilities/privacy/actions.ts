import type { KeyObject } from 'node:crypto'
import type { Tx } from '../../database/connect.ts'
import { inScope } from '../../database/transaction.ts'
import { inChunks } from '../../foundation/chunks.ts'
import type { Id } from '../../foundation/id.ts'
import type { Actor } from '../access/actor.ts'
import { type LoggedAct, linesOf } from './processing-line.ts'
import * as store from './store.ts'

/**
 * Puts the audit rows of before this minute that are in no block yet in the next block of the chain; gives their number.
 * A row that commits late comes in a later block; two sealers at once take turns.
 */
export const sealAudit = (actor: Actor): Promise<number> => inScope(actor, store.seal)

/** Destroys whole blocks past their term, and processing lines past it; gives the number of blocks. Only the background jobs may. */
export const destroyExpiredLogs = (actor: Actor): Promise<number> => inScope(actor, store.destroyExpired)

/** So many acts are in memory at once, each with the ids of all whom a page showed; and so many lines go in one statement. */
const ACTS_AT_ONCE = 200
const LINES_AT_ONCE = 1_000

/**
 * Writes the processing log up to the last sealed block, each block once: lines and cursor move in one transaction,
 * so a job that dies halfway leaves nothing half. Gives the number of lines. Only the background jobs may.
 */
export async function writeProcessingLog(actor: Actor, key: KeyObject): Promise<number> {
  let written = 0
  for (;;) {
    const lines = await inScope(actor, (tx) => writeNextBlock(tx, key))
    if (lines === undefined) return written
    written += lines
  }
}

async function writeNextBlock(tx: Tx, key: KeyObject): Promise<number | undefined> {
  const next = await store.nextBlockAfter(tx, await store.processedUpTo(tx))
  if (next === undefined) return undefined
  let written = 0
  const pseudonyms = new Map<Id, string>()
  let last: Id | null = null
  do {
    const acts: LoggedAct[] = await store.actsInBlock(tx, next, last, ACTS_AT_ONCE)
    for (const lines of inChunks(linesOfAll(acts, key, pseudonyms), LINES_AT_ONCE)) {
      await store.insertLines(tx, lines)
      written += lines.length
    }
    last = acts.length < ACTS_AT_ONCE ? null : (acts.at(-1)?.id ?? null)
  } while (last !== null)
  await store.moveCursor(tx, next)
  return written
}

/** One by one: an import concerns a hundred thousand people in one act. */
function* linesOfAll(
  acts: readonly LoggedAct[],
  key: KeyObject,
  pseudonyms: Map<Id, string>,
): Generator<store.KeptLine, void> {
  for (const act of acts)
    for (const line of linesOf(act, key, pseudonyms)) yield { ...line, municipalityIds: act.municipalityIds }
}
