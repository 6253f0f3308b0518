import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { BUILT_IN } from '../../capabilities/access/actor.ts'
import { municipalityWithCode, regionsKnown } from '../../capabilities/access/queries.ts'
import { saveOffer } from '../../capabilities/directory/actions.ts'
import { offerFile } from '../../capabilities/directory/queries.ts'
import { movePage, publishShippedPages, writePage } from '../../capabilities/information/actions.ts'
import { pageKept, pagesListed, placesToWrite } from '../../capabilities/information/editing/queries.ts'
import { addSynonym } from '../../capabilities/information/finding/actions.ts'
import { publicPages } from '../../capabilities/information/queries.ts'
import { keepContact } from '../../capabilities/money-help/actions.ts'
import { saveStory } from '../../capabilities/participation/stories/actions.ts'
import { dropTerm } from '../../capabilities/terms/actions.ts'
import { dayAt } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { toldContact } from '../../tests/support/money-rules.ts'
import { aCard } from '../../tests/support/offers.ts'
import { aPublicSite, origin } from '../../tests/support/public-site.ts'
import { useSecrets } from '../../tests/support/requests.ts'
import { aStory } from '../../tests/support/stories.ts'
import {
  addRegionOf,
  type Editors,
  editorsOf,
  fillRegion,
  NORTH,
  pageText,
  publish,
  SOUTH,
  type TestRegion,
} from '../../tests/support/two-regions.ts'
import { aMunicipality, anOperator, someone, theActor, yes } from '../../tests/support/world.ts'

withDatabase()
const today = dayAt(new Date())
const app = aPublicSite()
const told = async (path: string): Promise<string> => (await app.request(path)).text()
const sent = async (path: string, form: Record<string, string>): Promise<string> =>
  (await app.request(path, { method: 'POST', body: new URLSearchParams(form), headers: { origin } })).text()
/** Until kept pages are made anew. */
const untilSeen = () => pause(1_050)

let north: Editors
let south: Editors
let offers: Record<'north' | 'south', string>

beforeAll(async () => {
  useSecrets()
  const operator = await anOperator()
  await publishShippedPages(operator, { isDemo: true, folder: 'tests/support/public-pages' })
  await addRegionOf(NORTH)
  north = await editorsOf(NORTH)
  // With one region there is no other to write for: what it writes for everyone is its own.
  await publish(north.ofRegion, { slug: 'van-toen', text: pageText('Van toen', `Eerst ${NORTH.mark}.`) })
  await addRegionOf(NORTH, SOUTH)
  south = await editorsOf(SOUTH)
  offers = {
    north: (await fillRegion(NORTH, north)).offerId,
    south: (await fillRegion(SOUTH, south)).offerId,
  }
}, 120_000)

