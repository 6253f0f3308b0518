import { isDeepStrictEqual } from 'node:util'
import { inScope } from '../../database/transaction.ts'
import { type Id, newId } from '../../foundation/id.ts'
import { type Allowed, type Answer, allow, type Refused, refuse } from '../../foundation/result.ts'
import { may, maySomewhere } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import { municipalityWithId } from '../access/queries.ts'
import type { FitValue, ProgrammeDefinition } from './definition.ts'
import { checkDefinition, type FaultyDefinition } from './definition-check.ts'
import { checkFitValue, mayChangeFitSettings, mayReadFitSettings } from './municipal-fit.ts'
import { isSameOwner, type Owner, placeOfOwner, THE_PLATFORM } from './owner.ts'
import { programmesEver, programmesKnown } from './queries.ts'
import * as store from './store.ts'

export type Published = {
  readonly code: string
  readonly version: number /** False when it stood there already. */
  readonly isNew: boolean
}
export type Publication = Allowed<Published> | Refused | FaultyDefinition

/**
 * Publishes a definition. The same document again changes nothing. Refuses a faulty document (with every fault and its
 * place), a version that is there with other content, a version that does not rise by one, a programme of another owner,
 * and a measure that another programme has already.
 */
export const publishProgramme = (actor: Actor, json: unknown, owner: Owner = THE_PLATFORM): Promise<Publication> =>
  publish(actor, { json, owner }, (last) => last + 1)

/**
 * Publishes a definition that this version of the product ships. The same, but versions may be skipped: an installation
 * that skipped a release never saw those in between.
 */
export const publishShipped = (actor: Actor, json: unknown): Promise<Publication> =>
  publish(actor, { json, owner: THE_PLATFORM }, () => undefined)

/** Which version must follow the last one; undefined when any higher one may. */
type Following = (last: number) => number | undefined

/** Whether the actor changes what this owner has. */
async function mayChange(actor: Actor, owner: Owner): Promise<boolean> {
  const { municipalityId } = owner
  const municipality = municipalityId === null ? undefined : await municipalityWithId(actor, municipalityId)
  return may(actor, 'change', 'programme', placeOfOwner(owner, municipality?.regionId ?? null))
}

type Document = { readonly json: unknown; readonly owner: Owner }

async function publish(actor: Actor, { json, owner }: Document, following: Following): Promise<Publication> {
  return inScope(actor, async (tx) => {
    if (!(await mayChange(actor, owner))) return refuse('not-yours')
    const { code, version } = headOf(json)
    if (code === undefined || version === undefined) return withFaults(json)
    await store.lockProgramme(tx, code)
    const found = await store.versionOf(tx, code, version)
    const [known] = found === undefined ? [] : await store.withDefinition(tx, [found])
    if (known !== undefined && isDeepStrictEqual(known.definition, json)) return allow({ code, version, isNew: false })
    const checked = checkDefinition(json)
    if (!checked.ok) return checked
    if (known !== undefined) return refuse('programme-version-exists', { code, version })
    const last = await store.lastVersion(tx, code)
    if (last !== undefined && !isSameOwner(last, owner)) return refuse('programme-owned-elsewhere', { code })
    const refused =
      versionRefusal(checked.value, following, last?.version) ?? (await measureRefusal(actor, checked.value))
    if (refused !== undefined) return refused
    const { municipalityId, regionId } = owner
    const row = { code, version, definition: json, publishedBy: actor.personId, municipalityId, regionId }
    await store.insertProgramme(tx, row)
    return allow({ code, version, isNew: true })
  })
}

/** Enough of an unchecked document to look for it; a document without these has faults to tell. */
function headOf(json: unknown): { code?: string; version?: number } {
  if (typeof json !== 'object' || json === null || !('code' in json) || !('version' in json)) return {}
  const { code, version } = json
  return typeof code === 'string' && typeof version === 'number' && Number.isInteger(version) && version <= LAST_VERSION
    ? { code, version }
    : {}
}

/** What the column holds; the format asks the same. */
const LAST_VERSION = 9999

function withFaults(json: unknown): Publication {
  const checked = checkDefinition(json)
  // Never a yes: the format asks for a code and a version.
  return checked.ok ? refuse('definition-faulty', { faults: 0, at: '' }) : checked
}

function versionRefusal({ code, version }: ProgrammeDefinition, following: Following, last: number | undefined) {
  if (last === undefined) return undefined
  const next = following(last)
  const rises = next === undefined ? version > last : version === next
  return rises ? undefined : refuse('programme-version-gap', { code, version, last, next: last + 1 })
}

/** Figures are asked for by measure alone, so no two programmes share one. */
async function measureRefusal(
  actor: Actor,
  { code, measures, shares = [] }: ProgrammeDefinition,
): Promise<Refused | undefined> {
  const taken = (await programmesEver(actor)).flatMap((other) =>
    other.code === code ? [] : [...other.measures, ...(other.shares ?? [])].map((measure) => measure.code),
  )
  const measure = [...measures, ...shares].find((one) => taken.includes(one.code))
  return measure === undefined ? undefined : refuse('programme-measure-taken', { measure: measure.code })
}

/** Lets no new trajectory start on this programme; running ones keep their version. Refuses one that is not in use. */
export async function retireProgramme(actor: Actor, code: string): Promise<Answer> {
  if (!maySomewhere(actor, 'change', 'programme')) return refuse('not-yours')
  return inScope(actor, async (tx) => {
    const last = await store.lastVersion(tx, code)
    if (last === undefined) return refuse('not-found')
    if (!(await mayChange(actor, last))) return refuse('not-yours')
    return (await store.retire(tx, code)) === 0 ? refuse('not-found') : allow()
  })
}

export type FitSetting = {
  readonly municipalityId: Id
  readonly programmeCode: string
  readonly rule: string
  /** Null goes back to the default of the definition. */
  readonly value: FitValue | null
}

/**
 * Gives a fit rule the municipality's own value. Refuses who may not change settings there, a rule the
 * programme does not have or leaves to nobody, and a value of another kind.
 */
export async function setFitRule(actor: Actor, given: FitSetting): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const municipality = await municipalityWithId(actor, given.municipalityId)
    if (municipality === undefined || !mayReadFitSettings(actor, municipality)) return refuse('not-found')
    if (!mayChangeFitSettings(actor, municipality)) return refuse('not-yours')
    const definition = (await programmesKnown(actor)).find(({ code }) => code === given.programmeCode)
    if (definition === undefined) return refuse('programme-unknown', { code: given.programmeCode })
    const { municipalityId, programmeCode, rule: ruleCode } = given
    const checked = given.value === null ? allow(null) : checkFitValue(definition, ruleCode, given.value)
    if (!checked.ok) return checked
    const row = { municipalityId, programmeCode, ruleCode, value: checked.value, recordedBy: actor.personId }
    await store.insertFitSetting(tx, { id: newId(), ...row })
    return allow()
  })
}
