import { createHash } from 'node:crypto'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { type AskedProgramme, type AskedQuestion, isNeeded } from './asked.ts'
import { shownValue } from './fault.ts'
import { plain } from './plain-words.ts'

/** What a column holds: the code of a question, one of the four below, or nothing we read. */
export type Target = string
export const IGNORE = 'ignore'
export const RECORD_TARGETS = ['day', 'status', 'reason', 'key'] as const
const RESERVED: ReadonlySet<string> = new Set([IGNORE, ...RECORD_TARGETS])

/** By column as the file names it. */
export type Mapping = Readonly<Record<string, Target>>

/** A word that managers of a municipality know a column by. */
export type ColumnSynonym = { readonly target: Target; readonly word: string }

export type Recognised = {
  readonly mapping: Mapping
  /** Columns nobody knows; they are not read unless somebody says what they are. */
  readonly unknown: readonly string[]
  /** Columns with special personal data that this municipality does not count: never read. */
  readonly notCounted: readonly string[]
}

/** What is asked at registration, or has a column by name. Free text never goes into a record that counts, so it is never read. */
const isReadable = (question: AskedQuestion): boolean =>
  question.type !== 'text' &&
  !RESERVED.has(question.code) &&
  (question.asked === 'registration' || question.columns.length > 0)

/** What columns may be coupled to in this municipality. */
export function targetsOf(programme: AskedProgramme, countsSpecial: boolean): Target[] {
  const questions = programme.questions.filter((one) => isReadable(one) && (countsSpecial || one.special !== true))
  return [...questions.map((question) => question.code), ...RECORD_TARGETS]
}

/** Proposes for each column what it holds, from the programme's own names and the municipality's; the first of two claims wins. */
export function recognise(
  columns: readonly string[],
  programme: AskedProgramme,
  municipality: { readonly synonyms: readonly ColumnSynonym[]; readonly countsSpecial: boolean },
  saved?: Mapping,
): Recognised {
  const known = knownWords(programme, municipality.synonyms)
  const allowed = new Set(targetsOf(programme, municipality.countsSpecial))
  const special = new Set(programme.questions.filter((one) => one.special === true).map((one) => one.code))
  const mapping: [string, Target][] = []
  const unknown: string[] = []
  const notCounted: string[] = []
  const taken = new Set<Target>()
  const chosenBefore = new Map(Object.entries(saved ?? {}).map(([name, target]) => [plain(name), target]))
  for (const column of columns) {
    const named = known.get(plain(column))
    const isNotCounted = named !== undefined && special.has(named) && !municipality.countsSpecial
    const before = chosenBefore.get(plain(column))
    const target = isNotCounted ? IGNORE : (before ?? named ?? IGNORE)
    const isFree = allowed.has(target) && !taken.has(target)
    mapping.push([column, isFree ? target : IGNORE])
    if (isFree) taken.add(target)
    else if (isNotCounted) notCounted.push(column)
    else if (before !== IGNORE) unknown.push(column)
  }
  return { mapping: Object.fromEntries(mapping), unknown, notCounted }
}

/** What a column holds by this mapping; a column may be called `constructor`, so only own properties count. */
export const targetOf = (mapping: Mapping, column: string): Target | undefined =>
  Object.hasOwn(mapping, column) ? mapping[column] : undefined

function knownWords(programme: AskedProgramme, synonyms: readonly ColumnSynonym[]): ReadonlyMap<string, Target> {
  const words: [string, Target][] = [
    ...Object.entries(programme.registration.columns).flatMap(([name, given]) =>
      given.map((word): [string, Target] => [word, name]),
    ),
    ...programme.questions.flatMap(({ code, columns: given }) =>
      [code, ...given].map((word): [string, Target] => [word, code]),
    ),
    ...synonyms.map(({ word, target }): [string, Target] => [word, target]), // last, so that the municipality's own words win
  ]
  return new Map(words.map(([word, target]) => [plain(word), target]))
}

/**
 * The mapping as the user chose it; a column left out, or one that is not counted here, is not read. Refuses a target that
 * does not exist here, one chosen for two columns, and a required question that no column answers.
 */
export function checkMapping(
  chosen: Mapping,
  columns: readonly string[],
  {
    programme,
    countsSpecial,
    notCounted,
  }: { programme: AskedProgramme; countsSpecial: boolean; notCounted: readonly string[] },
): Answer<Mapping> {
  const allowed = new Set([...targetsOf(programme, countsSpecial), IGNORE])
  const mapping = new Map<string, Target>()
  for (const [name, target] of Object.entries(chosen)) {
    const column = columns.find((one) => plain(one) === plain(name))
    if (column === undefined) return refuse('mapping-column-unknown', { column: shownValue(name) })
    if (!allowed.has(target))
      return refuse('mapping-target-unknown', { column: shownValue(name), target: shownValue(target) })
    mapping.set(column, notCounted.includes(column) ? IGNORE : target)
  }
  const used = [...mapping.values()].filter((target) => target !== IGNORE)
  const double = used.find((target, at) => used.indexOf(target) !== at)
  if (double !== undefined) {
    const [one = '', other = ''] = columns.filter((column) => mapping.get(column) === double).map(shownValue)
    return refuse('mapping-target-twice', { one, other })
  }
  const missing = programme.questions.find((one) => isNeeded(one) && !used.includes(one.code))
  if (missing !== undefined) return refuse('mapping-misses', { nl: missing.ask.nl, en: missing.ask.en })
  return allow(Object.fromEntries(columns.map((column) => [column, mapping.get(column) ?? IGNORE])))
}

/** A proposal with what the user said over it; a target that the user gave elsewhere is taken from the proposed column. */
export function withChosen(proposed: Mapping, chosen: Mapping): Mapping {
  const given = new Set(Object.values(chosen))
  const kept = Object.entries(proposed).map(
    ([column, target]) => [column, given.has(target) ? IGNORE : target] as const,
  )
  const names = new Map(kept.map(([column]) => [plain(column), column]))
  return Object.fromEntries([
    ...kept,
    ...Object.entries(chosen).map(([name, target]) => [names.get(plain(name)) ?? name, target] as const),
  ])
}

/** The same for every file with these columns in any order, to find a mapping that was corrected before. */
export const headerHash = (columns: readonly string[]): string =>
  createHash('sha256').update(columns.map(plain).sort().join('\n')).digest('hex')
