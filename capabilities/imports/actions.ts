import type { Tx } from '../../database/connect.ts'
import { inScope } from '../../database/transaction.ts'
import { type Id, newId } from '../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { may } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import { type Provision, placeOf, provisionWithId } from '../access/queries.ts'
import { withdrawImported } from '../cases/imported/actions.ts'
import { type Brought, broughtHash, keptTable, takeIn, type WhichSheet } from './brought.ts'
import { headerHash, type Mapping } from './columns.ts'
import { changesIn } from './correcting/kept-change.ts'
import { insertChanges, removeChanges } from './correcting/store.ts'
import { addCorrections, type Correction } from './corrections.ts'
import { examine, propose, type Said, type Surroundings, whatIsSaid } from './examine.ts'
import { mappingBefore } from './mappings/queries.ts'
import { mappingName, nameFrom } from './mappings/saved-mapping.ts'
import { saveMapping } from './mappings/store.ts'
import { broughtInBefore, importInReach, limitsHere, type OpenedFile, openedFile, surroundings } from './queries.ts'
import { mayStep } from './steps.ts'
import * as store from './store.ts'
import type { Table } from './table.ts'

type Enqueue = (tx: Tx, queue: string, payload: { readonly importId: Id }) => Promise<void>
let enqueue: Enqueue | undefined

/** The job queue that confirmed imports go into, and large ones that are undone; without one (the command line) whoever says so also does it. */
export const useQueue = (queue: Enqueue | undefined): void => {
  enqueue = queue
}

/**
 * Takes in a file for a provision and proposes what its columns hold; nobody sees anything of it yet. Of a workbook with more
 * sheets the user is asked which, unless `sheet` says so. Refuses what cannot be read or holds a BSN (nothing is kept of it),
 * and what was brought in before.
 */
export async function startImport(
  actor: Actor,
  { provisionId, bytes, sheet = 'ask' }: { provisionId: Id; bytes: Uint8Array; sheet?: WhichSheet },
): Promise<Answer<{ id: Id }>> {
  return inScope(actor, async (tx) => {
    const provision = await provisionWithId(actor, provisionId)
    if (provision === undefined || !may(actor, 'change', 'import', placeOf(provision))) return refuse('not-found')
    const brought = await takeIn(bytes, limitsHere(), sheet)
    if (!brought.ok) return brought
    const hash = broughtHash(brought.value)
    const before = await broughtInBefore(actor, provisionId, hash)
    if (before !== undefined) return before
    const open = await store.withFile(tx, provisionId, hash, ['uploaded', 'checked'])
    if (open?.createdBy === actor.personId) return allow({ id: open.id }) // sent twice, or taken up again
    return keepFile(tx, actor, { provision, brought: brought.value, hash })
  })
}

type NewFile = { readonly provision: Provision; readonly brought: Brought; readonly hash: string }

async function keepFile(tx: Tx, actor: Actor, { provision, brought, hash }: NewFile): Promise<Answer<{ id: Id }>> {
  const around = await surroundings(actor, provision.municipalityId, provision.programmeCode)
  if (around === undefined) return refuse('programme-unknown', { code: provision.programmeCode })
  const { municipalityId, organisationId, programmeCode } = provision
  const id = newId()
  const row = {
    ...{ id, municipalityId, organisationId, programmeCode, provisionId: provision.id, createdBy: actor.personId },
    ...{ programmeVersion: around.programme.version, fileHash: hash, holdsOn: around.today },
  }
  const table = keptTable(brought, limitsHere())
  if (!table.ok && table.reason !== 'sheet-not-chosen') return table
  const first = table.ok ? await firstLook(actor, provision, table.value, around) : { rowCount: 0, mapping: {} }
  await store.insertImport(tx, { ...row, ...first }, brought)
  return allow({ id })
}

/** How long a table is, and what its columns are taken to hold. */
async function firstLook(actor: Actor, provision: Provision, table: Table, around: Surroundings) {
  const saved = await mappingBefore(actor, provision, table.columns)
  const rowCount = table.rows.length + table.faults.length
  return { rowCount, mapping: propose(table.columns, around, saved?.mapping).mapping }
}

/**
 * Says which sheet of a workbook is read; what was said of another sheet goes. Refuses a sheet that is not there or is no
 * table, and one that was brought in before.
 */
