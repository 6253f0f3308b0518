import { readFileSync, statSync } from 'node:fs'
import type { Command } from 'commander'
import { ensureProvision } from '../capabilities/access/actions.ts'
import type { Actor } from '../capabilities/access/actor.ts'
import { isMunicipalityCode } from '../capabilities/access/municipality-code.ts'
import { type Municipality, municipalityWithCode } from '../capabilities/access/queries.ts'
import { chooseColumns, commitImport, startImport } from '../capabilities/imports/actions.ts'
import type { Mapping } from '../capabilities/imports/columns.ts'
import type { Findings } from '../capabilities/imports/findings.ts'
import { checkFile, importDetail, limitsHere, provisionsToImport } from '../capabilities/imports/queries.ts'
import { runImport } from '../capabilities/imports/running/actions.ts'
import { programmeDefinition } from '../capabilities/programmes/queries.ts'
import type { Id } from '../foundation/id.ts'
import { type Answer, allow, refuse } from '../foundation/result.ts'
import { importWords } from '../web/words/import.ts'
import { faultSentence } from '../web/words/import-faults.ts'
import type { Lang } from '../web/words/words.ts'
import { markAsReal } from './real-records.ts'
import type { Output, Run } from './run.ts'

export type ImportOptions = {
  readonly municipality: string
  readonly programme: string
  readonly organisation?: string
  readonly mapping?: string
  readonly sheet?: string
  readonly holdsOn?: string
  readonly onlyGood?: boolean
  readonly dryRun?: boolean
}

export function addImportCommand(program: Command, run: Run): void {
  program
    .command('import <bestand>')
    .description('haal een registratiebestand binnen: alle regels, of met --only-good alleen de goede')
    .requiredOption('--municipality <code>', 'gemeente, zoals GM0148')
    .requiredOption('--programme <code>', 'programma')
    .option('--organisation <naam>', 'organisatie, als meer dan één het programma hier uitvoert')
    .option(
      '--mapping <bestand>',
      'JSON met per kolom wat zij betekent: {"plaats": "village", "nr": "key", "naam": "ignore"}',
    )
    .option('--sheet <naam>', 'blad van een Excel-bestand; het eerste als je niets zegt')
    .option('--holds-on <dag>', 'dag voor regels zonder datum, zoals 2026-01-31; vandaag als je niets zegt')
    .option('--only-good', 'laat foute regels weg in plaats van alles te weigeren')
    .option('--dry-run', 'kijk alleen na en bewaar niets')
    .action((file: string, options: ImportOptions) =>
      run('import.committed', (actor, { lang }) => importFile(actor, file, options, lang)),
    )
}

type Place = { readonly municipality: Municipality; readonly provisionId: Id | undefined }
type File = {
  readonly bytes: Uint8Array
  readonly sheet: string | undefined
  readonly mapping: Mapping
  readonly holdsOn: string | undefined
}

/**
 * Checks a file and brings its rows in, in the one transaction of the command. Faulty rows make the answer no (exit 1)
 * unless only the good ones are wanted; then nothing is kept.
 */
export async function importFile(
  actor: Actor,
  path: string,
  options: ImportOptions,
  lang: Lang,
): Promise<Answer<Output>> {
  const file = readFiles(path, options)
  if (!file.ok) return file
  const place = await placeOf(actor, options)
  if (!place.ok) return place
  const { municipality, provisionId } = place.value
  const found = await checkFile(actor, {
    municipalityId: municipality.id,
    programmeCode: options.programme,
    provisionId,
    ...file.value,
  })
  if (!found.ok) return found
  const isBlocked = found.value.good === 0 || (found.value.faultyRows > 0 && options.onlyGood !== true)
  if (options.dryRun === true || isBlocked) return allow(told(found.value, { imported: 0, isNo: isBlocked }, lang))
  const imported = await bringIn(actor, place.value, options, file.value)
  return imported.ok ? allow(told(found.value, { imported: imported.value, isNo: false }, lang)) : imported
}

