import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inScope } from '../../database/transaction.ts'
import type { Day } from '../../foundation/day.ts'
import { maySomewhere } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import { type Municipality, municipalitiesKnown, regionsKnown, villagesIn } from '../access/queries.ts'
import { helplineCodes } from '../help-requests/queries.ts'
import { type Block, blocksSaid } from './blocks.ts'
import { checkPages, type FaultAt, type GivenFile, type Known } from './check.ts'
import { type AgeBand, childRightsFormat, type RightTold, rightsOn } from './child-rights.ts'
import { areFactsSound, type Fact, factsFormat } from './facts.ts'
import {
  type Audience,
  LANGUAGES,
  MORE_LANGUAGES,
  type MoreLanguage,
  PAGE_LANGUAGES,
  type PageLanguage,
  type Source,
} from './front-matter.ts'
import { readText } from './markdown.ts'
import { isReadIn, isTrusted, isUncertain, type PageHead, type ReadingPlace } from './page.ts'
import type { PageFile } from './page-file.ts'
import { type ParentingPlan, parentingPlanFormat } from './parenting-plan.ts'
import { type FindablePlace, type FoundPlace, placesMeant } from './places.ts'
import * as store from './store.ts'

/** Where the texts that come with the product stand, from the folder in which it runs. */
const FOLDER = 'content'

/** What can change by law or by year, as it came with the product. */
export const factsKnown = (_actor: Actor): readonly Fact[] =>
  factsFormat.parse(JSON.parse(readFileSync(join(FOLDER, 'facts.json'), 'utf8'))).facts

/** What somebody of this age may decide and when a judge listens, with the ages that hold on this day; for everyone. */
export const rightsOfChildren = (actor: Actor, band: AgeBand, today: Day): RightTold[] =>
  rightsOn(childRightsFormat.parse(JSON.parse(readFileSync(join(FOLDER, 'child-rights.json'), 'utf8'))), band, {
    facts: factsKnown(actor),
    today,
  })

/** What a text may name: helplines and facts. */
export const namesKnown = (actor: Actor): Known => ({
  helplines: helplineCodes(actor),
  facts: factsKnown(actor).map(({ code }) => code),
})

export type ShippedPage = {
  readonly slug: string
  readonly language: PageLanguage
  readonly page: PageFile
  readonly hash: string
}

/** The pages that come with the product, without those that have a fault; and the faults. */
export function shippedPages(actor: Actor, folder = FOLDER): { pages: ShippedPage[]; faults: readonly FaultAt[] } {
  const files = shippedFiles(folder)
  const { pages, faults } = checkPages(files, namesKnown(actor))
  const isFaulty = ({ slug, language }: { slug: string; language: PageLanguage }) =>
    faults.some((fault) => fault.slug === slug && fault.language === language)
  const hashes = new Map(files.map(({ language, slug, text }) => [`${language}/${slug}`, hashOf(text)]))
  return {
    faults,
    pages: pages
      .filter((one) => !isFaulty(one))
      .map((one) => ({ ...one, hash: hashes.get(`${one.language}/${one.slug}`) ?? '' })),
  }
}

/** What tells the texts that come with the product from any other; a hundred times quicker than reading them as pages. */
export const shippedHashes = (folder = FOLDER): string[] => shippedFiles(folder).map(({ text }) => hashOf(text))

const shippedFiles = (folder: string): GivenFile[] =>
  PAGE_LANGUAGES.flatMap((language) => filesIn(join(folder, 'pages', language), language))

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

const filesIn = (folder: string, language: PageLanguage): GivenFile[] =>
  !existsSync(folder)
    ? []
    : readdirSync(folder)
        .filter((name) => name.endsWith('.md'))
        .sort()
        .map((name) => ({ language, slug: name.slice(0, -3), text: readFileSync(join(folder, name), 'utf8') }))

/** Where somebody reads, with the municipality when one was chosen. */
export type Reading = { readonly municipality: Municipality | undefined; readonly place: ReadingPlace }

/**
 * The place of an address: the municipality with this slug; without one the only municipality or the only region of the
 * installation, so that nobody there has to choose. Undefined for a municipality that nobody knows.
 */