export async function chooseSheet(actor: Actor, id: Id, sheet: string): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const found = await importInReach(actor, id, 'change')
    if (found === undefined) return refuse('not-found')
    const row = await store.lock(tx, id)
    const file = row && (await store.fileOf(tx, id))
    if (row === undefined || file === undefined || !mayStep(row.state, 'choose-columns')) return refuse('import-over')
    const brought = { kept: file.kept, sheet }
    const table = keptTable(brought, limitsHere())
    if (!table.ok) return table
    const fileHash = broughtHash(brought)
    const before = await broughtInBefore(actor, row.provisionId, fileHash)
    if (before !== undefined) return before
    const around = await surroundings(actor, row.municipalityId, row.programmeCode)
    if (around === undefined) return refuse('import-over')
    const first = await firstLook(actor, found.provision, table.value, around)
    await store.update(tx, row, { ...first, fileHash, state: 'uploaded' })
    await store.saveSheet(tx, row, sheet)
    await removeChanges(tx, row)
    return allow()
  })
}

/**
 * Says what the columns hold and on which day rows without one hold, remembers it by its name for the next such file, and
 * checks every row. Refuses a mapping that misses a required question or names something twice, and what is no name.
 */
export async function chooseColumns(
  actor: Actor,
  id: Id,
  given: { mapping: Mapping; holdsOn?: string | undefined; name?: string | undefined },
): Promise<Answer> {
  return changeOpen(actor, id, 'choose-columns', async (tx, { row, table, around, corrections }) => {
    const said = whatIsSaid(table, around, given, row.mapping)
    if (!said.ok) return said
    const name = given.name === undefined ? allow(undefined) : mappingName(given.name)
    if (!name.ok) return name
    const { municipalityId, provisionId } = row
    const { mapping } = said.value
    await saveMapping(
      tx,
      { municipalityId, provisionId, headerHash: headerHash(table.columns), mapping, savedBy: actor.personId },
      { given: name.value, otherwise: nameFrom(table.columns) },
    )
    await check(tx, row, { table, around, said: { ...said.value, corrections } })
    return allow()
  })
}

/** Puts cells right, keeps who changed what, and checks every row anew; the file itself stays as it was. */
export async function correctCells(actor: Actor, id: Id, cells: readonly Correction[]): Promise<Answer> {
  return changeOpen(actor, id, 'correct', async (tx, { row, table, around, corrections: before }) => {
    const corrections = addCorrections(table, before, cells)
    if (!corrections.ok) return corrections
    const { programme } = around
    const changes = changesIn(table, { before, after: corrections.value }, { mapping: row.mapping, programme })
    await insertChanges(tx, row, actor.personId, changes)
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

/**
 * Stops an import before its rows are there; its file is removed. One that is being brought in at this moment hears it at its
 * next step, and takes back what it wrote. Refuses one that is over.
 */
export async function cancelImport(actor: Actor, id: Id): Promise<Answer> {
  return inScope(actor, async (tx) => {
    if ((await importInReach(actor, id, 'change')) === undefined) return refuse('not-found')
    const row = await store.lock(tx, id, { mayWait: false })
    if (row === undefined) return (await store.askStop(tx, id)) ? allow() : refuse('import-busy')
    if (row.state === 'cancelled') return allow()
    if (!mayStep(row.state, 'cancel')) return refuse('import-over')
    await store.update(tx, row, { state: 'cancelled', finishedAt: new Date() })
    await store.removeFile(tx, row)
    await removeChanges(tx, row)
    return allow()
  })
}

/** More rows than this are taken back in the background; these take less than a second. */
const UNDONE_AT_ONCE = 2_000

/**
 * Takes back everything that an import brought in, with what was put right in it, as known from now on: what was known
 * before still answers as it did. Of a large file a background job does so, all in one step. Its rows can be brought
 * in again. Saying so twice is the same as once.
 */
export async function undoImport(actor: Actor, id: Id): Promise<Answer> {
  return inScope(actor, async (tx) => {
    if ((await importInReach(actor, id, 'change')) === undefined) return refuse('not-found')
    const row = await store.lock(tx, id)
    if (row?.state === 'undone' || row?.state === 'undoing') return allow()
    if (row === undefined || !mayStep(row.state, 'undo')) return refuse('import-not-done')
    if (enqueue === undefined || (row.addedCount ?? 0) <= UNDONE_AT_ONCE) return takeBack(actor, row)
    await store.update(tx, row, { state: 'undoing' })
    await enqueue(tx, 'undo-import', { importId: id })
    return allow()
  })
}

/** Takes back a locked import; for `undoImport` and the background job. Another may have been first: then nothing is left to do. */
export async function takeBack(actor: Actor, row: store.Import): Promise<Answer> {
  if (!mayStep(row.state, 'take-back')) return allow()
  return inScope(actor, async (tx) => {
    await store.lockProvision(tx, row.provisionId)
    const withdrawn = await withdrawImported(actor, row.provisionId, row.id)
    if (!withdrawn.ok) return withdrawn
    await store.removeMarks(tx, row)
    await removeChanges(tx, row)
    await store.update(tx, row, { state: 'undone', undoneAt: new Date() })
    return allow()
  })
}
