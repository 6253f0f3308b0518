import { inScope } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { may, maySomewhere } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { type Municipality, municipalitiesKnown, type Region, regionsKnown } from '../../access/queries.ts'
import { checkPage } from '../check.ts'
import { LANGUAGES, PAGE_LANGUAGES, type PageLanguage } from '../front-matter.ts'
import { brokenOutside } from '../outside/queries.ts'
import { isReadIn, type PagePlace, type ReadingPlace } from '../page.ts'
import type { ReadPage } from '../page-file.ts'
import { factsKnown, namesKnown } from '../queries.ts'
import * as store from '../store.ts'
import { type Reason, reasonsOf } from './attention.ts'

/**
 * Whether the actor keeps the pages of this place: of a municipality or region with the right there; what is for everyone
 * with the right over the whole platform, or over the one region of an installation. The database says the same.
 */
export async function mayChangePage(actor: Actor, { regionId, municipalityId }: PagePlace): Promise<boolean> {
  if (!maySomewhere(actor, 'change', 'page')) return false
  const [municipalities, regions] = await Promise.all([municipalitiesKnown(actor), regionsKnown(actor)])
  const [only] = regions.length === 1 && municipalityId === null ? regions : []
  const municipality = municipalities.find(({ id }) => id === municipalityId)
  return may(actor, 'change', 'page', {
    municipalityId: municipality?.id,
    regionId: regionId ?? municipality?.regionId ?? only?.id,
  })
}

/** A place by its codes, and where somebody reads who reads what is written for it. */
export type PlaceNamed = { readonly place: PagePlace; readonly reads: ReadingPlace }

/** Where a page is for: one municipality, one region, or without either everyone. Refuses both, and one that nobody knows. */
export async function placeNamed(
  actor: Actor,
  { municipalityCode: code, regionCode }: { readonly municipalityCode?: string; readonly regionCode?: string },
): Promise<Answer<PlaceNamed>> {
  if (code !== undefined && regionCode !== undefined) return refuse('page-one-place')
  if (code !== undefined) {
    const found = (await municipalitiesKnown(actor)).find((one) => one.code === code)
    if (found === undefined) return refuse('municipality-unknown', { code })
    const reads = { municipalityId: found.id, regionId: found.regionId }
    return allow({ place: { municipalityId: found.id, regionId: null }, reads })
  }
  const region = (await regionsKnown(actor)).find((one) => one.code === regionCode)
  if (regionCode !== undefined && region === undefined) return refuse('region-unknown', { name: regionCode })
  const place = { municipalityId: null, regionId: region?.id ?? null }
  return allow({ place, reads: place })
}

type Seen = Awaited<ReturnType<typeof store.versionsSeen>>[number]

/** A page in one language as a list shows it. */
export type PageListed = {
  readonly slug: string
  readonly language: PageLanguage
  readonly title: string
  /** Of one municipality, or what one adds to a page of everyone. */
  readonly municipality: Municipality | undefined
  /** Of one region. */
  readonly region: Region | undefined
  readonly isAddition: boolean
  readonly newest: Seen
  readonly isPublic: boolean
  readonly mayChange: boolean
  readonly isOwn: boolean
  readonly reasons: readonly Reason[]
}

/**
 * Every page that the actor keeps, or may add to because it is read where the actor writes; in each language apart, by
 * address. What asks attention is said of those that the actor keeps. Nothing for who keeps no page anywhere.
 */
export async function pagesListed(actor: Actor, today: Day): Promise<PageListed[]> {
  if (!maySomewhere(actor, 'change', 'page')) return []
  const [versions, municipalities, regions, places, broken] = await Promise.all([
    inScope(actor, (tx) => store.versionsSeen(tx)),
    municipalitiesKnown(actor),
    regionsKnown(actor),
    placesToWrite(actor),
    brokenOutside(actor),
  ])
  const silent = new Set(broken.map(({ address }) => address))
  const kept = await keptAmong(actor, versions)
  const facts = factsKnown(actor)
  const open = openByLanguage(versions)
  const byPage = Map.groupBy(versions, ({ pageId, language }) => `${pageId} ${language}`)
  return [...byPage.values()].flatMap((ofPage) => {
    const [newest] = ofPage
    const slug = newest?.slug ?? newest?.under ?? undefined
    if (newest === undefined || slug === undefined) return []
    const { language, title, municipalityId, regionId, addsTo, pageId, ownerId } = newest
    const mayChange = kept.has(pageId)
    if (!mayChange && !isReadWhere(newest, places.municipalities)) return []
    const isPublic = ofPage.some(({ state }) => state === 'approved')
    return [
      {
        ...{ slug, language, title, newest, mayChange, isPublic },
        municipality: municipalities.find(({ id }) => id === municipalityId),
        region: regions.find(({ id }) => id === regionId),
        isAddition: addsTo !== null,
        isOwn: ownerId === actor.personId,
        reasons: mayChange
          ? reasonsOf(ofPage, { all: versions, open: open.get(language) ?? new Set(), silent, facts, today })
          : [],
      },
    ]
  })
}

/** The addresses that a text in each language can lead to. */
function openByLanguage(versions: readonly Seen[]): ReadonlyMap<PageLanguage, ReadonlySet<string>> {
  const openIn = Map.groupBy(
    versions.filter(({ state, addsTo }) => state === 'approved' && addsTo === null),
    ({ language }) => language,
  )
  const openFor = (language: PageLanguage) =>
    // A text in another language leads on to Dutch ones.
    new Set(
      [language, ...(LANGUAGES.some((one) => one === language) ? [] : (['nl'] as const))]
        .flatMap((one) => openIn.get(one) ?? [])
        .flatMap(({ slug }) => slug ?? []),
    )
  return new Map(PAGE_LANGUAGES.map((language) => [language, openFor(language)]))
}