export async function readingIn(actor: Actor, slug: string | undefined): Promise<Reading | undefined> {
  return inScope(actor, async () => {
    const [municipalities, regions] = await Promise.all([municipalitiesKnown(actor), regionsKnown(actor)])
    const chosen = municipalities.find((one) => one.slug === slug)
    if (slug !== undefined && chosen === undefined) return undefined
    const [only] = municipalities.length === 1 ? municipalities : []
    const municipality = chosen ?? only
    if (municipality !== undefined)
      return { municipality, place: { municipalityId: municipality.id, regionId: municipality.regionId } }
    const [region] = regions.length === 1 ? regions : []
    return { municipality: undefined, place: { municipalityId: null, regionId: region?.id ?? null } }
  })
}

/** The municipalities that somebody can mean with a name, a village or a postcode, the best first. */
export async function placesFound(actor: Actor, typed: string): Promise<FoundPlace[]> {
  const text = typed
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, LONGEST_PLACE)
  if (text === '') return []
  return placesMeant(await findablePlaces(actor), text)
}

const LONGEST_PLACE = 80

async function findablePlaces(actor: Actor): Promise<FindablePlace[]> {
  return inScope(actor, async (tx) => {
    const municipalities = await municipalitiesKnown(actor)
    const postcodes = await store.allPostcodes(tx)
    const villages = await Promise.all(municipalities.map(({ id }) => villagesIn(actor, id)))
    return municipalities.map(({ id, slug, name }, at) => ({
      ...{ id, slug, name },
      villages: (villages[at] ?? []).map((village) => village.name),
      postcodes: postcodes
        .filter(({ municipalityId }) => municipalityId === id)
        .map(({ firstFigures, lastFigures }) => [firstFigures, lastFigures] as const),
    }))
  })
}

/** How pages are asked for: in which language, where, on which day; in the demo uncertain texts are shown too. */
export type Asked = {
  readonly language: PageLanguage
  readonly place: ReadingPlace
  readonly today: Day
  readonly isDemo: boolean
  /** Puts the names of the place into what is read; texts are given as they were written when nothing does. */
  readonly said?: (text: string) => string
}

/** Every page that is public there, in one fixed order; what only a machine translated in the demo alone. */
export async function publicPages(actor: Actor, asked: Asked): Promise<PageHead[]> {
  const { place, said } = asked
  const here = (await pagesAnywhere(actor, asked)).filter((head) => isReadIn(head, place))
  // The title of a window tells nothing in any name.
  return said === undefined
    ? here
    : here.map((head) => ({ ...head, title: said(head.title), summary: said(head.summary) }))
}

/** The public pages that are not read in this place: of regions and municipalities elsewhere. */
export const pagesOfSomewhere = async (actor: Actor, asked: Asked): Promise<PageHead[]> =>
  (await pagesAnywhere(actor, asked)).filter((head) => !isReadIn(head, asked.place))

async function pagesAnywhere(actor: Actor, { language, today, isDemo }: Asked): Promise<PageHead[]> {
  const facts = factsKnown(actor)
  const heads = await inScope(actor, (tx) => store.approvedHeads(tx, language))
  return heads.filter((head) => isDemo || isTrusted(head, facts, today))
}

/** The addresses of what is approved in this language. */
export const publicSlugs = async (actor: Actor, language: PageLanguage): Promise<ReadonlySet<string>> =>
  new Set((await inScope(actor, (tx) => store.approvedHeads(tx, language))).map(({ slug }) => slug))

/** What is public in Dutch for everyone, and whether its window title tells nothing. */
export async function approvedNeutrality(actor: Actor): Promise<ReadonlyMap<string, { isNeutral: boolean }>> {
  const heads = await inScope(actor, (tx) => store.approvedHeads(tx, 'nl'))
  const ofEveryone = heads.filter(({ regionId, municipalityId }) => regionId === null && municipalityId === null)
  return new Map(ofEveryone.map(({ slug, windowTitle }) => [slug, { isNeutral: windowTitle !== null }]))
}

