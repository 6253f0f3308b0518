import type { Actor } from '../../capabilities/access/actor.ts'
import { municipalityWithCode } from '../../capabilities/access/queries.ts'
import { moveOffer, saveOffer } from '../../capabilities/directory/actions.ts'
import { movePage, type WritingPage, writePage } from '../../capabilities/information/actions.ts'
import { bringPlaces } from '../../capabilities/information/bringing-places/actions.ts'
import { addSynonym } from '../../capabilities/information/finding/actions.ts'
import { keepContact, keepOwnScheme, keepRule, publishRules } from '../../capabilities/money-help/actions.ts'
import { AGE_GROUPS, HOMES } from '../../capabilities/money-help/household.ts'
import { keepTerm } from '../../capabilities/terms/actions.ts'
import { shippedTerms } from '../../capabilities/terms/queries.ts'
import { after } from '../../foundation/day.ts'
import { type Id, newId } from '../../foundation/id.ts'
import { confirmationFor, today } from './money-rules.ts'
import { aCard } from './offers.ts'
import { aVisitor } from './signing-in.ts'
import { aPublicStory } from './stories.ts'
import { anOperator, aProvision, someone, yes } from './world.ts'

/** A region with one municipality and two villages; `mark` is a word that everything of this region holds, and nothing else. */
export type TestRegion = {
  readonly mark: string
  readonly region: string
  readonly code: string
  readonly municipality: string
  readonly slug: string
  readonly village: string
  readonly postcode: string
  readonly phone: string
}

export const NORTH: TestRegion = {
  ...{ mark: 'noordsterretje', region: 'Regio Boven', code: 'GM8701', municipality: 'Bovenveen', slug: 'bovenveen' },
  ...{ village: 'Hogekamp', postcode: '8701-8709', phone: '0999 870 100' },
}
export const SOUTH: TestRegion = {
  ...{ mark: 'zuidenwindje', region: 'Regio Onder', code: 'GM8801', municipality: 'Onderveen', slug: 'onderveen' },
  ...{ village: 'Lagekamp', postcode: '8801-8809', phone: '0999 880 100' },
}

/** The document by which these regions are added, as a configuration would hold it. */
export const placesOf = (...regions: readonly TestRegion[]): string =>
  JSON.stringify({
    regions: regions.map(({ region, code, municipality, village, postcode }) => ({
      name: region,
      municipalities: [{ code, name: municipality, villages: [village, `Oud-${village}`], postcodes: [postcode] }],
    })),
  })

export const addRegionOf = async (...regions: readonly TestRegion[]) =>
  yes(await bringPlaces(await anOperator(), placesOf(...regions)))

export type Editors = { readonly id: Id; readonly regionId: Id; readonly ofRegion: Actor; readonly ofPlace: Actor }

/** Who writes for a region, and who for its municipality. */
export async function editorsOf({ code }: TestRegion): Promise<Editors> {
  const found = await municipalityWithCode(await anOperator(), code)
  const { id, regionId } = found ?? {}
  if (id === undefined || regionId === undefined || regionId === null) throw new Error('the region was added')
  return {
    ...{ id, regionId },
    ofRegion: await someone({ role: 'communication-adviser', regionId }),
    ofPlace: await someone({ role: 'communication-adviser', municipalityId: id }),
  }
}

export const pageText = (title: string, body: string): string =>
  `---\ntitle: ${title}\nsummary: Kort over ${title}.\naudience: [parent]\nmoment: any\ndomains: [money]\nreviewOn: 2027-05-01\nsources: []\n---\n\n${body}\n`

/** A page that is public at once. */
export async function publish(actor: Actor, page: Omit<WritingPage, 'language'>): Promise<void> {
  const { slug, municipalityCode, isAddition } = page
  yes(await writePage(actor, { ...page, language: 'nl' }))
  const at = {
    slug,
    language: 'nl',
    ...(municipalityCode && { municipalityCode }),
    isAddition: isAddition === true,
  } as const
  for (const to of ['tested', 'approved']) yes(await movePage(actor, { ...at, to }))
}