/** Whether a page is read in one of these municipalities: what is of another region or municipality is no business here. */
const isReadWhere = (page: PagePlace, where: readonly Municipality[]): boolean =>
  where.some(({ id, regionId }) => isReadIn(page, { municipalityId: id, regionId })) ||
  (page.municipalityId === null && page.regionId === null)

async function keptAmong(actor: Actor, versions: readonly (PagePlace & { pageId: Id })[]): Promise<ReadonlySet<Id>> {
  const pages = [...new Map(versions.map((version) => [version.pageId, version])).values()]
  const may = await Promise.all(pages.map((page) => mayChangePage(actor, page)))
  return new Set(pages.flatMap(({ pageId }, at) => (may[at] === true ? [pageId] : [])))
}

export type PageKept = {
  readonly slug: string
  readonly language: PageLanguage
  readonly municipality: Municipality | undefined
  /** Of one region; then where it is looked at on the site is one of its municipalities. */
  readonly region: Region | undefined
  readonly lookIn: Municipality | undefined
  readonly isAddition: boolean
  readonly isOwn: boolean
  /** The newest first; none yet in a language in which nobody wrote it. */
  readonly versions: Awaited<ReturnType<typeof store.versionsOf>>
  readonly steps: Awaited<ReturnType<typeof store.stepsOf>>
  /** The text of everyone that an addition stands under. */
  readonly under: string | undefined
  /** What the page under an addition says above its text, to begin with. */
  readonly like: Awaited<ReturnType<typeof store.versionsOf>>[number] | undefined
  /** The Dutch text as it came with the product, which a translation follows. */
  readonly dutch: string | null
  /** The Dutch version that a text in another language says the same as. */
  readonly original: Awaited<ReturnType<typeof store.versionsOf>>[number] | undefined
}

/**
 * A page in one language with all its versions and what happened to them, for who keeps it; `addedBy` for what that
 * municipality adds to it. Undefined for a page that is not there or is kept by others.
 */
export async function pageKept(
  actor: Actor,
  { slug, language, addedBy }: { slug: string; language: PageLanguage; addedBy?: Municipality },
): Promise<PageKept | undefined> {
  return inScope(actor, async (tx) => {
    const base = await store.pageAt(tx, slug)
    if (base === undefined || (addedBy !== undefined && !mayBeAddedTo(base, addedBy))) return undefined
    const place = addedBy === undefined ? base : { municipalityId: addedBy.id, regionId: null }
    if (!(await mayChangePage(actor, place))) return undefined
    const page = addedBy === undefined ? base : await store.pageAt(tx, slug, addedBy.id)
    const versions = page === undefined ? [] : await store.versionsOf(tx, page.id, language)
    const steps = await store.stepsOf(
      tx,
      versions.map(({ id }) => id),
    )
    const municipalities = await municipalitiesKnown(actor)
    const municipality = municipalities.find(({ id }) => id === place.municipalityId)
    const [under] = addedBy === undefined ? [] : await store.versionsOf(tx, base.id, language)
    const dutch = page === undefined ? [] : await store.versionsOf(tx, page.id, 'nl')
    const original = dutch.find(({ state }) => state === 'approved') ?? dutch[0]
    return {
      ...{ slug, language, versions, steps, under: under?.title, like: under, original },
      dutch: original?.shippedAs ?? null,
      municipality,
      region: (await regionsKnown(actor)).find(({ id }) => id === place.regionId),
      lookIn: municipality ?? municipalities.find(({ regionId }) => regionId !== null && regionId === place.regionId),
      isAddition: addedBy !== undefined,
      isOwn: page?.ownerId === actor.personId,
    }
  })
}

/** A municipality adds under what is for everyone or for its own region. */
const mayBeAddedTo = (page: PagePlace, { id, regionId }: Municipality): boolean =>
  page.municipalityId === null && isReadIn(page, { municipalityId: id, regionId })

/** What is wrong with a text for this address; a page may lead to every page that there is, and to itself. */
export async function checkedPage(actor: Actor, slug: string, text: string): Promise<ReadPage> {
  const slugs = new Set([slug, ...(await inScope(actor, store.allSlugs))])
  return checkPage({ slug, text }, { ...namesKnown(actor), slugs })
}

export type PlacesToWrite = {
  readonly everyone: boolean
  readonly regions: readonly Region[]
  readonly municipalities: readonly Municipality[]
}

/** Where the actor may begin a page: for everyone, when that is the actor's to keep, and in which regions and municipalities. */
export async function placesToWrite(actor: Actor): Promise<PlacesToWrite> {
  if (!maySomewhere(actor, 'change', 'page')) return { everyone: false, regions: [], municipalities: [] }
  const [everyone, known, regions] = await Promise.all([
    mayChangePage(actor, { regionId: null, municipalityId: null }),
    municipalitiesKnown(actor),
    regionsKnown(actor),
  ])
  const inRegions = await Promise.all(
    regions.map(({ id }) => mayChangePage(actor, { regionId: id, municipalityId: null })),
  )
  const mine = await Promise.all(known.map(({ id }) => mayChangePage(actor, { regionId: null, municipalityId: id })))
  // Where there is one region, what is for everyone is for that region.
  const own = regions.length > 1 ? regions.filter((_, at) => inRegions[at]) : []
  return { everyone, regions: own, municipalities: known.filter((_, at) => mine[at]) }
}
