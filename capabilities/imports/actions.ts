import type { Tx } from '../../database/connect.ts'
import { inScope } from '../../database/transaction.ts'
import { type Id, newId } from '../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { may } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import { type Provision, placeOf, provisionWithId } from '../access/queries.ts'
import { withdrawImported } from '../cases/history/actions.ts'
import { headerHash, type Mapping } from './columns.ts'
import { addCorrections, type Correction } from './corrections.ts'
import { examine, propose, type Said, type Surroundings, whatIsSaid } from './examine.ts'
import { fileHash } from './matching.ts'
import { broughtInBefore, importInReach, limitsHere, type OpenedFile, openedFile, surroundings } from './queries.ts'
import { readTable, type Table } from './read-file.ts'
import { mayStep } from './steps.ts'
import * as store from './store.ts'

type Enqueue = (tx: Tx, queue: string, payload: { readonly importId: Id }) => Promise<void>
let enqueue: Enqueue | undefined

/** The job queue that confirmed imports go into; without one (the command line) whoever commits also runs. */
export const useQueue = (queue: Enqueue | undefined): void => {
  enqueue = queue
}

/**
 * Takes in a file for a provision and proposes what its columns hold; nobody sees anything of it yet. Refuses a file that
 * is no table of text or holds a BSN (nothing is kept of it), and one that was brought in before.
 */
export async function startImport(
  actor: Actor,
  { provisionId, bytes }: { provisionId: Id; bytes: Uint8Array },
): Promise<Answer<{ id: Id }>> {
  return inScope(actor, async (tx) => {
    const provision = await provisionWithId(actor, provisionId)
    if (provision === undefined || !may(actor, 'change', 'import', placeOf(provision))) return refuse('not-found')
    const table = readTable(bytes, limitsHere())
    if (!table.ok) return table
    const hash = fileHash(bytes)
    const before = await broughtInBefore(actor, provisionId, hash)
    if (before !== undefined) return before
    const open = await store.withFile(tx, provisionId, hash, ['uploaded', 'checked'])
    if (open?.createdBy === actor.personId) return allow({ id: open.id }) // sent twice, or taken up again
    return keepFile(tx, actor, { provision, table: table.value, bytes, hash })
  })
}

type NewFile = {
  readonly provision: Provision
  readonly table: Table
  readonly bytes: Uint8Array
  readonly hash: string
}

async function keepFile(tx: Tx, actor: Actor, { provision, table, bytes, hash }: NewFile): Promise<Answer<{ id: Id }>> {
  const around = await surroundings(actor, provision.municipalityId, provision.programmeCode)
  if (around === undefined) return refuse('programme-unknown', { code: provision.programmeCode })
  const saved = await store.savedMapping(tx, provision.id, headerHash(table.columns))
  const { municipalityId, organisationId, programmeCode } = provision
  const id = newId()
  const row = {
    ...{ id, municipalityId, organisationId, programmeCode, provisionId: provision.id, createdBy: actor.personId },
    ...{
      programmeVersion: around.programme.version,
      fileHash: hash,
      rowCount: table.rows.length + table.faults.length,
    },
    ...{ mapping: propose(table.columns, around, saved).mapping, holdsOn: around.today },
  }
  await store.insertImport(tx, row, bytes)
  return allow({ id })
}

/**
 * Says what the columns hold and on which day rows without one hold, remembers it for the next such file, and checks every
 * row. Refuses a mapping that misses a required question or names something twice.
 */
export async function chooseColumns(
  actor: Actor,
  id: Id,
  given: { mapping: Mapping; holdsOn?: string | undefined },
): Promise<Answer> {
  return changeOpen(actor, id, 'choose-columns', async (tx, { row, table, around, corrections }) => {
    const said = whatIsSaid(table, around, given, row.mapping)
    if (!said.ok) return said
    const { municipalityId, provisionId } = row
    await store.saveMapping(tx, {
      municipalityId,
      provisionId,
      headerHash: headerHash(table.columns),
      mapping: said.value.mapping,
    })
    await check(tx, row, { table, around, said: { ...said.value, corrections } })
    return allow()
  })
}

/** Puts cells right and checks every row anew; the file itself stays as it was. */
export async function correctCells(actor: Actor, id: Id, cells: readonly Correction[]): Promise<Answer> {
  return changeOpen(actor, id, 'correct', async (tx, { row, table, around, corrections: before }) => {
    const corrections = addCorrections(table, before, cells)
    if (!corrections.ok) return corrections
    await check(tx, row, {
      table,
      around,
      said: { mapping: row.mapping, holdsOn: row.holdsOn, corrections: corrections.value },
    })
    return allow()
  })
}

