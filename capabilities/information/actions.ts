import { inScope } from '../../database/transaction.ts'
import { type Id, newId } from '../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { may, maySomewhere } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import { municipalityWithCode } from '../access/queries.ts'
import type { FaultAt } from './check.ts'
import { checkedPage, mayChangePage, placeNamed } from './editing/queries.ts'
import { addShippedSynonyms } from './finding/actions.ts'
import type { PageLanguage } from './front-matter.ts'
import { isReadIn, mayFollow, STATES, type State } from './page.ts'
import { type ShippedPage, shippedHashes, shippedPages } from './queries.ts'
import * as store from './store.ts'

export type Shipping = { readonly added: number; readonly faults: readonly FaultAt[] }

/**
 * Brings in the pages that come with the product, each changed text as a new version: a draft, because only approved text
 * is public; in the demo approved at once, unless somebody approved a text of its own there. What is in the
 * database already stays. Gives the faults of pages that were left out. Who may not change pages of everyone adds nothing.
 */
export async function publishShippedPages(
  actor: Actor,
  { isDemo, folder }: { isDemo: boolean; folder?: string },
): Promise<Shipping> {
  if (!may(actor, 'change', 'page', {})) return { added: 0, faults: [] }
  if (await hasThemAll(actor, folder)) return { added: 0, faults: [] }
  const { pages: shipped, faults } = shippedPages(actor, folder)
  const added = await inScope(actor, async (tx) => {
    await store.lockPages(tx)
    const known = (await store.versionsSeen(tx)).filter(({ addsTo }) => addsTo === null)
    const fresh = shipped.filter(({ hash }) => !known.some(({ shippedAs }) => shippedAs === hash))
    const ids = new Map(known.flatMap(({ slug, pageId }) => (slug === null ? [] : [[slug, pageId] as const])))
    const begun = [...new Set(fresh.map(({ slug }) => slug))].filter((slug) => !ids.has(slug))
    for (const slug of begun) ids.set(slug, newId())
    await store.insertPages(
      tx,
      begun.map((slug) => ({ id: ids.get(slug) ?? '', slug, ownerId: actor.personId, createdBy: actor.personId })),
    )
    const rows = fresh.map((one) => {
      const pageId = ids.get(one.slug) ?? ''
      const before = known.filter((version) => version.pageId === pageId && version.language === one.language)
      return { row: rowOf(actor, one, pageId, (before[0]?.version ?? 0) + 1), before }
    })
    await store.insertVersions(
      tx,
      rows.map(({ row }) => row),
    )
    await store.insertSteps(
      tx,
      rows.map(({ row }) => stepOf(actor, row.id, 'draft')),
    )
    if (isDemo) await approveInDemo(actor, rows)
    await addShippedSynonyms(actor)
    return rows.length
  })
  return { added, faults }
}

/** Whether each text is there already, as at every start but the first of a version; only a text without faults can be. */
const hasThemAll = (actor: Actor, folder?: string): Promise<boolean> =>
  inScope(actor, async (tx) => {
    const known = new Set((await store.versionsSeen(tx)).map(({ shippedAs }) => shippedAs))
    if (!shippedHashes(folder).every((hash) => known.has(hash))) return false
    await addShippedSynonyms(actor)
    return true
  })

type Fresh = {
  readonly row: store.VersionRow
  readonly before: readonly { id: string; state: State; shippedAs: string | null }[]
}

/** The demo shows what comes with the product; a text that somebody of the demo approved stays before it. */
async function approveInDemo(actor: Actor, fresh: readonly Fresh[]): Promise<void> {
  const ready = fresh.filter(({ before }) =>
    before.every(({ state, shippedAs }) => state !== 'approved' || shippedAs !== null),
  )
  const old = ready.flatMap(({ before }) => before.filter(({ state }) => state === 'approved').map(({ id }) => id))
  const now = ready.map(({ row }) => row.id)
  await inScope(actor, async (tx) => {
    await store.setState(tx, old, 'approved', 'retired')
    await store.setState(tx, now, 'draft', 'approved')
    const steps = [...old.map((id) => stepOf(actor, id, 'retired')), ...now.map((id) => stepOf(actor, id, 'approved'))]
    await store.insertSteps(tx, steps)
  })
}

const stepOf = (actor: Actor, versionId: string, state: State) => ({
  id: newId(),
  versionId,
  state,
  recordedBy: actor.personId,
})

