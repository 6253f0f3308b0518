import type { Actor } from '../../../capabilities/access/actor.ts'
import { programmesCarriedOut } from '../../../capabilities/access/queries.ts'
import { isReadIn, type PagePlace } from '../../../capabilities/information/page.ts'
import { type Asked, type Reading, readingIn } from '../../../capabilities/information/queries.ts'
import { programmesKnown } from '../../../capabilities/programmes/queries.ts'
import type { Term } from '../../../capabilities/terms/chosen.ts'
import { namesAt } from '../../../capabilities/terms/name-book.ts'
import type { Speak } from '../../../capabilities/terms/spoken.ts'
import type { Here } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'

/** Where a page is read, and what that means for what stands on it. */
export type Around = Reading & {
  readonly here: Here
  readonly asked: Asked & { readonly language: Here['lang'] }
  /** What everything is called there, and how a text is said with it. */
  readonly terms: readonly Term[]
  readonly said: Speak
}

/** The place in the address of this page; undefined for a municipality that nobody knows. */
export async function aroundOf(actor: Actor, page: PageRequest): Promise<Around | undefined> {
  const { place: slug } = page.params
  const reading = await readingIn(actor, slug)
  if (reading === undefined) return undefined
  const { lang, today, isDemo } = page
  const { terms, speak } = namesAt(page.names, reading.place)
  const said = speak[lang]
  return {
    ...{ ...reading, here: { lang, place: slug }, terms, said },
    asked: { language: lang, place: reading.place, today, isDemo, said },
  }
}

/** Where it is read, as the frame of a page shows it. */
export const placeShown = ({ here, municipality }: Around) =>
  here.place === undefined || municipality === undefined ? undefined : { slug: here.place, name: municipality.name }

/**
 * The municipality in the address by which a text counts for search engines: none when it says the same without a municipality,
 * that of the reader otherwise. What stands beside a text, such as local help and stories, is not of the text.
 */
export async function countsIn(
  actor: Actor,
  { here, place }: Around,
  saysTheSame: (isReadThere: (page: PagePlace) => boolean) => boolean,
): Promise<string | undefined> {
  const nowhere = (await readingIn(actor, undefined))?.place
  if (nowhere === undefined) return here.place
  const isOnlyPlace = nowhere.municipalityId === place.municipalityId
  return isOnlyPlace || saysTheSame((page) => isReadIn(page, nowhere)) ? undefined : here.place
}

export type Offer = { readonly name: string; readonly summary: string }

/** Which programmes run in this municipality, or anywhere in this installation when none was chosen, the oldest first. */
export async function runningIn(actor: Actor, { municipality }: Around): Promise<ReadonlySet<string>> {
  const carriedOut = await programmesCarriedOut(actor)
  const here = carriedOut.filter(
    (one) => one.isRunning && one.municipalityId === (municipality?.id ?? one.municipalityId),
  )
  return new Set(here.map(({ programmeCode }) => programmeCode))
}

/** What runs there, in the words of its definitions. */
export async function offersAround(actor: Actor, around: Around): Promise<Offer[]> {
  const { here, said } = around
  const { lang } = here
  const [codes, known] = await Promise.all([runningIn(actor, around), programmesKnown(actor)])
  const byCode = new Map(known.map((one) => [one.code, one]))
  return [...codes]
    .flatMap((code) => byCode.get(code) ?? [])
    .filter(({ notListed }) => notListed !== true)
    .map(({ name, summary }) => ({ name: said(name[lang]), summary: said(summary[lang]) }))
}
