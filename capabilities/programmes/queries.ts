import type { Tx } from '../../database/connect.ts'
import { askedOnce, database, inScope } from '../../database/transaction.ts'
import type { Id } from '../../foundation/id.ts'
import { maySomewhere } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import { municipalityWithId } from '../access/queries.ts'
import { type ProgrammeDefinition, programmeFormat } from './definition.ts'
import { fitValue } from './definition-questions.ts'
import type { FitSettings } from './fit.ts'
import { mayReadFitSettings } from './municipal-fit.ts'
import * as store from './store.ts'

/**
 * A published definition: the version asked for, which a running trajectory keeps for ever, or without one the
 * last version in use. Undefined when there is none.
 */
export async function programmeDefinition(
  actor: Actor,
  code: string,
  version?: number,
): Promise<ProgrammeDefinition | undefined> {
  if (!maySomewhere(actor, 'read', 'programme')) return undefined
  const long = version === undefined ? undefined : knownLong.get(database())?.get(`${code} ${version}`)
  if (long !== undefined) return long
  return inScope(actor, async (tx) => {
    const found = await askedOnce(`programme ${code} ${version ?? 'in use'}`, () =>
      version === undefined ? store.latestInUse(tx, code) : store.versionOf(tx, code, version),
    )
    const [definition] = found === undefined ? [] : await definitionsOf(tx, [found])
    if (found !== undefined && definition !== undefined) rememberLong(found, definition)
    return definition
  })
}

/** What was published this many milliseconds ago, no transaction that could still take it back has published. */
const LONG_AGO = 10 * 60_000
const knownLong = new WeakMap<object, Map<string, ProgrammeDefinition>>()

/** A version that was published long ago stays what it is, for everybody who may read programmes at all: nobody asks for it again. */
function rememberLong({ code, version, publishedAt }: store.Publication, definition: ProgrammeDefinition): void {
  if (Date.now() - publishedAt.getTime() < LONG_AGO) return
  const known = knownLong.get(database()) ?? new Map<string, ProgrammeDefinition>()
  knownLong.set(database(), known.set(`${code} ${version}`, definition))
}

/** The last version in use of every programme, by code. */
export async function programmesKnown(actor: Actor): Promise<ProgrammeDefinition[]> {
  if (!maySomewhere(actor, 'list', 'programme')) return []
  return inScope(actor, async (tx) =>
    askedOnce('definitions in use', async () =>
      definitionsOf(tx, lastOfEach((await publications(tx)).filter(({ retiredAt }) => retiredAt === null))),
    ),
  )
}

const publications = (tx: Tx) => askedOnce('publications', async () => store.everyPublication(tx))

/** Of rows by code with the last version first, the first of each code. */
const lastOfEach = (rows: readonly store.Publication[]): store.Publication[] =>
  rows.filter(({ code }, at) => rows[at - 1]?.code !== code)

const read = new WeakMap<object, Map<string, ProgrammeDefinition>>()

/**
 * What was published as these, in this order. A publication never changes, so each is read and checked once by a process; the
 * moment belongs to its name, because one that was taken back may come again with other words.
 */
async function definitionsOf(tx: Tx, publications: readonly store.Publication[]): Promise<ProgrammeDefinition[]> {
  const known = read.get(database()) ?? new Map<string, ProgrammeDefinition>()
  read.set(database(), known)
  const nameOf = ({ code, version, publishedAt }: store.Publication) => `${code} ${version} ${publishedAt.getTime()}`
  const missing = publications.filter((one) => !known.has(nameOf(one)))
  for (const { definition, ...one } of await store.withDefinition(tx, missing))
    known.set(nameOf(one), programmeFormat.parse(definition))
  return publications.flatMap((one) => known.get(nameOf(one)) ?? [])
}

/** The last version of every programme, also of those that retired: running trajectories go on, and are counted. */
export async function programmesEver(actor: Actor): Promise<ProgrammeDefinition[]> {
  if (!maySomewhere(actor, 'list', 'programme')) return []
  return inScope(actor, async (tx) =>
    askedOnce('definitions ever', async () => definitionsOf(tx, lastOfEach(await publications(tx)))),
  )
}

/**
 * What a municipality set for itself of a programme's fit rules; empty when it set nothing, and for who may
 * not read its settings.
 */
export async function fitSettingsOf(actor: Actor, municipalityId: Id, programmeCode: string): Promise<FitSettings> {
  return inScope(actor, async (tx) => {
    const rows = await askedOnce(`fit ${municipalityId} ${programmeCode}`, () =>
      store.fitSettingsOf(tx, municipalityId, programmeCode),
    )
    // Most municipalities set nothing, and then nobody needs to know whether the actor may read it.
    const municipality = rows.length === 0 ? undefined : await municipalityWithId(actor, municipalityId)
    if (municipality === undefined || !mayReadFitSettings(actor, municipality)) return {}
    return Object.fromEntries(
      rows.flatMap(({ rule, value }) => (value === null ? [] : [[rule, fitValue.parse(value)] as const])),
    )
  })
}