/** Every address under a place that its pages lead to, from its front page and the sitemap on; with what it says. */
async function everythingIn({ slug }: TestRegion): Promise<ReadonlyMap<string, string>> {
  const start = ['', '/en'].map((lang) => `${lang}/g/${slug}`)
  const isHere = (path: string) => start.some((one) => path === one || path.startsWith(`${one}/`))
  const map = [...(await told('/sitemap.xml')).matchAll(/<loc>https:\/\/voorveld\.example([^<]+)<\/loc>/g)]
  const waiting = new Set([...start, ...map.map(([, path = '']) => path).filter(isHere)])
  for (const one of start) for (const more of ['nieuw.xml', 'begrippen']) waiting.add(`${one}/${more}`)
  const read = new Map<string, string>()
  for (const path of waiting) {
    const answer = await app.request(path)
    if (answer.status !== 200) continue
    const text = await answer.text()
    read.set(path, text)
    for (const [, href = ''] of text.matchAll(/href="([^"#?]+)/g)) if (isHere(href)) waiting.add(href)
  }
  return read
}

test('[R-003] a region is added by a document alone, and its pages, finder, postcodes and place in the sitemap are there', async () => {
  const [map, choice] = [await told('/sitemap.xml'), await told('/gemeente')]
  for (const { slug, municipality, village } of [NORTH, SOUTH]) {
    expect((await app.request(`/g/${slug}`)).status).toBe(200)
    expect(map).toContain(`<loc>${origin}/g/${slug}</loc>`)
    expect(choice).toContain(`>${municipality}</a>`)
    const typed = async (plaats: string) =>
      (await app.request('/gemeente', { method: 'POST', body: new URLSearchParams({ plaats }) })).headers.get(
        'location',
      )
    expect(await typed(village)).toBe(`/g/${slug}`)
    expect(await typed(slug === NORTH.slug ? '8704 AB' : '8804AB')).toBe(`/g/${slug}`)
  }
})

test('[R-003] who reads in one region finds its texts, offer, numbers, schemes and names, and nothing of the other', async () => {
  for (const [own, other] of [
    [NORTH, SOUTH],
    [SOUTH, NORTH],
  ] as const) {
    const all = await everythingIn(own)
    expect(all.size).toBeGreaterThan(15)
    for (const [path, text] of all) {
      for (const theirs of [
        other.mark,
        other.phone,
        other.phone.replaceAll(' ', ''),
        other.municipality,
        other.village,
      ])
        expect(text.toLowerCase().includes(theirs.toLowerCase()), `${path} tells ${theirs}`).toBe(false)
    }
    const holds = (...wanted: string[]) =>
      wanted.every((one) => [...all].some(([, text]) => text.toLowerCase().includes(one.toLowerCase())))
    const { mark, phone } = own
    expect(holds(`Van de regio: ${mark}.`, `Van de gemeente: ${mark}.`, `Erbij in de gemeente: ${mark}.`)).toBe(true)
    expect(holds(`Inloop ${mark}`, phone, `Geldloket ${mark}`, `Plan ${mark}`, `Mijn verhaal: ${mark}.`)).toBe(true)
    expect(holds(`${mark}loket`)).toBe(true)
  }
})

test('[R-003] the search, the choice of offer, paper and calendar of one region give nothing of the other', async () => {
  for (const [own, other] of [
    [NORTH, SOUTH],
    [SOUTH, NORTH],
  ] as const) {
    const at = `/g/${own.slug}`
    expect(await sent(`${at}/zoeken`, { zoek: own.mark })).toContain(`/informatie/streek-${own.mark}`)
    const answers = [
      await sent(`${at}/zoeken`, { zoek: other.mark }),
      await sent(`${at}/zoeken`, { zoek: 'inloop streek plaats plan' }),
      await sent(`${at}/hulp-in-de-buurt`, { village: '', domain: 'income' }),
      await told(`${at}/hulp-in-de-buurt/krant.txt`),
      await told(`${at}/regelingen/kijken`),
    ]
    for (const [which, answer] of answers.entries()) {
      // What was typed stands in the field again, and nowhere else.
      const without = answer.replace(/<input[^>]*name="zoek"[^>]*>/g, '')
      expect(without.includes(`streek-${other.mark}`) || without.includes(`Inloop ${other.mark}`), `${which}`).toBe(
        false,
      )
      expect(without.includes(`Plan ${other.mark}`) || without.includes(`${other.mark}loket`), `${which}`).toBe(false)
    }
  }
})

test('[R-003] an address of one region opens nothing of the other, and what is of a region has no address without a place', async () => {
  for (const [own, other, theirs] of [
    [NORTH, SOUTH, offers.south],
    [SOUTH, NORTH, offers.north],
  ] as const) {
    for (const path of [
      `/informatie/streek-${other.mark}`,
      `/informatie/plaats-${other.mark}`,
      `/hulp-in-de-buurt/${theirs}`,
      `/regelingen/eigen-plan-${other.mark}`,
    ]) {
      expect([path, (await app.request(`/g/${own.slug}${path}`)).status]).toEqual([path, 404])
      expect([path, (await app.request(path)).status]).toEqual([path, 404])
      expect([path, (await app.request(`/g/${other.slug}${path}`)).status]).toEqual([path, 200])
    }
  }
  for (const path of [
    '/',
    '/informatie/geld-op-een-rij',
    '/begin/geldzorgen',
    '/nieuw.xml',
    '/begrippen',
    '/regelingen',
  ])
    expect([path, /noordsterretje|zuidenwindje/i.test(await told(path))]).toEqual([path, false])
  expect(await sent('/zoeken', { zoek: 'streek' })).not.toMatch(/informatie\/streek-/)
})

test('[R-003] what is of a region counts as a page of the place it is read in, for search engines too', async () => {
  const path = `/g/${SOUTH.slug}/informatie/streek-${SOUTH.mark}`
  expect(await told(path)).toContain(`<link rel="canonical" href="${origin}${path}"/>`)
  const map = await told('/sitemap.xml')
  expect(map).toContain(`<loc>${origin}${path}</loc>`)
  expect(map).not.toContain(`<loc>${origin}/informatie/streek-${SOUTH.mark}</loc>`)
  expect(map).not.toContain(`<loc>${origin}/g/${NORTH.slug}/informatie/streek-${SOUTH.mark}</loc>`)
})

test('[R-003] what one region wrote for everyone while it was alone is its own when another joins; texts of the product stay', async () => {
  expect((await app.request(`/g/${NORTH.slug}/informatie/van-toen`)).status).toBe(200)
  expect((await app.request(`/g/${SOUTH.slug}/informatie/van-toen`)).status).toBe(404)
  expect((await app.request(`/g/${SOUTH.slug}/informatie/geld-op-een-rij`)).status).toBe(200)
  const kept = await pageKept(north.ofRegion, { slug: 'van-toen', language: 'nl' })
  expect([kept?.region?.name, kept?.lookIn?.name]).toEqual([NORTH.region, NORTH.municipality])
  expect(await pageKept(south.ofRegion, { slug: 'van-toen', language: 'nl' })).toBeUndefined()
})

test('[R-003] who writes for one region writes for its places alone: no page, addition, offer, word, number, name or story of the other', async () => {
  const title = pageText('Van hier', 'Van hier.')
  const page = { slug: 'ergens-anders', language: 'nl', text: title } as const
  const refused = { ok: false }
  for (const [editors, other, own, theirs] of [
    [north, south, NORTH, SOUTH],
    [south, north, SOUTH, NORTH],
  ] as const) {
    const regionCode = theirs.region.toLowerCase().replace(' ', '-')
    for (const actor of [editors.ofRegion, editors.ofPlace]) {
      for (const where of [{}, { regionCode }, { municipalityCode: theirs.code }])
        expect(await writePage(actor, { ...page, ...where })).toMatchObject(refused)
      const adding = { ...page, slug: `streek-${theirs.mark}`, municipalityCode: own.code, isAddition: true }
      expect(await writePage(actor, adding)).toMatchObject({ reason: 'public-page-unknown' })
      const moving = { slug: `streek-${theirs.mark}`, language: 'nl', to: 'retired' } as const
      expect(await movePage(actor, moving)).toMatchObject({ reason: 'not-yours' })
      const municipalityId = other.id
      const card = { card: aCard(), village: null, startsOn: null, endsOn: null, confirmedOn: null, today }
      expect(await saveOffer(actor, { municipalityId, id: newId(), ...card })).toMatchObject(refused)
      expect(await offerFile(actor, municipalityId, today)).toBeUndefined()
      expect(await keepContact(actor, municipalityId, { told: toldContact(), today })).toMatchObject(refused)
      expect(await saveStory(actor, { municipalityId, id: newId(), story: aStory() })).toMatchObject(refused)
      const place = { regionId: other.regionId, municipalityId: null }
      expect(await dropTerm(actor, { code: 'relationship-point', place, version: 1 })).toMatchObject(refused)
      expect(await addSynonym(actor, place, { language: 'nl', word: 'iets', means: 'geld' })).toMatchObject(refused)
      const listed = JSON.stringify(await pagesListed(actor, today))
      expect(listed).not.toContain(theirs.mark)
      expect(listed).toContain(own.mark)
    }
    expect(await placesToWrite(editors.ofRegion)).toMatchObject({
      ...{ everyone: false, regions: [{ name: own.region }], municipalities: [{ code: own.code }] },
    })
  }
})

test('[R-003] the file of the local offer holds that of one municipality', async () => {
  const file = JSON.stringify(await offerFile(south.ofRegion, south.id, today))
  expect(file).toContain(SOUTH.mark)
  expect(file).not.toContain(NORTH.mark)
})

test('[R-003] a municipality outside every region joins with texts of its own and those of everyone, and is there within a second', async () => {
  await told('/gemeente')
  await told('/sitemap.xml')
  await aMunicipality({ code: 'GM8901', name: 'Buitenaf', villages: ['Eenzaam'] })
  await untilSeen()
  expect(await told('/gemeente')).toContain('href="/g/buitenaf"')
  expect(await told('/sitemap.xml')).toContain(`${origin}/g/buitenaf</loc>`)
  const id = (await municipalityWithCode(await anOperator(), 'GM8901'))?.id ?? ''
  const visitor = await theActor(BUILT_IN.visitor)
  const asked = { language: 'nl', place: { municipalityId: id, regionId: null }, today, isDemo: true } as const
  const slugs = (await publicPages(visitor, asked)).map(({ slug }) => slug)
  expect(slugs).toContain('geld-op-een-rij')
  expect(slugs.filter((slug) => /streek|plaats|toen/.test(slug))).toEqual([])
  const editor = await someone({ role: 'communication-adviser', municipalityId: id })
  yes(
    await writePage(editor, {
      slug: 'buitenaf',
      language: 'nl',
      text: pageText('Buiten', 'Hier.'),
      municipalityCode: 'GM8901',
    }),
  )
  expect((await regionsKnown(visitor)).length).toBe(2)
})
