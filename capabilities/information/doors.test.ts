import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { aMunicipality, anOperator, aRegion, someone, theActor, yes } from '../../tests/support/world.ts'
import { type Actor, BUILT_IN } from '../access/actor.ts'
import { municipalityWithId } from '../access/queries.ts'
import { keepPostcodes, movePage, publishShippedPages, writePage } from './actions.ts'
import type { Language } from './front-matter.ts'
import { pageVersionsSeen, placesFound, publicationMark, publicPage, publicPages, readingIn } from './queries.ts'

withDatabase()
const today = day('2026-11-27')
const folder = mkdtempSync(join(tmpdir(), 'voorveld-pages-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const CODE = 'GM0101'
const OTHER_CODE = 'GM0102'
let [here, there]: Id[] = []
let [operator, visitor, manager, otherManager]: Actor[] = []

beforeAll(async () => {
  const regionId = await aRegion()
  here = await aMunicipality({ code: CODE, name: 'Hierdorp', regionId })
  there = await aMunicipality({ code: OTHER_CODE, name: 'Daardorp', regionId })
  operator = await anOperator()
  visitor = await theActor(BUILT_IN.visitor)
  manager = await someone({ role: 'manager', municipalityId: here })
  otherManager = await someone({ role: 'manager', municipalityId: there })
}, 60_000)

const text = (title: string, body = 'Tekst.', more = ''): string => `---
title: ${title}
summary: Kort over ${title}.
audience: [parent]
moment: any
domains: [money]
reviewOn: 2027-05-01
sources: []
${more}
---

${body}
`

const given = (actor: Actor | undefined): Actor => {
  if (actor === undefined) throw new Error('made before all tests')
  return actor
}

const placeOf = (municipalityId: Id | undefined) => ({ municipalityId: municipalityId ?? null, regionId: null })
const askedIn = (place: Id | undefined, isDemo = false, language: Language = 'nl') => ({
  ...{ language, place: placeOf(place), today, isDemo },
})
const seenBy = async (actor: Actor | undefined, place: Id | undefined, isDemo = false): Promise<string[]> =>
  (await publicPages(given(actor), askedIn(place, isDemo))).map(({ slug }) => slug)

/** Puts these files where shipped pages stand. */
function ship(files: Readonly<Record<string, string>>): void {
  rmSync(join(folder, 'pages'), { recursive: true, force: true })
  for (const language of ['nl', 'en']) {
    mkdirSync(join(folder, 'pages', language), { recursive: true })
    for (const [slug, body] of Object.entries(files)) writeFileSync(join(folder, 'pages', language, `${slug}.md`), body)
  }
}

test('[R-007] what comes with the product begins as a draft and is public after it was tested and approved', async () => {
  ship({ 'geld-tellen': text('Geld tellen') })
  expect(await publishShippedPages(given(operator), { isDemo: false, folder })).toEqual({ added: 2, faults: [] })
  expect(await publishShippedPages(given(operator), { isDemo: false, folder })).toEqual({ added: 0, faults: [] })
  expect(await seenBy(visitor, undefined)).toEqual([])
  const moving = { slug: 'geld-tellen', language: 'nl' } as const
  expect(await movePage(given(operator), { ...moving, to: 'approved' })).toMatchObject({ reason: 'page-no-step' })
  yes(await movePage(given(operator), { ...moving, to: 'tested' }))
  expect(await seenBy(visitor, undefined)).toEqual([])
  const mark = await publicationMark(given(visitor))
  yes(await movePage(given(operator), { ...moving, to: 'approved' }))
  expect(await publicationMark(given(visitor))).toBeGreaterThan(mark)
  expect(await seenBy(visitor, undefined)).toEqual(['geld-tellen'])
  expect(await publicPages(given(visitor), askedIn(undefined, false, 'en'))).toEqual([])
})

test('[R-007] a page that is taken back is gone at once', async () => {
  yes(await movePage(given(operator), { slug: 'geld-tellen', language: 'nl', to: 'retired' }))
  expect(await publicPage(given(visitor), 'geld-tellen', askedIn(undefined))).toBeUndefined()
})

test('in the demo what comes along is public at once, and a changed text takes the place of the one before', async () => {
  ship({ 'in-de-proef': text('In de proef') })
  await publishShippedPages(given(operator), { isDemo: true, folder })
  expect(await seenBy(visitor, undefined)).toEqual(['in-de-proef'])
  ship({ 'in-de-proef': text('Nu beter') })
  await publishShippedPages(given(operator), { isDemo: true, folder })
  expect(await publicPage(given(visitor), 'in-de-proef', askedIn(undefined))).toMatchObject({ title: 'Nu beter' })
})

test('a text that somebody approved stays public when another one comes with the product', async () => {
  yes(await writePage(given(operator), { slug: 'in-de-proef', language: 'nl', text: text('Eigen tekst') }))
  for (const to of ['tested', 'approved'])
    yes(await movePage(given(operator), { slug: 'in-de-proef', language: 'nl', to }))
  ship({ 'in-de-proef': text('Uit de doos') })
  await publishShippedPages(given(operator), { isDemo: true, folder })
  expect(await publicPage(given(visitor), 'in-de-proef', askedIn(undefined))).toMatchObject({ title: 'Eigen tekst' })
})

test('a page with a fault is left out and told', async () => {
  ship({ goed: text('Goed'), fout: text('Fout', 'Kijk <b>hier</b>') })
  const { added, faults } = await publishShippedPages(given(operator), { isDemo: true, folder })
  expect(added).toBe(2)
  expect(faults.map(({ slug, code }) => `${slug} ${code}`)).toContain('fout raw-html')
})

test('[R-002] [R-016] a page of a municipality is read there and nowhere else', async () => {
  const mine = { slug: 'alleen-hier', language: 'nl', municipalityCode: CODE } as const
  yes(await writePage(given(manager), { ...mine, text: text('Alleen hier') }))
  for (const to of ['tested', 'approved']) yes(await movePage(given(manager), { ...mine, to }))
  expect(await seenBy(visitor, here)).toContain('alleen-hier')
  expect(await seenBy(visitor, there)).not.toContain('alleen-hier')
  expect(await seenBy(visitor, undefined)).not.toContain('alleen-hier')
  expect(await publicPage(given(visitor), 'alleen-hier', askedIn(there))).toBeUndefined()
})

test('[R-002] what a municipality adds stands under the page there only, once it is approved', async () => {
  const adding = { slug: 'goed', language: 'nl', municipalityCode: CODE, isAddition: true } as const
  yes(await writePage(given(manager), { ...adding, text: text('Bij ons', 'Kom langs.') }))
  yes(await movePage(given(manager), { ...adding, to: 'tested' }))
  expect((await publicPage(given(visitor), 'goed', askedIn(here)))?.addition).toBeUndefined()
  yes(await movePage(given(manager), { ...adding, to: 'approved' }))
  const shown = await publicPage(given(visitor), 'goed', askedIn(here))
  expect(shown?.addition).toMatchObject({ title: 'Bij ons', blocks: [{ kind: 'paragraph' }] })
  expect((await publicPage(given(visitor), 'goed', askedIn(there)))?.addition).toBeUndefined()
})

type Try = (actor: Actor) => Promise<unknown>
const tries: readonly [string, Try][] = [
  [
    'writes a page of there',
    (actor) => writePage(actor, { slug: 'x', language: 'nl', text: text('X'), municipalityCode: OTHER_CODE }),
  ],
  ['writes a page of everyone', (actor) => writePage(actor, { slug: 'x', language: 'nl', text: text('X') })],
  ['takes back a page of here', (actor) => movePage(actor, { slug: 'alleen-hier', language: 'nl', to: 'retired' })],
  ['takes back a page of everyone', (actor) => movePage(actor, { slug: 'goed', language: 'nl', to: 'retired' })],
]
const actors = { visitor: () => visitor, manager: () => manager, otherManager: () => otherManager }

test.each(
  tries.flatMap(([what, tried]) =>
    (Object.keys(actors) as (keyof typeof actors)[]).map((who) => ({ what, tried, who })),
  ),
)('[R-252] $who $what only where that is theirs', async ({ what, tried, who }) => {
  const isTheirs =
    (who === 'otherManager' && what === 'writes a page of there') ||
    (who === 'manager' && what === 'takes back a page of here')
  if (!isTheirs) expect(await tried(given(actors[who]()))).toMatchObject({ ok: false })
})

test('drafts are seen by who keeps that page', async () => {
  yes(
    await writePage(given(otherManager), {
      slug: 'daar',
      language: 'nl',
      text: text('Daar'),
      municipalityCode: OTHER_CODE,
    }),
  )
  const drafts = async (actor: Actor | undefined) =>
    (await pageVersionsSeen(given(actor))).filter(({ slug, state }) => slug === 'daar' && state === 'draft').length
  expect(await drafts(otherManager)).toBe(1)
  expect(await drafts(operator)).toBe(1)
  expect(await drafts(manager)).toBe(0)
  expect(await drafts(visitor)).toBe(0)
})

test.each([
  [{ slug: 'alleen-hier', language: 'nl', text: text('Van iedereen') }, 'page-elsewhere'],
  [{ slug: 'nieuw', language: 'nl', text: 'geen bladzijde' }, 'page-faulty'],
  [{ slug: 'nieuw', language: 'nl', text: text('Nieuw', '[weg](pagina:nergens)') }, 'page-faulty'],
  [
    { slug: 'nergens', language: 'nl', text: text('X'), municipalityCode: CODE, isAddition: true },
    'public-page-unknown',
  ],
  [{ slug: 'goed', language: 'nl', text: text('X'), isAddition: true }, 'public-page-unknown'],
  [{ slug: 'nieuw', language: 'nl', text: text('X'), municipalityCode: 'GM0999' }, 'municipality-unknown'],
] as const)('%j is refused: %s', async (writing, reason) => {
  expect(await writePage(given(operator), writing)).toMatchObject({ ok: false, reason })
})

test('a text with a fact that is not sure is public in the demo only, and says so', async () => {
  const slug = 'met-feit'
  yes(
    await writePage(given(operator), {
      slug,
      language: 'nl',
      text: text('Met feit', 'Vanaf {{feit:child-heard-age}}.', 'facts: [child-heard-age]'),
    }),
  )
  for (const to of ['tested', 'approved']) yes(await movePage(given(operator), { slug, language: 'nl', to }))
  expect(await seenBy(visitor, undefined)).toContain(slug)
  const before = { ...askedIn(undefined), today: day('2025-12-31') }
  expect(await publicPage(given(visitor), slug, before)).toBeUndefined()
  expect(await publicPage(given(visitor), slug, { ...before, isDemo: true })).toMatchObject({ isUncertain: true })
})

test('a place is known by the name in the address; without one nobody has to choose where there is one region', async () => {
  const slug = (await municipalityWithId(given(visitor), here ?? ''))?.slug
  expect((await readingIn(given(visitor), slug))?.place.municipalityId).toBe(here)
  expect(await readingIn(given(visitor), 'nergenshuizen')).toBeUndefined()
  expect((await readingIn(given(visitor), undefined))?.place).toMatchObject({ municipalityId: null })
  expect((await readingIn(given(visitor), undefined))?.place.regionId).not.toBeNull()
})

test('[R-002] a postcode leads to the municipality that says it is its own, and to nobody once it says otherwise', async () => {
  const leadsTo = async (typed: string) => (await placesFound(given(visitor), typed)).map(({ slug }) => slug)
  yes(await keepPostcodes(given(manager), CODE, ['0910-0919', '0925']))
  expect(await leadsTo('0912 AB')).toEqual(['hierdorp'])
  expect(await leadsTo('0925')).toEqual(['hierdorp'])
  yes(await keepPostcodes(given(manager), CODE, ['0930']))
  expect(await leadsTo('0912')).toEqual([])
})

test.each([
  [['0910-0919', 'x'], 'postcodes-wrong'],
  [['0919-0910'], 'postcodes-wrong'],
  [['0910', '0910'], 'postcodes-wrong'],
  [[''], 'postcodes-wrong'],
])('postcodes %j are refused: %s', async (ranges, reason) => {
  expect(await keepPostcodes(given(manager), CODE, ranges)).toMatchObject({ ok: false, reason })
})

test('[R-252] nobody says which postcodes another municipality has', async () => {
  for (const actor of [otherManager, visitor])
    expect(await keepPostcodes(given(actor), CODE, ['0910'])).toMatchObject({ reason: 'not-yours' })
})
