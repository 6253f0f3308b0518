import { beforeAll, expect, test } from 'vitest'
import { moveOffer, saveOffer } from '../../../capabilities/directory/actions.ts'
import { publishShippedPages } from '../../../capabilities/information/actions.ts'
import { publishShippedProgrammes } from '../../../capabilities/programmes/shipped.ts'
import { newId } from '../../../foundation/id.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { itemsIn } from '../../../tests/support/microdata.ts'
import { today } from '../../../tests/support/money-rules.ts'
import { aCard } from '../../../tests/support/offers.ts'
import { aPublicSite, origin } from '../../../tests/support/public-site.ts'
import { useSecrets } from '../../../tests/support/requests.ts'
import { addRegionOf, type Editors, editorsOf, fillRegion, NORTH, SOUTH } from '../../../tests/support/two-regions.ts'
import { anOperator, yes } from '../../../tests/support/world.ts'

withDatabase()
const app = aPublicSite()
const told = async (path: string): Promise<string> => (await app.request(path)).text()
const canonicalOf = async (path: string) => /rel="canonical" href="([^"]+)"/.exec(await told(path))?.[1]

const NORTHERN = `/g/${NORTH.slug}`
let ids: Record<'ofRegion' | 'inVillage' | 'aboutSafety', string>

beforeAll(async () => {
  useSecrets()
  await publishShippedPages(await anOperator(), { isDemo: true, folder: 'tests/support/public-pages' })
  await publishShippedProgrammes(await anOperator())
  await addRegionOf(NORTH, SOUTH)
  const north = await editorsOf(NORTH)
  ids = {
    ofRegion: (await fillRegion(NORTH, north)).offerId,
    inVillage: await aPublicCard(north, { name: 'Samen eten' }),
    aboutSafety: await aPublicCard(north, { name: 'Veilig praten', domains: ['safety'] }),
  }
}, 120_000)

async function aPublicCard({ id: municipalityId, ofPlace }: Editors, given: Parameters<typeof aCard>[0]) {
  const id = newId()
  const dated = { startsOn: null, endsOn: null, confirmedOn: today(), today: today() }
  yes(await saveOffer(ofPlace, { municipalityId, id, village: 'hogekamp', card: aCard(given), ...dated }))
  yes(await moveOffer(ofPlace, { municipalityId, id, rowVersion: 1 }, 'public'))
  return id
}

test('the sitemap names what is public in both languages, and each address in it is one that may be found and counts', async () => {
  const answer = await app.request('/sitemap.xml')
  expect(answer.headers.get('content-type')).toContain('application/xml')
  const xml = await answer.text()
  const addresses = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address)
  expect(new Set(addresses).size).toBe(addresses.length)
  for (const wanted of [
    ...['/en/informatie/geld-op-een-rij', NORTHERN, `${NORTHERN}/informatie/streek-${NORTH.mark}`],
    ...[`${NORTHERN}/regelingen`, `/en${NORTHERN}/regelingen/eigen-plan-${NORTH.mark}`, `/g/${SOUTH.slug}/regelingen`],
    ...[`${NORTHERN}/hulp-in-de-buurt/${ids.inVillage}`, `/en${NORTHERN}/hulp-in-de-buurt/${ids.ofRegion}`],
    ...['/beleid/paspoorten', '/beleid/paspoorten/early-signals-registered'],
  ])
    expect(addresses).toContain(origin + wanted)
  for (const address of addresses) {
    const page = await app.request(address.slice(origin.length))
    const html = await page.text()
    expect([address, page.status, html.includes('noindex')]).toEqual([address, 200, false])
    expect(html).toContain(`<link rel="canonical" href="${address}"/>`)
  }
}, 60_000)

test('what says the same in every municipality counts at the address without one, whatever help and stories stand beside it', async () => {
  expect(await canonicalOf(`${NORTHERN}/begin/geldzorgen`)).toBe(`${origin}/begin/geldzorgen`)
  expect(await told(`${NORTHERN}/begin/geldzorgen`)).toContain(`Mijn verhaal: ${NORTH.mark}.`)
  expect(await canonicalOf(`/en${NORTHERN}/begin/geldzorgen`)).toBe(`${origin}/en/begin/geldzorgen`)
  expect(await canonicalOf(`/g/${SOUTH.slug}/informatie/geld-op-een-rij`)).toBe(`${origin}/informatie/geld-op-een-rij`)
  const own = [`/informatie/geld-op-een-rij`, `/informatie/plaats-${NORTH.mark}`, '/regelingen', '/hulp-in-de-buurt']
  for (const path of own) expect(await canonicalOf(NORTHERN + path)).toBe(origin + NORTHERN + path)
})

test('[R-008] [R-017] the window of a card has its name and village, but of one about safety it tells nothing', async () => {
  const headOf = async (lang: string, id: string) => {
    const html = await told(`${lang}${NORTHERN}/hulp-in-de-buurt/${id}`)
    return [/<title>([^<]*)/.exec(html)?.[1], /name="description" content="([^"]*)/.exec(html)?.[1]]
  }
  const [nl, en] = ['Kom binnen voor koffie en een gesprek.', 'Come in for coffee and a talk.']
  expect(await headOf('', ids.inVillage)).toEqual(['Samen eten, Hogekamp - Voorveld', `Samen eten, Hogekamp. ${nl}`])
  expect(await headOf('/en', ids.ofRegion)).toEqual([
    `Inloop ${NORTH.mark}, ${NORTH.municipality} - Voorveld`,
    `Inloop ${NORTH.mark}, ${NORTH.municipality}. ${en}`,
  ])
  const [title, description] = await headOf('', ids.aboutSafety)
  expect([title, description]).toEqual(['Hulp in de buurt - Voorveld', `Veilig praten, Hogekamp. ${nl}`])
})

test('[R-008] search engines read each card in the list and on its own page, with the village that it is for', async () => {
  const list = itemsIn(await told(`${NORTHERN}/hulp-in-de-buurt`))
  expect(list.map(({ properties }) => [properties.name?.[0], properties.areaServed?.[0]]).toSorted()).toEqual([
    [`Inloop ${NORTH.mark}`, NORTH.municipality],
    ['Samen eten', 'Hogekamp'],
    ['Veilig praten', 'Hogekamp'],
  ])
  const path = `${NORTHERN}/hulp-in-de-buurt/${ids.inVillage}`
  expect(itemsIn(await told(path))).toEqual(list.filter(({ properties }) => properties.url?.[0] === path))
  expect(itemsIn(await told(NORTHERN))).toMatchObject([{ type: 'WebSite', properties: { url: [NORTHERN] } }])
})
