import { and, asc, desc, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../database/connect.ts'
import type { Day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import type { MoreLanguage, PageLanguage } from './front-matter.ts'
import type { State } from './page.ts'
import { municipalityPostcodes, pagePlans, pageProofreadings, pageSteps, pages, pageVersions } from './tables.ts'

export type PageRow = typeof pages.$inferInsert
export type VersionRow = typeof pageVersions.$inferInsert

/** Until the end of the transaction nobody else writes or moves a page: versions are numbered one after the other. */
export const lockPages = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('public pages'))`)

const { id, body: _body, sources: _sources, related: _related, ...head } = getTableColumns(pageVersions)
/** A machine translated it and nobody approved that translation yet. */
const isUnread = sql<boolean>`(${pageVersions.isMadeByMachine} and not exists (
  select from ${pageProofreadings} where ${pageProofreadings.versionId} = ${pageVersions.id}))`
const place = { slug: sql<string>`${pages.slug}`, regionId: pages.regionId, municipalityId: pages.municipalityId }

/** Every page that is public in this language, without its text, in one fixed order. */
export const approvedHeads = (tx: Tx, language: PageLanguage) =>
  tx
    .select({ ...head, ...place, isUnread })
    .from(pageVersions)
    .innerJoin(pages, eq(pages.id, pageVersions.pageId))
    .where(and(eq(pageVersions.language, language), eq(pageVersions.state, 'approved'), isNull(pages.addsTo)))
    .orderBy(asc(pages.slug))

/** Every page that is public in one of these languages: what it takes to say where it can be read. */
export const approvedIn = (tx: Tx, languages: readonly MoreLanguage[]) =>
  tx
    .select({ ...place, language: pageVersions.language, facts: pageVersions.facts, isUnread })
    .from(pageVersions)
    .innerJoin(pages, eq(pages.id, pageVersions.pageId))
    .where(
      and(inArray(pageVersions.language, [...languages]), eq(pageVersions.state, 'approved'), isNull(pages.addsTo)),
    )

/** The public text of one page. */
export async function approvedPage(tx: Tx, slug: string, language: PageLanguage) {
  const [row] = await tx
    .select({ ...getTableColumns(pageVersions), ...place, isUnread })
    .from(pageVersions)
    .innerJoin(pages, eq(pages.id, pageVersions.pageId))
    .where(and(eq(pages.slug, slug), eq(pageVersions.language, language), eq(pageVersions.state, 'approved')))
  return row
}

/** What this municipality adds to a page in public. */
export async function approvedAddition(tx: Tx, pageId: Id, language: PageLanguage, municipalityId: Id) {
  const [row] = await tx
    .select({ title: pageVersions.title, body: pageVersions.body, facts: pageVersions.facts })
    .from(pageVersions)
    .innerJoin(pages, eq(pages.id, pageVersions.pageId))
    .where(
      and(
        ...[eq(pages.addsTo, pageId), eq(pages.municipalityId, municipalityId)],
        ...[eq(pageVersions.language, language), eq(pageVersions.state, 'approved')],
      ),
    )
  return row
}

/** How many steps pages took so far: it changes with everything that becomes public or is taken back. */
export async function mark(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ mark: string }>(sql`select access.pages_mark() as mark`)
  return Number(rows[0]?.mark ?? 0)
}

/** The page at this address, or what a municipality adds to it. */
export async function pageAt(tx: Tx, slug: string, addedBy?: Id) {
  const [page] = await tx.select().from(pages).where(eq(pages.slug, slug))
  if (page === undefined || addedBy === undefined) return page
  const [addition] = await tx
    .select()
    .from(pages)
    .where(and(eq(pages.addsTo, page.id), eq(pages.municipalityId, addedBy)))
  return addition
}

export const allSlugs = async (tx: Tx): Promise<string[]> =>
  (await tx.select({ slug: pages.slug }).from(pages)).flatMap(({ slug }) => slug ?? [])

/** The addresses of pages that a text leads to. */
const leadsTo = sql<string[]>`(${pageVersions.related} || array(
  select found[1] from regexp_matches(${pageVersions.body}, '\\(pagina:([a-z0-9-]+)', 'g') as found))`

/** The sites of others that a text and its sources lead to. */
const leadsOutTo = sql<string[]>`(array(
    select source ->> 'url' from jsonb_array_elements(${pageVersions.sources}) as source where source ? 'url'
  ) || array(select found[1] from regexp_matches(${pageVersions.body}, '\\((https://[^\\s"<>)]+)', 'g') as found))`

/** All versions that the actor may see, the newest first, with where their page is. */
export const versionsSeen = (tx: Tx, pageIds?: readonly Id[]) =>
  tx
    .select({
      ...{ id, pageId: pageVersions.pageId, language: pageVersions.language, version: pageVersions.version },
      ...{ state: pageVersions.state, shippedAs: pageVersions.shippedAs, title: pageVersions.title },
      ...{ reviewOn: pageVersions.reviewOn, facts: pageVersions.facts },
      ownerId: pages.ownerId,
      ...{ leadsTo, leadsOutTo },
      /** Of an addition the address of the page it stands under. */
      under: sql<string | null>`(select base.slug from pages base where base.id = ${pages.addsTo})`,
      ...{ isMadeByMachine: pageVersions.isMadeByMachine, translates: pageVersions.translates, isUnread },
      ...{ slug: pages.slug, addsTo: pages.addsTo, regionId: pages.regionId, municipalityId: pages.municipalityId },
    })
    .from(pageVersions)
    .innerJoin(pages, eq(pages.id, pageVersions.pageId))
    .where(pageIds === undefined ? undefined : inArray(pages.id, [...pageIds]))
    .orderBy(asc(pages.slug), asc(pageVersions.language), desc(pageVersions.version))

/** All versions of a page in a language with their texts, the newest first. */
export const versionsOf = (tx: Tx, pageId: Id, language: PageLanguage) =>
  tx
    .select({ ...getTableColumns(pageVersions), isUnread, publishOn: pagePlans.publishOn })
    .from(pageVersions)
    .leftJoin(pagePlans, eq(pagePlans.versionId, pageVersions.id))
    .where(and(eq(pageVersions.pageId, pageId), eq(pageVersions.language, language)))
    .orderBy(desc(pageVersions.version))

/** What happened to these versions, the latest first. */
export const stepsOf = (tx: Tx, versionIds: readonly Id[]) =>
  versionIds.length === 0
    ? []
    : tx
        .select({
          versionId: pageSteps.versionId,
          state: pageSteps.state,
          recordedAt: pageSteps.recordedAt,
          recordedBy: pageSteps.recordedBy,
        })
        .from(pageSteps)
        .innerJoin(pageVersions, eq(pageVersions.id, pageSteps.versionId))
        .where(inArray(pageSteps.versionId, [...versionIds]))
        // A version takes the place of another within one moment.
        .orderBy(desc(pageSteps.recordedAt), desc(pageVersions.version), desc(pageSteps.id))

/** Puts a day in place of the one that was planned; without one nothing is planned any more. */
export async function replacePlan(tx: Tx, versionId: Id, publishOn: Day | undefined, by: Id): Promise<void> {
  await tx.delete(pagePlans).where(eq(pagePlans.versionId, versionId))
  if (publishOn !== undefined) await tx.insert(pagePlans).values({ versionId, publishOn, plannedBy: by })
}

/** Makes public what was planned for today or before; gives how many. */
export async function publishPlanned(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ done: number }>(sql`select access.publish_planned() as done`)
  return Number(rows[0]?.done ?? 0)
}

/** Says who looks at a page again on its review day. */
export async function setOwner(tx: Tx, pageId: Id, ownerId: Id): Promise<void> {
  await tx.update(pages).set({ ownerId }).where(eq(pages.id, pageId))
}

export async function insertPages(tx: Tx, rows: readonly PageRow[]): Promise<void> {
  if (rows.length > 0) await tx.insert(pages).values([...rows])
}

/** Adds versions, each as a draft, with the step that says so. */
export async function insertVersions(tx: Tx, rows: readonly VersionRow[]): Promise<void> {
  if (rows.length > 0) await tx.insert(pageVersions).values([...rows])
}

export async function insertSteps(tx: Tx, rows: readonly (typeof pageSteps.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(pageSteps).values([...rows])
}

/** Says that the actor approved this translation of a machine. */
export async function insertProofreading(tx: Tx, versionId: Id, by: Id): Promise<void> {
  await tx.insert(pageProofreadings).values({ versionId, proofreadBy: by })
}

/** Puts versions that are in one state in another. */
export async function setState(tx: Tx, ids: readonly Id[], from: State, to: State): Promise<void> {
  if (ids.length === 0) return
  const those = and(inArray(pageVersions.id, [...ids]), eq(pageVersions.state, from))
  await tx.update(pageVersions).set({ state: to }).where(those)
}

export const allPostcodes = (tx: Tx) => tx.select().from(municipalityPostcodes)

/** Puts these ranges of postcodes in place of those that a municipality had. */
export async function replacePostcodes(
  tx: Tx,
  municipalityId: Id,
  ranges: readonly (readonly [number, number])[],
  by: Id,
) {
  await tx.delete(municipalityPostcodes).where(eq(municipalityPostcodes.municipalityId, municipalityId))
  if (ranges.length === 0) return
  const rows = ranges.map(([firstFigures, lastFigures]) => ({
    municipalityId,
    firstFigures,
    lastFigures,
    recordedBy: by,
  }))
  await tx.insert(municipalityPostcodes).values(rows)
}
