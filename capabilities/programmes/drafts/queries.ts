import { inScope } from '../../../database/transaction.ts'
import { isId } from '../../../foundation/id.ts'
import { may, maySomewhere } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { municipalitiesKnown, regionsKnown } from '../../access/queries.ts'
import { type Owner, placeOfOwner, THE_PLATFORM } from '../owner.ts'
import type { Draft } from './draft.ts'
import * as store from './store.ts'

export type Version = Awaited<ReturnType<typeof store.everyVersion>>[number]
/** Every version of one programme, the last one first, and whether the actor goes on with it. */
export type Programme = {
  readonly code: string
  readonly versions: readonly [Version, ...Version[]]
  readonly isMine: boolean
}

/** Every programme with its versions, also those that retired, for who may change programmes somewhere. */
export async function programmesWithVersions(actor: Actor): Promise<Programme[]> {
  if (!maySomewhere(actor, 'change', 'programme')) return []
  return inScope(actor, async (tx) => {
    const mine = await ownersInReach(actor)
    const byCode = Map.groupBy(await store.everyVersion(tx), ({ code }) => code)
    return [...byCode].flatMap(([code, versions]) => {
      const [last, ...earlier] = versions.toReversed()
      if (last === undefined) return []
      const isMine = mine.some((one) => one.municipalityId === last.municipalityId && one.regionId === last.regionId)
      return [{ code, versions: [last, ...earlier] as const, isMine }]
    })
  })
}

/** The drafts of whoever the actor makes programmes for. */
export async function draftsInReach(actor: Actor): Promise<Draft[]> {
  if (!maySomewhere(actor, 'change', 'programme')) return []
  return inScope(actor, store.allDrafts)
}

/** One draft, or undefined when it is out of reach. */
export async function draftWithId(actor: Actor, id: string): Promise<Draft | undefined> {
  if (!isId(id) || !maySomewhere(actor, 'change', 'programme')) return undefined
  return inScope(actor, (tx) => store.draftById(tx, id))
}

/** An owner with its name; the platform has none. */
export type NamedOwner = Owner & { readonly name: string | undefined }

/** For whom the actor may make a programme, the own place first. */
export async function ownersInReach(actor: Actor): Promise<NamedOwner[]> {
  const municipalities = (await municipalitiesKnown(actor)).map(({ id, regionId, name }) => ({
    ...{ owner: { municipalityId: id, regionId: null }, name },
    place: placeOfOwner({ municipalityId: id, regionId: null }, regionId),
  }))
  const regions = (await regionsKnown(actor)).map(({ id, name }) => ({
    ...{ owner: { municipalityId: null, regionId: id }, name },
    place: placeOfOwner({ municipalityId: null, regionId: id }, null),
  }))
  const platform = { owner: THE_PLATFORM, name: undefined, place: {} }
  return [...municipalities, ...regions, platform]
    .filter(({ place }) => may(actor, 'change', 'programme', place))
    .map(({ owner, name }) => ({ ...owner, name }))
}