/** Runs `work` on an import that waits for its user, with nobody else changing it meanwhile. */
async function changeOpen(
  actor: Actor,
  id: Id,
  step: 'choose-columns' | 'correct',
  work: (tx: Tx, opened: OpenedFile) => Promise<Answer>,
): Promise<Answer> {
  return inScope(actor, async (tx) => {
    if ((await importInReach(actor, id, 'change')) === undefined) return refuse('not-found')
    const row = await store.lock(tx, id)
    if (row === undefined) return refuse('not-found')
    if (!mayStep(row.state, step)) return refuse('import-over')
    const opened = await openedFile(actor, row)
    return opened.ok ? work(tx, opened.value) : opened
  })
}

async function check(
  tx: Tx,
  row: store.Import,
  given: { table: Table; around: Surroundings; said: Said },
): Promise<void> {
  const { table, around, said } = given
  const findings = examine(table, around, said, await store.marksIn(tx, row.provisionId))
  const counts = { rowCount: findings.rows, goodCount: findings.good, addedCount: findings.added }
  const { mapping, holdsOn } = said
  await store.update(tx, row, {
    ...counts,
    state: 'checked',
    mapping,
    holdsOn,
    programmeVersion: around.programme.version,
  })
  await store.saveFindings(tx, row, findings, said.corrections)
}

/**
 * Confirms an import: from here a background job brings its rows in, all in one step. `onlyGood` leaves faulty rows out;
 * without it one faulty row refuses the whole. Saying so twice is the same as once.
 */
export async function commitImport(actor: Actor, id: Id, { onlyGood }: { onlyGood: boolean }): Promise<Answer> {
  return inScope(actor, async (tx) => {
    if ((await importInReach(actor, id, 'change')) === undefined) return refuse('not-found')
    const row = await store.lock(tx, id)
    if (row === undefined) return refuse('not-found')
    if (row.state === 'running' || row.state === 'done') return allow()
    if (row.state === 'uploaded') return refuse('import-not-checked')
    if (!mayStep(row.state, 'commit')) return refuse('import-over')
    const findings = await store.findingsOf(tx, id)
    if (findings === undefined) return refuse('import-not-checked')
    if (findings.faultyRows > 0 && !onlyGood) return refuse('import-has-faults', { rows: findings.faultyRows })
    if (findings.good === 0) return refuse('import-nothing-good')
    await store.lockProvision(tx, row.provisionId)
    const before = await broughtInBefore(actor, row.provisionId, row.fileHash)
    if (before !== undefined) return before
    await store.update(tx, row, { state: 'running', onlyGood, startedAt: new Date() })
    await store.startProgress(tx, row, findings.rows)
    await enqueue?.(tx, 'run-import', { importId: id })
    return allow()
  })
}

/** Stops an import before its rows are there; its file is removed. Refuses one that is over, or at this moment being brought in. */
export async function cancelImport(actor: Actor, id: Id): Promise<Answer> {
  return inScope(actor, async (tx) => {
    if ((await importInReach(actor, id, 'change')) === undefined) return refuse('not-found')
    const row = await store.lock(tx, id, { mayWait: false })
    if (row === undefined) return refuse('import-busy')
    if (row.state === 'cancelled') return allow()
    if (!mayStep(row.state, 'cancel')) return refuse('import-over')
    await store.update(tx, row, { state: 'cancelled', finishedAt: new Date() })
    await store.removeFile(tx, row)
    return allow()
  })
}

/**
 * Takes back everything that an import brought in, as known from now on: what was known before still answers as it did
 * . Its rows can be brought in again. Saying so twice is the same as once.
 */
export async function undoImport(actor: Actor, id: Id): Promise<Answer> {
  return inScope(actor, async (tx) => {
    if ((await importInReach(actor, id, 'change')) === undefined) return refuse('not-found')
    const row = await store.lock(tx, id)
    if (row?.state === 'undone') return allow()
    if (row === undefined || !mayStep(row.state, 'undo')) return refuse('import-not-done')
    await store.lockProvision(tx, row.provisionId)
    const withdrawn = await withdrawImported(actor, row.provisionId, id)
    if (!withdrawn.ok) return withdrawn
    await store.removeMarks(tx, row)
    await store.update(tx, row, { state: 'undone', undoneAt: new Date() })
    return allow()
  })
}
