import { setImmediate } from 'node:timers/promises'
import type { Tx } from '../../../database/connect.ts'
import { allOrNothing, inScope, isInTransaction } from '../../../database/transaction.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import { registerMany } from '../../cases/actions.ts'
import { audited } from '../../privacy/audit.ts'
import { cancelImport, takeBack } from '../actions.ts'
import { removeChanges, removeChangesBefore } from '../correcting/store.ts'
import { reading, type Surroundings } from '../examine.ts'
import { countFrom, type Matched, markOf, matchRows, type RowMark } from '../matching.ts'
import { importInReach, openedFile, surroundings } from '../queries.ts'
import type { Registration, RowRead } from '../rows.ts'
import { mayStep } from '../steps.ts'
import * as store from '../store.ts'

const ROWS_PER_TURN = 250
const PROGRESS_EVERY_MS = 500
/** The part of the work, of the whole, that checking takes; the rest is bringing the rows in. */
const CHECKING = 0.15

/**
 * Brings in the rows of a confirmed import, in one transaction: at any moment all of them are there, or none. Only how far
 * it is can be seen before. Doing it twice is the same as once, and a run that was killed can be done again. When somebody
 * asks to stop meanwhile, what was written is taken back. Of the rows only a few thousand are in memory at a time.
 */
export async function runImport(actor: Actor, id: Id): Promise<Answer> {
  const opened = await inScope(actor, async () => {
    const row = (await importInReach(actor, id, 'change'))?.row
    return row !== undefined && mayStep(row.state, 'publish') ? openedFile(actor, row) : undefined
  })
  if (opened === undefined) return allow()
  if (!opened.ok) return opened
  const { row, table, around, corrections } = opened.value
  const progress = followProgress(actor, row)
  try {
    const said = { mapping: row.mapping, holdsOn: row.holdsOn, corrections }
    const read = await checkInTurns(() => reading(table, around, said), progress)
    const checked = { ...read, hasFaults: read.hasFaults || table.faults.length > 0 }
    return await audited(actor, { act: 'import.finished', municipalityId: row.municipalityId }, (tx) =>
      publish(tx, actor, { id, checked, around, progress, corrections: corrections.length }),
    )
  } finally {
    progress.stop()
  }
}

/**
 * Takes back what an import brought in once somebody asked for it: at any moment all of it is there, or none. Doing it twice
 * is the same as once, and a run that was killed can be done again.
 */
export async function undoInBackground(actor: Actor, id: Id): Promise<Answer> {
  const found = await importInReach(actor, id, 'change')
  if (found?.row.state !== 'undoing') return allow()
  return audited(actor, { act: 'import.taken-back', municipalityId: found.row.municipalityId }, async (tx) => {
    const row = await store.lock(tx, id)
    return row === undefined ? allow() : takeBack(actor, row)
  })
}

/** Takes back what a job that died left undone; for the background tasks. Leaves alone what is being taken back at this moment. */
export async function undoLeftBehind(actor: Actor): Promise<number> {
  const left = await inScope(actor, (tx) => store.toTakeBack(tx))
  for (const { id } of left) {
    const isFree = await inScope(actor, async (tx) => (await store.lock(tx, id, { mayWait: false })) !== undefined)
    if (isFree) await undoInBackground(actor, id)
  }
  return left.length
}

type MarkedRow = RowMark & { readonly line: number }

type Checked = {
  readonly marks: readonly MarkedRow[]
  /** Whether any row has a fault. */
  readonly hasFaults: boolean
  /** Reads the rows once more, to be brought in. */
  readonly again: () => Generator<RowRead, void>
}

/** Checks row by row, letting requests through in between; of each good row its mark is kept. */
async function checkInTurns(again: Checked['again'], progress: Progress): Promise<Checked> {
  const marks: MarkedRow[] = []
  let [done, hasFaults] = [0, false]
  for (const read of again()) {
    if ('registration' in read) marks.push({ ...markOf(read.registration), line: read.line })
    else hasFaults = true
    progress.reach(CHECKING * ++done)
    if (done % ROWS_PER_TURN === 0) await setImmediate()
  }
  return { marks, hasFaults, again }
}

type ToPublish = {
  readonly id: Id
  readonly checked: Checked
  /** What the rows were checked with. */
  readonly around: Surroundings
  readonly progress: Progress
  /** How many cells were put right on screen. */
  readonly corrections: number
}

/** The one step in which rows become records. Another process may have been first: then there is nothing to do. */
async function publish(
  tx: Tx,
  actor: Actor,
  { id, checked, around, progress, corrections }: ToPublish,
): Promise<Answer> {
  const row = await store.lock(tx, id)
  if (row === undefined || !mayStep(row.state, 'publish')) return allow()
  const now = await surroundings(actor, row.municipalityId, row.programmeCode)
  const hasChanged = !isSame(around, now) || (checked.hasFaults && !row.onlyGood)
  if (hasChanged) return giveUp(tx, row, 'import-surroundings-changed')
  await store.lockProvision(tx, row.provisionId)
  const earlier = await store.marksIn(tx, row.provisionId)
  const { added, known, changed } = matchRows(checked.marks, earlier)
  const brought = await allOrNothing(tx, () => bringIn(tx, actor, row, { checked, earlier, added, known, progress }))
  if (!brought.ok) return brought.reason === 'import-cancelled' ? stop(tx, row) : giveUp(tx, row, brought.reason)
  await store.update(tx, row, {
    ...{ goodCount: checked.marks.length, addedCount: added.length, knownCount: known.size, changedCount: changed },
    ...{ correctedCount: corrections, state: 'done', finishedAt: new Date() },
  })
  await store.removeFile(tx, row)
  return allow()
}

