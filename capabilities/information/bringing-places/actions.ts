import { allOrNothing, inScope } from '../../../database/transaction.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { may } from '../../access/access.ts'
import { addMunicipality, addRegion, addVillage, joinRegion } from '../../access/actions.ts'
import type { Actor } from '../../access/actor.ts'
import { placeCode } from '../../access/place-code.ts'
import { municipalityWithCode, regionsKnown, villagesIn } from '../../access/queries.ts'
import { keepPostcodes } from '../actions.ts'
import { type MunicipalityGiven, municipalitiesIn, placesIn } from './places-file.ts'

/** How much of the document was not there yet. */
export type PlacesBrought = { readonly regions: number; readonly municipalities: number; readonly villages: number }

/**
 * Makes the places of this installation those of a document: what is missing is added, with postcodes as they stand there;
 * what is there already stays, so that the same document can be brought again. All of it or nothing. Refuses who does
 * not set up the whole platform, a document that is not right, a name or code that means two things, and a municipality that
 * is of another region.
 */
export async function bringPlaces(actor: Actor, text: string): Promise<Answer<PlacesBrought>> {
  if (!may(actor, 'change', 'municipality', {})) return refuse('not-yours')
  const read = placesIn(text)
  if ('wrongAt' in read) return refuse('places-wrong', { at: read.wrongAt })
  const all = municipalitiesIn(read.places)
  const twice = all.find(({ given }, at) => all.some((other, before) => before < at && other.given.code === given.code))
  if (twice !== undefined) return refuse('municipality-exists', { code: twice.given.code })
  return inScope(actor, (tx) =>
    allOrNothing(tx, async () => {
      const brought = { regions: 0, municipalities: 0, villages: 0 }
      for (const { name } of read.places.regions) {
        const region = await regionNamed(actor, name)
        if (!region.ok) return region
        if (region.value.isNew) brought.regions++
      }
      for (const { of, given } of all) {
        const region = of === undefined ? allow(undefined) : await regionNamed(actor, of)
        if (!region.ok) return region
        const done = await bringMunicipality(actor, given, region.value?.id)
        if (!done.ok) return done
        brought.municipalities += done.value.municipalities
        brought.villages += done.value.villages
      }
      return allow(brought)
    }),
  )
}

/** The region with this name, made when there is none. */
export async function regionNamed(actor: Actor, name: string): Promise<Answer<{ id: Id; isNew: boolean }>> {
  const known = (await regionsKnown(actor)).find((region) => region.code === placeCode(name))
  if (known !== undefined) return allow({ id: known.id, isNew: false })
  const added = await addRegion(actor, name)
  return added.ok ? allow({ id: added.value.id, isNew: true }) : added
}

async function bringMunicipality(
  actor: Actor,
  given: MunicipalityGiven,
  regionId: Id | undefined,
): Promise<Answer<{ municipalities: number; villages: number }>> {
  const known = await municipalityWithCode(actor, given.code)
  const done =
    known === undefined
      ? await addMunicipality(actor, { ...given, ...(regionId !== undefined && { regionId }) })
      : await completeMunicipality(actor, known.id, { given, regionId, name: known.name })
  if (!done.ok) return done
  const kept = given.postcodes === undefined ? allow() : await keepPostcodes(actor, given.code, given.postcodes)
  if (!kept.ok) return kept
  const isNew = known === undefined
  return allow({
    municipalities: isNew ? 1 : 0,
    villages: 'villages' in done.value ? done.value.villages : given.villages.length,
  })
}

type Completing = { readonly given: MunicipalityGiven; readonly regionId: Id | undefined; readonly name: string }

/** Adds what a municipality that is there does not have yet: its region, and villages. */
async function completeMunicipality(
  actor: Actor,
  id: Id,
  { given, regionId, name }: Completing,
): Promise<Answer<{ villages: number }>> {
  if (name !== given.name) return refuse('municipality-exists', { code: given.code })
  const joined = regionId === undefined ? allow() : await joinRegion(actor, id, regionId)
  if (!joined.ok) return joined
  const known = new Set((await villagesIn(actor, id)).map(({ code }) => code))
  const missing = given.villages.filter((village) => !known.has(placeCode(village) ?? ''))
  for (const village of missing) {
    const added = await addVillage(actor, id, village)
    if (!added.ok) return added
  }
  return allow({ villages: missing.length })
}