function rowOf(
  actor: Actor,
  { language, page: { front, body }, hash }: Pick<ShippedPage, 'language' | 'page'> & { hash?: string },
  pageId: string,
  version: number,
): store.VersionRow {
  const { windowTitle, standsFirst, translation, ...rest } = front
  const made = { isMadeByMachine: translation?.madeBy === 'machine', translates: translation?.of ?? null }
  const row = {
    ...rest,
    ...made,
    windowTitle: windowTitle ?? null,
    standsFirst: standsFirst ?? null,
    body,
    shippedAs: hash ?? null,
    writtenBy: actor.personId,
  }
  return { id: newId(), pageId, language, version, ...row }
}

export type WritingPage = {
  readonly slug: string
  readonly language: PageLanguage
  /** The file: front matter and Markdown. */
  readonly text: string
  /** For one municipality only, by its CBS code; for everyone without it or a region. */
  readonly municipalityCode?: string
  /** For the municipalities of one region, by its code. */
  readonly regionCode?: string
  /** What that municipality adds under a page that is there already. */
  readonly isAddition?: boolean
  /** The newest version that the writer saw, 0 for none; without it, whatever is there. */
  readonly after?: number
}

export type WrittenPage = { readonly version: number }

/**
 * Writes a new version of a page, as a draft. Refuses who does not keep pages of that place, a municipality,
 * region or page that nobody knows, an addition under a page that is not read in that municipality (R-003), an address that belongs to a page of another place, a text that was written while a colleague
 * wrote another, and a text with faults, the first one named.
 */
export async function writePage(actor: Actor, given: WritingPage): Promise<Answer<WrittenPage>> {
  const { slug, language, text, isAddition = false } = given
  return inScope(actor, async (tx) => {
    const named = await placeNamed(actor, given)
    if (!named.ok) return named
    const { place: of, reads } = named.value
    const { municipalityId, regionId } = of
    if (!(await mayChangePage(actor, of))) return refuse('not-yours')
    await store.lockPages(tx)
    const under = isAddition ? await store.pageAt(tx, slug) : undefined
    if (isAddition && (under === undefined || municipalityId === null || !isReadIn(under, reads)))
      return refuse('public-page-unknown', { slug })
    const known = await store.pageAt(tx, slug, isAddition ? (municipalityId ?? undefined) : undefined)
    if (known !== undefined && (known.municipalityId !== municipalityId || known.regionId !== regionId))
      return refuse('page-elsewhere', { slug })
    const { page, faults } = await checkedPage(actor, slug, text)
    const [fault] = faults
    if (page === undefined || fault !== undefined)
      return refuse('page-faulty', { faults: faults.length, line: fault?.line ?? 1, what: fault?.what ?? '' })
    const pageId = known?.id ?? newId()
    if (known === undefined) {
      const where = { ...of, ...(under === undefined ? { slug } : { addsTo: under.id }) }
      await store.insertPages(tx, [{ id: pageId, ...where, ownerId: actor.personId, createdBy: actor.personId }])
    }
    const [last] = (await store.versionsSeen(tx, [pageId])).filter((one) => one.language === language)
    if (given.after !== undefined && given.after !== (last?.version ?? 0)) return refuse('changed-meanwhile')
    const row = rowOf(actor, { language, page }, pageId, (last?.version ?? 0) + 1)
    await store.insertVersions(tx, [row])
    await store.insertSteps(tx, [stepOf(actor, row.id, 'draft')])
    return allow({ version: row.version })
  })
}

export type MovingPage = Pick<WritingPage, 'slug' | 'language' | 'municipalityCode'> & {
  readonly isAddition?: boolean
  /** The version that is meant; without it the newest one that can get there. */
  readonly version?: number
  readonly to: string
}

/**
 * Takes the newest version that can get there to a next state: tested with a language ambassador, approved and so public
 * from now on in place of the one before, or taken back at once. Refuses a state or page that nobody knows, who
 * does not keep that page, a step that nothing is ready for, and to approve what a machine translated and nobody proofread.
 */
