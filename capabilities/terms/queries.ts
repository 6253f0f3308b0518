import { readFileSync } from 'node:fs'
import { inScope } from '../../database/transaction.ts'
import type { Id } from '../../foundation/id.ts'
import { may, maySomewhere } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import { municipalitiesKnown, regionsKnown } from '../access/queries.ts'
import { type Chosen, type NamePlace, type Term, termsIn } from './chosen.ts'
import { type NameBook, readAs } from './name-book.ts'
import * as store from './store.ts'
import { type Said, type ShippedTerms, shippedTermsFormat, type TermCode } from './term.ts'

const FILE = 'content/terms.json'
let shipped: ShippedTerms | undefined

/** The names that come with the product. */
export const shippedTerms = (_actor: Actor): ShippedTerms => {
  shipped ??= shippedTermsFormat.parse(JSON.parse(readFileSync(FILE, 'utf8'))).terms
  return shipped
}

/** Every name that was chosen anywhere, with the region of each municipality; public knowledge, and the same for everyone. */
export async function nameBook(actor: Actor): Promise<NameBook> {
  return inScope(actor, async (tx) => {
    const [rows, municipalities] = [await store.lastNames(tx), await municipalitiesKnown(actor)]
    const regionOf = new Map(municipalities.map(({ id, regionId }) => [id, regionId]))
    return { shipped: shippedTerms(actor), chosen: rows.flatMap(asChosen), regionOf }
  })
}

const asChosen = ({ said, ...row }: Awaited<ReturnType<typeof store.lastNames>>[number]): Chosen[] =>
  said === null ? [] : [{ ...row, said }]

/** What everything is called in a place. */
export async function termsAt(actor: Actor, place: NamePlace): Promise<Term[]> {
  const book = await nameBook(actor)
  return termsIn(book.shipped, book.chosen, readAs(place, book))
}

/** A number that changes with every name that somebody chooses. */
export const termsMark = (actor: Actor): Promise<number> => inScope(actor, store.mark)

/** A region or municipality whose names the actor keeps. */
export type PlaceNamed = NamePlace & {
  readonly id: Id
  readonly name: string
  readonly kind: 'region' | 'municipality'
}

/** The places whose names the actor keeps: who keeps the public pages of a place keeps its names; regions first. */
export async function placesNamed(actor: Actor): Promise<PlaceNamed[]> {
  if (!maySomewhere(actor, 'change', 'page')) return []
  const [regions, municipalities] = [await regionsKnown(actor), await municipalitiesKnown(actor)]
  return [
    ...regions
      .filter(({ id }) => may(actor, 'change', 'page', { regionId: id }))
      .map(({ id, name }) => ({ id, name, kind: 'region' as const, regionId: id, municipalityId: null })),
    ...municipalities
      .filter(({ id, regionId }) =>
        may(actor, 'change', 'page', { municipalityId: id, regionId: regionId ?? undefined }),
      )
      .map(({ id, name }) => ({ id, name, kind: 'municipality' as const, regionId: null, municipalityId: id })),
  ]
}

export type TermVersion = {
  readonly version: number
  /** Null where the name under it was taken again. */
  readonly said: Said | null
  readonly recordedBy: Id
  readonly recordedAt: Date
}

/** One thing as a place calls it, and all that the place called it before; undefined for who does not keep its names. */
export async function termKept(actor: Actor, code: TermCode, place: NamePlace) {
  const mine = await placesNamed(actor)
  if (!mine.some((one) => one.regionId === place.regionId && one.municipalityId === place.municipalityId))
    return undefined
  return inScope(actor, async (tx) => {
    const book = await nameBook(actor)
    const term = termsIn(book.shipped, book.chosen, readAs(place, book)).find((one) => one.code === code)
    const versions: TermVersion[] = await store.versionsOf(tx, code, place)
    return term === undefined ? undefined : { term, versions, version: versions[0]?.version ?? 0 }
  })
}