/** By language the addresses of the pages in it; a language without any is left out. */
export type Translations = ReadonlyMap<MoreLanguage, ReadonlySet<string>>

/** Which pages are public in the languages beside Dutch and English, read in this place. */
export async function publicTranslations(
  actor: Actor,
  { place, today, isDemo }: Omit<Asked, 'language'>,
): Promise<Translations> {
  const facts = factsKnown(actor)
  const found = (await inScope(actor, (tx) => store.approvedIn(tx, MORE_LANGUAGES))).filter(
    (one) => isReadIn(one, place) && (isDemo || isTrusted(one, facts, today)),
  )
  return new Map(
    MORE_LANGUAGES.flatMap((language) => {
      const slugs = found.filter((one) => one.language === language).map(({ slug }) => slug)
      return slugs.length === 0 ? [] : [[language, new Set(slugs)] as const]
    }),
  )
}

/** For whom each page is, by its slug; in whatever language it is public. */
export async function approvedAudiences(actor: Actor): Promise<ReadonlyMap<string, readonly Audience[]>> {
  const heads = await inScope(actor, (tx) =>
    Promise.all(LANGUAGES.map((language) => store.approvedHeads(tx, language))),
  )
  return new Map(heads.flat().map(({ slug, audience }) => [slug, audience]))
}

export type PageShown = PageHead & {
  readonly blocks: readonly Block[]
  readonly sources: readonly Source[]
  readonly related: readonly PageHead[]
  /** What the municipality of the address adds. */
  readonly addition: { readonly title: string; readonly blocks: readonly Block[] } | undefined
  /** A fact in it is unverified or does not hold today; only in the demo. */
  readonly isUncertain: boolean
}

/** One public page; undefined when it is not there, not public, of another place, or outside the demo not certain. */
export async function publicPage(actor: Actor, slug: string, asked: Asked): Promise<PageShown | undefined> {
  const { language, place, today } = asked
  return inScope(actor, async (tx) => {
    const heads = await publicPages(actor, asked)
    const head = heads.find((one) => one.slug === slug)
    const page = head === undefined ? undefined : await store.approvedPage(tx, slug, language)
    if (head === undefined || page === undefined) return undefined
    const facts = factsKnown(actor)
    const { municipalityId } = place
    const added =
      municipalityId === null ? undefined : await store.approvedAddition(tx, page.pageId, language, municipalityId)
    const isShown = added !== undefined && (asked.isDemo || !isUncertain(added, facts, today))
    const { said = (text: string) => text } = asked
    return {
      ...head,
      blocks: blocksSaid(readText(page.body).blocks, said),
      sources: page.sources,
      related: page.related.flatMap((wanted) => heads.find((one) => one.slug === wanted) ?? []),
      addition: isShown
        ? { title: said(added.title), blocks: blocksSaid(readText(added.body).blocks, said) }
        : undefined,
      isUncertain: isUncertain(page, facts, today) || (isShown && isUncertain(added, facts, today)),
    }
  })
}

/**
 * The helper for a parenting plan among these public pages: it belongs to the page that explains the plan, and is public
 * with it. Undefined without that page, and outside the demo while a fact of the helper cannot be trusted today.
 */
export function parentingPlanAmong(
  actor: Actor,
  slugs: ReadonlySet<string>,
  { today, isDemo }: Pick<Asked, 'today' | 'isDemo'>,
): ParentingPlan | undefined {
  const plan = parentingPlanFormat.parse(JSON.parse(readFileSync(join(FOLDER, 'parenting-plan.json'), 'utf8')))
  const isSound = isDemo || areFactsSound(factsKnown(actor), plan.facts, today)
  return slugs.has(plan.page) && isSound ? plan : undefined
}

/** A number that changes with everything that becomes public or is taken back. */
export const publicationMark = (actor: Actor): Promise<number> => inScope(actor, store.mark)

/** Every version in the actor's reach with its state, the newest first; what is public to who keeps none. */
export async function pageVersionsSeen(actor: Actor) {
  if (!maySomewhere(actor, 'list', 'page')) return []
  return inScope(actor, (tx) => store.versionsSeen(tx))
}