export async function movePage(actor: Actor, given: MovingPage): Promise<Answer<WrittenPage>> {
  const { slug, language, municipalityCode: code, isAddition = false } = given
  const to = STATES.find((state) => state === given.to)
  if (to === undefined || !maySomewhere(actor, 'change', 'page')) return refuse('page-state-unknown')
  return inScope(actor, async (tx) => {
    const municipality = isAddition && code !== undefined ? await municipalityWithCode(actor, code) : undefined
    if (isAddition && municipality === undefined) return refuse('municipality-unknown', { code: code ?? '' })
    const page = await store.pageAt(tx, slug, municipality?.id)
    if (page === undefined) return refuse('public-page-unknown', { slug })
    if (!(await mayChangePage(actor, page))) return refuse('not-yours')
    await store.lockPages(tx)
    const versions = (await store.versionsSeen(tx, [page.id])).filter((one) => one.language === language)
    const meant = versions.filter(({ version }) => given.version === undefined || version === given.version)
    const ready = meant.filter(({ state }) => mayFollow(state, to))
    // Taken back is first of all what is public.
    const version = (to === 'retired' ? ready.find(({ state }) => state === 'approved') : undefined) ?? ready[0]
    if (version === undefined) return refuse('page-no-step', { slug })
    if (to === 'approved' && version.isUnread) return refuse('page-not-proofread', { slug })
    const before = versions.filter(({ state }) => to === 'approved' && state === 'approved').map(({ id }) => id)
    await store.setState(tx, before, 'approved', 'retired')
    await store.setState(tx, [version.id], version.state, to)
    await store.insertSteps(tx, [...before.map((id) => stepOf(actor, id, 'retired')), stepOf(actor, version.id, to)])
    return allow({ version: version.version })
  })
}

/**
 * Says that the actor, who reads this language well, read a machine's translation against the Dutch text and answers for its
 * words: of the version that is public in the demo, or else of the newest one. Refuses who does not keep that page, a page
 * that nobody knows, and a page of which no translation waits for it.
 */
export async function proofreadPage(
  actor: Actor,
  { slug, language }: Pick<WritingPage, 'slug' | 'language'>,
): Promise<Answer<WrittenPage>> {
  if (!maySomewhere(actor, 'change', 'page')) return refuse('public-page-unknown', { slug })
  return inScope(actor, async (tx) => {
    const page = await store.pageAt(tx, slug)
    if (page === undefined) return refuse('public-page-unknown', { slug })
    if (!(await mayChangePage(actor, page))) return refuse('not-yours')
    await store.lockPages(tx)
    const waiting = (await store.versionsSeen(tx, [page.id])).filter(
      (one) => one.language === language && one.isUnread && one.state !== 'retired',
    )
    const version = waiting.find(({ state }) => state === 'approved') ?? waiting[0]
    if (version === undefined) return refuse('page-nothing-to-proofread', { slug })
    await store.insertProofreading(tx, version.id, actor.personId)
    return allow({ version: version.version })
  })
}

/**
 * Makes the actor the one who looks at this page again on its review day. Refuses a page that nobody knows, and who
 * does not keep it.
 */
export async function takePage(
  actor: Actor,
  { slug, addedBy }: { readonly slug: string; readonly addedBy?: Id },
): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const page = await store.pageAt(tx, slug, addedBy)
    if (page === undefined) return refuse('public-page-unknown', { slug })
    if (!(await mayChangePage(actor, page))) return refuse('not-yours')
    await store.setOwner(tx, page.id, actor.personId)
    return allow()
  })
}

/**
 * Says which postcodes a municipality has, by ranges of their four figures (`0110-0119`), in place of those it had.
 * Refuses a municipality that nobody knows, who sets nothing there, and what is no range.
 */
export async function keepPostcodes(actor: Actor, code: string, ranges: readonly string[]): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const municipality = await municipalityWithCode(actor, code)
    if (municipality === undefined) return refuse('municipality-unknown', { code })
    const { id, regionId } = municipality
    if (!may(actor, 'change', 'setting', { municipalityId: id, regionId: regionId ?? undefined }))
      return refuse('not-yours')
    const read = ranges.map(rangeOf)
    const known = read.filter((range) => range !== undefined)
    if (known.length < read.length || new Set(known.map(([first]) => first)).size < known.length)
      return refuse('postcodes-wrong')
    await store.replacePostcodes(tx, id, known, actor.personId)
    return allow()
  })
}

function rangeOf(text: string): readonly [number, number] | undefined {
  const [, first, last = first] = text.trim().match(/^(\d{4})(?:-(\d{4}))?$/) ?? []
  if (first === undefined || last === undefined || first > last) return undefined
  return [Number(first), Number(last)]
}
