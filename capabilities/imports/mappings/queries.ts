import { inScope, noteShown } from '../../../database/transaction.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import type { Actor } from '../../access/actor.ts'
import { type Provision, provisionsWhereMay } from '../../access/queries.ts'
import { colleaguesIn } from '../../families/files/queries.ts'
import type { ProgrammeDefinition } from '../../programmes/definition.ts'
import { programmeDefinition } from '../../programmes/queries.ts'
import { headerHash } from '../columns.ts'
import { bestFitting, type SavedMapping } from './saved-mapping.ts'
import * as store from './store.ts'

/** The provisions of the same programme by the same organisation where the actor may bring in files. */
const alike = async (actor: Actor, provision: Provision): Promise<Provision[]> =>
  (await provisionsWhereMay(actor, 'change', 'import')).filter(
    ({ organisationId, programmeCode }) =>
      organisationId === provision.organisationId && programmeCode === provision.programmeCode,
  )

const idsOf = (all: readonly { readonly id: Id }[]): Id[] => all.map(({ id }) => id)

/**
 * The mapping that was chosen before for these columns: in this provision, or else last in another provision of the same
 * programme by the same organisation where the actor may bring in files. Another organisation's is never looked at.
 */
export async function mappingBefore(
  actor: Actor,
  provision: Provision,
  columns: readonly string[],
): Promise<SavedMapping | undefined> {
  return inScope(actor, async (tx) =>
    store.savedMapping(tx, { own: provision.id, shared: idsOf(await alike(actor, provision)) }, headerHash(columns)),
  )
}

const MOST = 200

/** The mappings of the organisation that know a column of a file for this provision, the best fitting first. */
export async function mappingsFor(
  actor: Actor,
  provision: Provision,
  columns: readonly string[],
): Promise<MappingLine[]> {
  return inScope(actor, async (tx) => {
    const provisions = await alike(actor, provision)
    const fitting = bestFitting(await store.mappingsOf(tx, idsOf(provisions), MOST), columns)
    noteShown('import-mapping', idsOf(fitting))
    return named(actor, provisions, fitting)
  })
}

export type MappingLine = SavedMapping & {
  readonly provision: Provision
  /** Who chose it last, for whoever works there as well. */
  readonly savedByName: string | undefined
}

/** The mappings in the provisions where the actor may bring in files, by name. */
export async function mappingsInReach(actor: Actor): Promise<MappingLine[]> {
  return inScope(actor, async (tx) => {
    const provisions = await provisionsWhereMay(actor, 'change', 'import')
    const lines = await named(actor, provisions, await store.mappingsOf(tx, idsOf(provisions), MOST))
    noteShown('import-mapping', idsOf(lines))
    noteShown('municipality', new Set(lines.map(({ provision }) => provision.municipalityId)))
    return lines
  })
}

export type MappingDetail = MappingLine & { readonly programme: ProgrammeDefinition }

/** One of those mappings with the programme whose questions it answers; undefined for unknown and forbidden alike. */
export async function mappingDetail(actor: Actor, id: string): Promise<MappingDetail | undefined> {
  return inScope(actor, async (tx) => {
    const found = isId(id) ? await store.mappingWithId(tx, id) : undefined
    if (found === undefined) return undefined
    const [line] = await named(actor, await provisionsWhereMay(actor, 'change', 'import'), [found])
    const programme = line && (await programmeDefinition(actor, line.provision.programmeCode))
    if (line === undefined || programme === undefined) return undefined
    noteShown('import-mapping', [id])
    noteShown('municipality', [line.provision.municipalityId])
    return { ...line, programme }
  })
}

async function named(
  actor: Actor,
  provisions: readonly Provision[],
  saved: readonly SavedMapping[],
): Promise<MappingLine[]> {
  const places = new Map(provisions.map((one) => [one.id, one]))
  const names = new Map<Id, string>()
  for (const provisionId of new Set(saved.map((one) => one.provisionId)))
    for (const { id, name } of await colleaguesIn(actor, provisionId)) names.set(id, name)
  return saved.flatMap((one) => {
    const provision = places.get(one.provisionId)
    return provision === undefined ? [] : [{ ...one, provision, savedByName: names.get(one.savedBy ?? '') }]
  })
}
