import { database, inScope, noteShown } from '../../database/transaction.ts'
import { dayAt } from '../../foundation/day.ts'
import { type Id, isId } from '../../foundation/id.ts'
import { type Answer, allow, type Refused, refuse } from '../../foundation/result.ts'
import { may, maySomewhere } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import {
  municipalityWithId,
  type Provision,
  placeOf,
  provisionsInReach,
  provisionsWhereMay,
  provisionWithId,
  villagesIn,
} from '../access/queries.ts'
import type { Action } from '../access/roles.ts'
import type { ProgrammeDefinition } from '../programmes/definition.ts'
import { programmeDefinition } from '../programmes/queries.ts'
import { broughtHash, keptTable, sheetsIn, takeIn, type WhichSheet } from './brought.ts'
import type { ColumnSynonym, Mapping } from './columns.ts'
import { type Correction, corrected } from './corrections.ts'
import { examine, faultsOf, propose, type Surroundings, whatIsSaid } from './examine.ts'
import type { Fault } from './fault.ts'
import type { Findings } from './findings.ts'
import { mappingBefore } from './mappings/queries.ts'
import * as store from './store.ts'
import { LIMITS, type Limits, NO_VALUE, type Table } from './table.ts'

/** How big a file may be here: the embedded database takes 5,000 rows. */
export const limitsHere = (): Limits => LIMITS[database().kind]

/** The provisions for which the actor may bring in a file. */
export const provisionsToImport = (actor: Actor): Promise<Provision[]> => provisionsWhereMay(actor, 'change', 'import')

/** A programme with what one municipality reads its files with; undefined for an unknown programme or municipality. */
export async function surroundings(
  actor: Actor,
  municipalityId: Id,
  programmeCode: string,
): Promise<Surroundings | undefined> {
  return inScope(actor, async (tx) => {
    const municipality = await municipalityWithId(actor, municipalityId)
    const programme = await programmeDefinition(actor, programmeCode)
    if (municipality === undefined || programme === undefined) return undefined
    const villages = (await villagesIn(actor, municipalityId)).map(({ code, name }) => ({ code, name }))
    const synonyms = await store.synonymsIn(tx, municipalityId, programmeCode)
    return {
      programme,
      villages,
      synonyms,
      countsSpecial: municipality.countsMigrationBackground,
      today: dayAt(new Date()),
    }
  })
}

export type FileToCheck = {
  readonly municipalityId: Id
  readonly programmeCode: string
  /** The provision, where there is one already. */
  readonly provisionId?: Id | undefined
  readonly bytes: Uint8Array
  /** The sheet of a workbook, by its name; the first when left out. */
  readonly sheet?: string | undefined
  /** What the user says of columns, over what is recognised. */
  readonly mapping?: Mapping | undefined
  /** The day for rows that name none, as ISO text; today when left out. */
  readonly holdsOn?: string | undefined
}

/** What bringing in this file would do, with nothing kept of it. Refuses what `startImport` and `chooseColumns` refuse. */
export async function checkFile(
  actor: Actor,
  given: FileToCheck,
): Promise<Answer<Findings & { readonly notCounted: readonly string[] }>> {
  return inScope(actor, async (tx) => {
    const { municipalityId, programmeCode, provisionId } = given
    const provision = provisionId === undefined ? undefined : await provisionWithId(actor, provisionId)
    const place = provision === undefined ? { municipalityId, programmeCode } : placeOf(provision)
    if (!may(actor, 'change', 'import', place)) return refuse('not-found')
    const around = await surroundings(actor, municipalityId, programmeCode)
    if (around === undefined) return refuse('programme-unknown', { code: programmeCode })
    const brought = await takeIn(given.bytes, limitsHere(), whichSheet(given.sheet))
    if (!brought.ok) return brought
    const table = keptTable(brought.value, limitsHere())
    if (!table.ok) return table
    const before =
      provisionId === undefined ? undefined : await broughtInBefore(actor, provisionId, broughtHash(brought.value))
    if (before !== undefined) return before
    const saved = provision === undefined ? undefined : await mappingBefore(actor, provision, table.value.columns)
    const said = whatIsSaid(table.value, around, given, saved?.mapping)
    if (!said.ok) return said
    const earlier = provisionId === undefined ? [] : await store.marksIn(tx, provisionId)
    const { notCounted } = propose(table.value.columns, around, saved?.mapping)
    return allow({ ...examine(table.value, around, said.value, earlier), notCounted })
  })
}

/** A command cannot ask: without a name it is the first sheet. */
const whichSheet = (named: string | undefined): WhichSheet => (named === undefined ? 'first' : { named })

/** The refusal of a file that was brought in before, with the import that did; undefined for a new file. */
export async function broughtInBefore(actor: Actor, provisionId: Id, hash: string): Promise<Refused | undefined> {
  const before = await inScope(actor, (tx) => store.withFile(tx, provisionId, hash, ['running', 'done', 'undoing']))
  return before && refuse('file-imported-before', { import: before.id, on: dayAt(before.createdAt) })
}

export type ImportDetail = store.Import & {
  readonly provision: Provision
  readonly programme: ProgrammeDefinition
  /** While it runs: rows done of all, and whether somebody asked to stop. */
  readonly progress: store.ProgressSoFar | undefined
  /** What the last check found, as long as the file is kept. */
  readonly findings: Findings | undefined
  readonly mayChange: boolean
}

