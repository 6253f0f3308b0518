import { inScope } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { may, maySomewhere } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { type Municipality, municipalitiesKnown, regionsKnown } from '../../access/queries.ts'
import { checkPage } from '../check.ts'
import { LANGUAGES, PAGE_LANGUAGES, type PageLanguage } from '../front-matter.ts'
import { brokenOutside } from '../outside/queries.ts'
import type { PagePlace } from '../page.ts'
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

type Seen = Awaited<ReturnType<typeof store.versionsSeen>>[number]

/** A page in one language as a list shows it. */
export type PageListed = {
  readonly slug: string
  readonly language: PageLanguage
  readonly title: string
  /** Of one municipality, or what one adds to a page of everyone. */
  readonly municipality: Municipality | undefined
  readonly isAddition: boolean
  readonly newest: Seen
  readonly isPublic: boolean
  readonly mayChange: boolean
  readonly isOwn: boolean
  readonly reasons: readonly Reason[]
}

/**
 * Every page that the actor may read before it is public, or add to; in each language apart, by address. What asks attention
 * is said of those that the actor keeps. Nothing for who keeps no page anywhere.
 */
export async function pagesListed(actor: Actor, today: Day): Promise<PageListed[]> {
  if (!maySomewhere(actor, 'change', 'page')) return []
  const [versions, municipalities, broken] = await Promise.all([
    inScope(actor, (tx) => store.versionsSeen(tx)),
    municipalitiesKnown(actor),
    brokenOutside(actor),
  ])
  const silent = new Set(broken.map(({ address }) => address))
  const kept = await keptAmong(actor, versions)
  const facts = factsKnown(actor)
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
  const open = new Map(PAGE_LANGUAGES.map((language) => [language, openFor(language)]))
  const byPage = Map.groupBy(versions, ({ pageId, language }) => `${pageId} ${language}`)
  return [...byPage.values()].flatMap((ofPage) => {
    const [newest] = ofPage
    const slug = newest?.slug ?? newest?.under ?? undefined
    if (newest === undefined || slug === undefined) return []
    const { language, title, municipalityId, addsTo, pageId, ownerId } = newest
    const mayChange = kept.has(pageId)
    const isPublic = ofPage.some(({ state }) => state === 'approved')
    return [
      {
        ...{ slug, language, title, newest, mayChange, isPublic },
        municipality: municipalities.find(({ id }) => id === municipalityId),
        isAddition: addsTo !== null,
        isOwn: ownerId === actor.personId,
        reasons: mayChange
          ? reasonsOf(ofPage, { all: versions, open: open.get(language) ?? new Set(), silent, facts, today })
          : [],
      },
    ]
  })
}

async function keptAmong(actor: Actor, versions: readonly (PagePlace & { pageId: Id })[]): Promise<ReadonlySet<Id>> {
  const pages = [...new Map(versions.map((version) => [version.pageId, version])).values()]
  const may = await Promise.all(pages.map((page) => mayChangePage(actor, page)))
  return new Set(pages.flatMap(({ pageId }, at) => (may[at] === true ? [pageId] : [])))
}

export type PageKept = {
  readonly slug: string
  readonly language: PageLanguage
  readonly municipality: Municipality | undefined
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
    if (base === undefined || (addedBy !== undefined && base.municipalityId !== null)) return undefined
    const place = addedBy === undefined ? base : { municipalityId: addedBy.id, regionId: null }
    if (!(await mayChangePage(actor, place))) return undefined
    const page = addedBy === undefined ? base : await store.pageAt(tx, slug, addedBy.id)
    const versions = page === undefined ? [] : await store.versionsOf(tx, page.id, language)
    const steps = await store.stepsOf(
      tx,
      versions.map(({ id }) => id),
    )
    const municipalities = await municipalitiesKnown(actor)
    const [under] = addedBy === undefined ? [] : await store.versionsOf(tx, base.id, language)
    const dutch = page === undefined ? [] : await store.versionsOf(tx, page.id, 'nl')
    const original = dutch.find(({ state }) => state === 'approved') ?? dutch[0]
    return {
      ...{ slug, language, versions, steps, under: under?.title, like: under, original },
      dutch: original?.shippedAs ?? null,
      municipality: municipalities.find(({ id }) => id === place.municipalityId),
      isAddition: addedBy !== undefined,
      isOwn: page?.ownerId === actor.personId,
    }
  })
}

/** What is wrong with a text for this address; a page may lead to every page that there is, and to itself. */
export async function checkedPage(actor: Actor, slug: string, text: string): Promise<ReadPage> {
  const slugs = new Set([slug, ...(await inScope(actor, store.allSlugs))])
  return checkPage({ slug, text }, { ...namesKnown(actor), slugs })
}

/** Where the actor may begin a page: for everyone, when that is the actor's to keep, and in which municipalities. */
export async function placesToWrite(
  actor: Actor,
): Promise<{ readonly everyone: boolean; readonly municipalities: readonly Municipality[] }> {
  if (!maySomewhere(actor, 'change', 'page')) return { everyone: false, municipalities: [] }
  const [everyone, known] = await Promise.all([
    mayChangePage(actor, { regionId: null, municipalityId: null }),
    municipalitiesKnown(actor),
  ])
  const mine = await Promise.all(known.map(({ id }) => mayChangePage(actor, { regionId: null, municipalityId: id })))
  return { everyone, municipalities: known.filter((_, at) => mine[at]) }
}