/** Everything that a region and its municipality can put on the site, each with the mark of this region in it. */
export async function fillRegion(of: TestRegion, editors: Editors): Promise<{ readonly offerId: Id }> {
  const { mark, code } = of
  const { ofRegion, ofPlace, id, regionId } = editors
  const regionCode = of.region.toLowerCase().replace(' ', '-')
  await publish(ofRegion, {
    slug: `streek-${mark}`,
    text: pageText(`Streek ${mark}`, `Van de regio: ${mark}.`),
    regionCode,
  })
  await publish(ofPlace, {
    ...{ slug: `plaats-${mark}`, municipalityCode: code },
    text: pageText(`Plaats ${mark}`, `Van de gemeente: ${mark}.`),
  })
  const added = pageText(`Erbij ${mark}`, `Erbij in de gemeente: ${mark}.`)
  await publish(ofPlace, { slug: 'geld-op-een-rij', municipalityCode: code, isAddition: true, text: added })
  yes(await addSynonym(ofRegion, { regionId, municipalityId: null }, { language: 'nl', word: mark, means: 'geld' }))
  await nameThings(ofRegion, regionId, mark)
  const offerId = await offer(ofPlace, id, of)
  await money(ofPlace, id, of)
  const room = { region: regionId, here: id, there: id, writer: ofPlace, other: ofRegion, visitor: await aVisitor() }
  await aPublicStory(room, { wordsNl: `Mijn verhaal: ${mark}.`, isRegional: true, entrances: ['geldzorgen'] })
  await aProvision({ municipalityId: id, programmeCode: 'home-start' })
  return { offerId }
}

async function nameThings(actor: Actor, regionId: Id, mark: string): Promise<void> {
  const place = { regionId, municipalityId: null }
  const stored = shippedTerms(actor)['relationship-point']
  const told = (field: string): string => {
    const [part = '', language] = field.split('/')
    const said = stored[language === 'en' ? 'en' : 'nl']
    const value = part in said ? said[part as keyof typeof said] : '' // a field of the form is a part of a name
    return field.startsWith('name/') ? `${mark}loket` : Array.isArray(value) ? value.join('\n') : String(value ?? '')
  }
  yes(await keepTerm(actor, { code: 'relationship-point', place, version: 0 }, told))
}

async function offer(actor: Actor, municipalityId: Id, { mark, phone }: TestRegion): Promise<Id> {
  const id = newId()
  const card = aCard({
    name: `Inloop ${mark}`,
    provider: `Stichting ${mark}`,
    phone,
    domains: ['income'],
  })
  const dated = { startsOn: null, endsOn: null, confirmedOn: today(), today: today() }
  yes(await saveOffer(actor, { municipalityId, id, village: null, card, ...dated }))
  yes(await moveOffer(actor, { municipalityId, id, rowVersion: 1 }, 'public'))
  return id
}

async function money(actor: Actor, municipalityId: Id, { mark, phone }: TestRegion): Promise<void> {
  const dated = { checkedOn: today(), source: 'Besluit', status: 'verified' }
  const both = (part: string, text: string) => ({ [`${part}/nl`]: text, [`${part}/en`]: text })
  const fields: Record<string, string> = {
    ...{ ...dated, reviewOn: after(today(), { months: 6 }), ...both('name', `Plan ${mark}`) },
    ...{
      ...both('summary', 'Kort.'),
      ...both('forWhom', 'Voor wie.'),
      ...both('gives', 'Iets.'),
      ...both('apply', 'Vraag.'),
    },
  }
  const amounts: Record<string, string> = {
    ...{ ...dated, validFrom: today(), validUntil: after(today(), { months: 6 }), incomePercent: '120' },
  }
  const all = (field: string) => (field === 'ages' ? [...AGE_GROUPS] : field === 'homes' ? [...HOMES] : [])
  const told = (given: Record<string, string>) => ({ text: (field: string) => given[field] ?? '', all })
  yes(await keepOwnScheme(actor, municipalityId, told(fields), { version: 0, today: today() }))
  yes(await keepRule(actor, municipalityId, `eigen-plan-${mark}`, told(amounts), { version: 1, today: today() }))
  const confirmation = await confirmationFor(actor, municipalityId)
  yes(await publishRules(actor, municipalityId, { today: today(), isDemo: false, ...confirmation }))
  const contact = {
    name: `Geldloket ${mark}`,
    phone,
    mail: '',
    visitNl: '',
    visitEn: '',
    openNl: 'altijd',
    openEn: 'always',
  }
  yes(
    await keepContact(actor, municipalityId, {
      told: { ...contact, source: 'balie', checkedOn: today() },
      today: today(),
    }),
  )
}