/** An import in the actor's reach, or undefined; the programme in the version that it was checked with. */
export async function importDetail(actor: Actor, id: Id): Promise<ImportDetail | undefined> {
  return inScope(actor, async (tx) => {
    const found = await importInReach(actor, id, 'read')
    if (found === undefined) return undefined
    const { row, provision } = found
    const programme = await programmeDefinition(actor, row.programmeCode, row.programmeVersion)
    if (programme === undefined) return undefined
    const mayChange = may(actor, 'change', 'import', placeOf(provision))
    const findings = mayChange ? await store.findingsOf(tx, id) : undefined
    return { ...row, provision, programme, mayChange, findings, progress: await store.progressOf(tx, id) }
  })
}

/** The record of an import with its provision, when the actor may do this with it; undefined for unknown and forbidden alike. */
export async function importInReach(
  actor: Actor,
  id: string,
  action: Action,
): Promise<{ row: store.Import; provision: Provision } | undefined> {
  if (!isId(id)) return undefined
  return inScope(actor, async (tx) => {
    const row = await store.byId(tx, id)
    const provision = row && (await provisionWithId(actor, row.provisionId))
    if (row === undefined || provision === undefined || !may(actor, action, 'import', placeOf(provision)))
      return undefined
    noteShown('import', [id])
    noteShown('municipality', [row.municipalityId])
    return { row, provision }
  })
}

/** Which sheet of how many is read; none of a file of text. */
export type SheetRead = { readonly sheet: string | undefined; readonly sheets: number }

export type OpenedFile = SheetRead & {
  readonly row: store.Import
  readonly table: Table
  readonly around: Surroundings
  /** Cells that the user put right on screen. */
  readonly corrections: readonly Correction[]
}

/** The file of an import with everything it is read with. Refuses an import whose file is gone. */
export async function openedFile(actor: Actor, row: store.Import): Promise<Answer<OpenedFile>> {
  const file = await inScope(actor, (tx) => store.fileOf(tx, row.id))
  const around = await surroundings(actor, row.municipalityId, row.programmeCode)
  if (file === undefined || around === undefined) return refuse('import-over')
  const table = keptTable({ kept: file.kept, sheet: file.sheet ?? undefined }, limitsHere())
  const sheet = file.sheet ?? undefined
  const sheets = sheet === undefined ? 0 : sheetsIn(file.kept).length
  return table.ok ? allow({ row, table: table.value, around, corrections: file.corrections, sheet, sheets }) : table
}

export type ImportLine = store.Import & { readonly provision: Provision }

const LONGEST_LIST = 100

/** The imports in the actor's reach, newest first. */
export async function importsInReach(actor: Actor): Promise<ImportLine[]> {
  if (!maySomewhere(actor, 'list', 'import')) return []
  return inScope(actor, async (tx) => {
    const provisions = new Map((await provisionsInReach(actor)).map((one) => [one.id, one]))
    const lines = (await store.newestFirst(tx, LONGEST_LIST)).flatMap((row) => {
      const provision = provisions.get(row.provisionId)
      return provision !== undefined && may(actor, 'list', 'import', placeOf(provision)) ? [{ ...row, provision }] : []
    })
    noteShown(
      'import',
      lines.map((line) => line.id),
    )
    noteShown('municipality', new Set(lines.map((line) => line.municipalityId)))
    return lines
  })
}

/** The words by which a municipality knows columns, for who may see its settings or its imports. */
export async function columnSynonymsOf(
  actor: Actor,
  municipalityId: Id,
  programmeCode: string,
): Promise<ColumnSynonym[]> {
  return inScope(actor, async (tx) => {
    const municipality = await municipalityWithId(actor, municipalityId)
    const place = { municipalityId, regionId: municipality?.regionId ?? undefined }
    if (municipality === undefined || !(may(actor, 'read', 'setting', place) || maySomewhere(actor, 'read', 'import')))
      return []
    return store.synonymsIn(tx, municipalityId, programmeCode)
  })
}

const withValue = (cell = ''): string => (cell === NO_VALUE ? '' : cell)

export type FaultyRow = { readonly line: number; readonly cells: readonly string[]; readonly faults: readonly Fault[] }

/**
 * The rows of an open import that have a fault, as they stand in the file with what was put right so far. Columns that
 * this municipality does not count are left out. A row that does not fit the columns comes without cells.
 */
export async function faultyRows(
  actor: Actor,
  id: Id,
): Promise<Answer<{ columns: string[]; mapping: Mapping; rows: FaultyRow[] }>> {
  return inScope(actor, async () => {
    const found = await importInReach(actor, id, 'change')
    if (found === undefined) return refuse('not-found')
    const opened = await openedFile(actor, found.row)
    if (!opened.ok) return opened
    const { table, around, corrections } = opened.value
    const { mapping, holdsOn } = found.row
    const faults = Map.groupBy(faultsOf(table, around, { mapping, holdsOn, corrections }), (fault) => fault.row)
    const { notCounted } = propose(table.columns, around, mapping)
    const shown = table.columns.flatMap((column, at) => (notCounted.includes(column) ? [] : [at]))
    const cells = new Map(
      corrected(table, corrections).rows.map((row) => [row.line, shown.map((at) => withValue(row.cells[at]))]),
    )
    const rows = [...faults].map(([line, here]) => ({ line, cells: cells.get(line) ?? [], faults: here }))
    return allow({ columns: shown.map((at) => table.columns[at] ?? ''), mapping, rows })
  })
}