async function placeOf(actor: Actor, options: ImportOptions): Promise<Answer<Place>> {
  if (!isMunicipalityCode(options.municipality))
    return refuse('municipality-code-wrong', { code: options.municipality })
  const municipality = await municipalityWithCode(actor, options.municipality)
  if (municipality === undefined) return refuse('municipality-unknown', { code: options.municipality })
  const here = (await provisionsToImport(actor)).filter(
    (one) =>
      one.municipalityId === municipality.id &&
      one.programmeCode === options.programme &&
      (options.organisation === undefined || one.organisationName === options.organisation),
  )
  if (here.length > 1) return refuse('provision-ambiguous')
  if (here.length === 0 && options.organisation !== undefined) return refuse('not-found')
  return allow({ municipality, provisionId: here[0]?.id })
}

async function bringIn(
  actor: Actor,
  { municipality, provisionId }: Place,
  options: ImportOptions,
  file: File,
): Promise<Answer<number>> {
  const programme = await programmeDefinition(actor, options.programme)
  if (programme === undefined) return refuse('programme-unknown', { code: options.programme })
  const known = { code: programme.code, name: programme.name.nl }
  const provision =
    provisionId === undefined ? await ensureProvision(actor, municipality.id, known) : allow({ id: provisionId })
  if (!provision.ok) return provision
  await markAsReal(actor)
  const { bytes, sheet: named } = file
  const sheet = named === undefined ? 'first' : { named }
  const started = await startImport(actor, { provisionId: provision.value.id, bytes, sheet })
  if (!started.ok) return started
  const { id } = started.value
  const steps = [
    () => chooseColumns(actor, id, { mapping: file.mapping, holdsOn: file.holdsOn }),
    () => commitImport(actor, id, { onlyGood: options.onlyGood === true }),
    () => runImport(actor, id),
  ]
  for (const step of steps) {
    const done = await step()
    if (!done.ok) return done
  }
  return allow((await importDetail(actor, id))?.addedCount ?? 0)
}

function readFiles(path: string, { mapping: mappingPath, sheet, holdsOn }: ImportOptions): Answer<File> {
  const limit = limitsHere().bytes
  const bytes = readBytes(path, limit)
  if (!bytes.ok) return bytes
  const given = mappingPath === undefined ? allow<Mapping>({}) : readMapping(mappingPath, limit)
  return given.ok ? allow({ bytes: bytes.value, sheet, mapping: given.value, holdsOn }) : given
}

function readBytes(path: string, most: number): Answer<Uint8Array> {
  try {
    if (statSync(path).size > most) return refuse('file-too-big', { most: most / 1_000_000 })
    return allow<Uint8Array>(readFileSync(path))
  } catch {
    return refuse('file-unreadable', { file: path })
  }
}

function readMapping(path: string, most: number): Answer<Mapping> {
  const bytes = readBytes(path, most)
  if (!bytes.ok) return bytes
  try {
    const given: unknown = JSON.parse(new TextDecoder().decode(bytes.value))
    return isMapping(given) ? allow(given) : refuse('mapping-file-wrong')
  } catch {
    return refuse('mapping-file-wrong')
  }
}

const isMapping = (given: unknown): given is Mapping =>
  typeof given === 'object' &&
  given !== null &&
  !Array.isArray(given) &&
  Object.values(given).every((one) => typeof one === 'string')

type Checked = Findings & { readonly notCounted: readonly string[] }

function told(found: Checked, { imported, isNo }: { imported: number; isNo: boolean }, lang: Lang): Output {
  const words = importWords[lang]
  const faulty = found.faults.map((fault) => ({ ...shown(fault), expected: faultSentence(lang, fault) }))
  const unmapped = found.unmapped.map(({ column, word, rows }) => ({ column, word, rows }))
  const { rows, good, added, known, changed, notCounted } = found
  const text = [
    imported > 0 ? words.commandDone(imported, good, rows) : words.commandChecked(added, good, rows),
    ...(changed > 0 ? [words.changed(changed)] : []),
    ...faulty.map((one) => words.commandFault(one.row, one.column, one.value, one.expected)),
    ...notCounted.map(words.commandNotCounted),
    ...unmapped.map((one) => words.commandUnmapped(one.column, one.word, one.rows)),
  ]
  return {
    json: { rows, good, imported, known, changed, faulty, unmapped, notCounted },
    text: text.join('\n'),
    exit: isNo ? 1 : 0,
  }
}

const shown = ({ row, column, value }: Findings['faults'][number]) => ({ row, column, value })
