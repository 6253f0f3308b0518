import { createHash } from 'node:crypto'
import type { Day } from '../../../foundation/day.ts'
import type { Card } from '../card.ts'
import type { Offer } from '../offer.ts'
import { isOver } from '../offer.ts'

/** What of an offer goes along in a file: all but where it is kept here. */
export type Told = Omit<Offer, 'municipalityId' | 'rowVersion'>

/** Where the offers of a file are. */
export type Where = {
  readonly municipality: { readonly code: string; readonly name: string }
  readonly region: string
  readonly villages: readonly { readonly code: string; readonly name: string }[]
  readonly today: Day
}

/** The taxonomies in which our own codes travel, as terms of attributes. */
export const TAXONOMY = {
  type: 'voorveld-type',
  access: 'voorveld-access',
  domain: 'voorveld-life-domain',
  audience: 'voorveld-audience',
  walkIn: 'voorveld-walk-in',
  holidays: 'voorveld-holidays',
} as const

/** What HSDS has no field for, as attributes with a value. */
export const LINK = {
  startsOn: 'voorveld:starts_on',
  endsOn: 'voorveld:ends_on',
  duration: 'voorveld:duration',
  durationEn: 'voorveld:duration:en',
  aboutEn: 'voorveld:description:en',
  costEn: 'voorveld:fees_description:en',
  programme: 'voorveld:programme',
} as const

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** The same id each time for the same part of the same offer, so that a file made again is the same file. */
export function idOf(...parts: readonly string[]): string {
  const hash = createHash('sha256').update(parts.join('\u0000')).digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

const STATUS = { draft: 'inactive', public: 'active', paused: 'temporarily closed' } as const

/** One offer as a service of the Human Services Data Specification 3.0, with everything that belongs to it inside. */
export function serviceOf(offer: Told, where: Where): Readonly<Record<string, unknown>> {
  const { id, state, card, confirmedOn } = offer
  const isDefunct = state === 'public' && isOver(offer, where.today)
  return {
    ...{ id, name: card.name, description: card.about.nl },
    status: isDefunct ? 'defunct' : STATUS[state],
    ...(card.website !== undefined && { url: card.website }),
    ...(card.email !== undefined && { email: card.email }),
    ...(card.costWords !== undefined && { fees_description: card.costWords.nl }),
    ...(card.waitingWeeks !== undefined && { wait_time: `${card.waitingWeeks} weeks` }),
    ...(card.minAge !== undefined && { minimum_age: card.minAge }),
    ...(card.maxAge !== undefined && { maximum_age: card.maxAge }),
    ...(confirmedOn !== null && { assured_date: confirmedOn }),
    organization: {
      id: idOf('organization', where.municipality.code, card.provider),
      name: card.provider,
      description: card.provider,
    },
    phones: card.phone === undefined ? [] : [{ id: idOf(id, 'phone'), number: card.phone, type: 'voice' }],
    schedules: schedulesOf(id, card),
    service_areas: areasOf(id, card, where),
    service_at_locations: [locationOf(offer, where)],
    languages: card.languages.map((code) => ({ id: idOf(id, 'language', code), code })),
    cost_options:
      card.cents === undefined ? [] : [{ id: idOf(id, 'cost'), currency: 'EUR', amount: card.cents / CENTS_IN_EURO }],
    attributes: attributesOf(offer),
  }
}

const CENTS_IN_EURO = 100

function schedulesOf(id: string, { hours }: Card) {
  const weekly = hours.regular.map(({ weekday, opens, closes }, at) => ({
    ...{ id: idOf(id, 'schedule', String(at)), freq: 'WEEKLY', byday: WEEKDAYS[weekday - 1] },
    ...{ opens_at: opens, closes_at: closes },
  }))
  const single = hours.exceptions.map((one) => ({
    ...{ id: idOf(id, 'schedule', one.on), valid_from: one.on, valid_to: one.on, dtstart: one.on },
    ...('opens' in one ? { opens_at: one.opens, closes_at: one.closes } : { description: CLOSED }),
  }))
  return [...weekly, ...single]
}

/** A single day without hours is a day on which the door stays closed. */
export const CLOSED = 'closed'
export const VILLAGE = 'village'
const MUNICIPALITY = 'municipality'

function areasOf(id: string, { villages }: Card, { municipality, villages: known }: Where) {
  if (villages.length === 0)
    return [{ id: idOf(id, 'area'), name: municipality.name, extent: municipality.code, extent_type: MUNICIPALITY }]
  return villages.map((code) => ({
    ...{ id: idOf(id, 'area', code), name: known.find((one) => one.code === code)?.name ?? code },
    ...{ extent: code, extent_type: VILLAGE },
  }))
}

function locationOf({ id, village, card }: Told, { region }: Where) {
  const { place, accessible } = card
  return {
    id: idOf(id, 'at'),
    service_id: id,
    location: {
      id: idOf(id, 'location'),
      location_type: place === undefined ? 'virtual' : 'physical',
      ...(place !== undefined && { name: place.name }),
      ...(village !== null && { external_identifier: village, external_identifier_type: VILLAGE }),
      accessibility: accessible.map((code) => ({ id: idOf(id, 'accessible', code), description: code })),
      addresses: place === undefined ? [] : [addressOf(id, place, region)],
    },
  }
}

/** No province is kept here; the name of the region stands in its place. */
const addressOf = (id: string, { street, town, postcode }: NonNullable<Card['place']>, region: string) => ({
  ...{ id: idOf(id, 'address'), address_1: street, city: town, postal_code: postcode },
  ...{ state_province: region, country: 'NL', address_type: 'physical' },
})

function attributesOf({ id, card, startsOn, endsOn }: Told) {
  const term = (taxonomy: string, code: string) => ({
    id: idOf(id, taxonomy, code),
    link_entity: 'service',
    taxonomy_term: { id: idOf(taxonomy, code), code, name: code, description: `${taxonomy}: ${code}`, taxonomy },
  })
  const value = (link: string, text: string | null | undefined) =>
    text === null || text === undefined
      ? []
      : [{ id: idOf(id, link), link_entity: 'service', link_type: link, value: text }]
  return [
    term(TAXONOMY.type, card.type),
    term(TAXONOMY.access, card.access),
    ...card.domains.map((code) => term(TAXONOMY.domain, code)),
    ...card.audiences.map((code) => term(TAXONOMY.audience, code)),
    ...(card.isWalkIn ? [term(TAXONOMY.walkIn, 'yes')] : []),
    term(TAXONOMY.holidays, card.hours.isClosedOnHolidays ? 'closed' : 'open'),
    ...value(LINK.startsOn, startsOn),
    ...value(LINK.endsOn, endsOn),
    ...value(LINK.duration, card.duration?.nl),
    ...value(LINK.durationEn, card.duration?.en),
    ...value(LINK.aboutEn, card.about.en),
    ...value(LINK.costEn, card.costWords?.en),
    ...value(LINK.programme, card.programme),
  ]
}

/** A file of services as the API of HSDS 3.0 gives them: one page that holds all. */
export const hsdsFile = (offers: readonly Told[], where: Where) => ({
  ...{ total_items: offers.length, total_pages: 1, page_number: 1, size: offers.length },
  ...{ first_page: true, last_page: true, empty: offers.length === 0 },
  contents: offers.map((offer) => serviceOf(offer, where)),
})