type ToBringIn = Pick<ToPublish, 'checked' | 'progress'> &
  Pick<Matched<MarkedRow, Id>, 'added' | 'known'> & { readonly earlier: readonly store.EarlierMark[] }

/** Writes the new rows and their marks. Refuses to go on when somebody asked to stop; then all of it is to be taken back. */
async function bringIn(
  tx: Tx,
  actor: Actor,
  row: store.Import,
  { checked, earlier, added, known, progress }: ToBringIn,
): Promise<Answer> {
  const goesOn = async () => ((await store.isStopAsked(tx, row.id)) ? refuse('import-cancelled') : allow())
  const before = await goesOn()
  if (!before.ok) return before
  const registered = await registerMany(actor, row.provisionId, newRows(checked.again(), known), {
    importId: row.id,
    saved: (count) => {
      progress.reach(CHECKING * row.rowCount + (1 - CHECKING) * count)
      return goesOn()
    },
  })
  if (!registered.ok) return registered
  const count = countFrom(earlier)
  const marks = added.map(({ line: _, ...mark }, at) => {
    const id = registered.value.trajectoryIds[at] ?? ''
    return { ...mark, id, occurrence: count(mark.content) }
  })
  await store.insertMarks(tx, row, marks)
  return goesOn()
}

/** The good rows that are not there yet, in the order of the file. */
function* newRows(reads: Iterable<RowRead>, known: ReadonlyMap<MarkedRow, Id>): Generator<Registration, void> {
  const there = new Set([...known.keys()].map(({ line }) => line))
  for (const read of reads) if ('registration' in read && !there.has(read.line)) yield read.registration
}

/** Whether rows would still be read the same; a run over midnight keeps its own today. */
const isSame = (then: Surroundings, now: Surroundings | undefined): boolean =>
  JSON.stringify({ ...then, today: '' }) === JSON.stringify({ ...now, today: '' })

/** Ends a running import with nothing brought in; the reason is shown to whoever started it. */
async function giveUp(tx: Tx, row: store.Import, reason: string): Promise<Answer> {
  await store.update(tx, row, { state: 'refused', refusedWith: reason, finishedAt: new Date() })
  await store.removeFile(tx, row)
  await removeChanges(tx, row)
  return refuse(reason)
}

/** Ends a running import as its user asked; nothing of it was brought in. */
async function stop(tx: Tx, row: store.Import): Promise<Answer> {
  await store.update(tx, row, { state: 'cancelled', finishedAt: new Date() })
  await store.removeFile(tx, row)
  await removeChanges(tx, row)
  return refuse('import-cancelled')
}

type Progress = { readonly reach: (rows: number) => void; readonly stop: () => void }

/**
 * Writes now and then how far it is, in transactions of its own, so that it shows while the import itself is one long
 * transaction. Inside a transaction that is running (the command line) nobody could see it, so nothing is written.
 */
function followProgress(actor: Actor, row: store.Import): Progress {
  let [done, isWriting] = [0, false]
  const write = async () => {
    if (isWriting) return
    isWriting = true
    await inScope(actor, (tx) => store.saveProgress(tx, row, Math.floor(done))).catch(() => undefined) // the next one may do
    isWriting = false
  }
  const timer = isInTransaction() ? undefined : setInterval(write, PROGRESS_EVERY_MS)
  return {
    reach: (rows) => {
      done = rows
    },
    stop: () => clearInterval(timer),
  }
}

const FILE_KEPT_HOURS = 24
/** A run that shows no sign of life this long has been given up by the queue as well. */
const SILENT_MINUTES = 30

/** What was put right is kept until the registrations of its year are accounted for, and no longer. */
const CORRECTIONS_KEPT_DAYS = 400

/**
 * Removes files that nobody finished within a day, and what was put right longer ago than a year and a month; ends runs
 * that died. For the background tasks.
 */
export async function removeStaleImports(actor: Actor, now: Date): Promise<number> {
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  return inScope(actor, async (tx) => {
    const stale = await store.leftBehind(tx, ago(FILE_KEPT_HOURS * 60), ago(SILENT_MINUTES))
    for (const { id } of stale) {
      const row = await store.lock(tx, id, { mayWait: false })
      if (row === undefined) continue
      if (row.state === 'running') await giveUp(tx, row, 'import-stopped')
      else if (mayStep(row.state, 'cancel')) await cancelImport(actor, id)
    }
    await removeChangesBefore(tx, ago(CORRECTIONS_KEPT_DAYS * 24 * 60))
    return stale.length
  })
}
