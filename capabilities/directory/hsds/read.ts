import { z } from 'zod'
import { after, type Day, parseDay } from '../../../foundation/day.ts'
import { isId } from '../../../foundation/id.ts'
import { ACCESSIBLE, type Card, cardFormat, type LifeDomain } from '../card.ts'
import type { Hours } from '../hours.ts'
import type { State } from '../offer.ts'
import { CLOSED, LINK, TAXONOMY, type Told, VILLAGE, WEEKDAYS, type Where } from './service.ts'

/** What is not right in a file, and where: the path in the file and a code that is worded elsewhere. */
export type Fault = { readonly at: string; readonly code: FaultCode }
export const FAULT_CODES = [
  ...[
    'wrong',
    'twice',
    'no-domain',
    'village-unknown',
    'schedule-unknown',
    'too-many',
    'no-services',
    'end-before-start',
  ],
] as const satisfies readonly string[]
export type FaultCode = (typeof FAULT_CODES)[number]

/** More than any municipality has, and few enough to look at before they are brought in. */
export const MOST_SERVICES = 2_000
export const MOST_FAULTS = 50

const text = z.string()
const list = <T extends z.ZodType>(of: T) => z.array(of).max(200).optional()
const term = z.looseObject({ code: text.optional(), taxonomy: text.optional() })
const attribute = z.looseObject({ value: text.optional(), link_type: text.optional(), taxonomy_term: term.optional() })
const schedule = z.looseObject({
  ...{ freq: text.optional(), byday: text.optional(), opens_at: text.optional(), closes_at: text.optional() },
  ...{ valid_from: text.optional(), valid_to: text.optional(), description: text.optional() },
})
const address = z.looseObject({ address_1: text, city: text, postal_code: text })
const location = z.looseObject({
  ...{ name: text.optional(), addresses: list(address) },
  ...{ external_identifier: text.optional(), external_identifier_type: text.optional() },
  accessibility: list(z.looseObject({ description: text.optional() })),
})
/** What we read of a service; all else that the standard knows is passed over. */
const serviceFormat = z.looseObject({
  ...{ id: z.string().toLowerCase().refine(isId), name: text, description: text.optional() },
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  ...{ url: text.optional(), email: text.optional(), fees_description: text.optional(), wait_time: text.optional() },
  ...{ minimum_age: z.number().optional(), maximum_age: z.number().optional(), assured_date: text.optional() },
  organization: z.looseObject({ name: text }),
  ...{ phones: list(z.looseObject({ number: text })), schedules: list(schedule), attributes: list(attribute) },
  service_areas: list(z.looseObject({ name: text.optional(), extent: text.optional(), extent_type: text.optional() })),
  service_at_locations: list(z.looseObject({ location: location.optional() })),
  languages: list(z.looseObject({ code: text.optional() })),
  cost_options: list(z.looseObject({ amount: z.number().optional() })),
})
type Service = z.infer<typeof serviceFormat>

/** What a file does not say, as whoever brings it in says it. */
export type Defaults = { readonly domain?: LifeDomain | undefined }

/** The offers that a parsed file holds, or what is not right in it; the first fifty faults. */
export function toldIn(
  file: unknown,
  where: Where,
  defaults: Defaults = {},
): { readonly offers: readonly Told[]; readonly faults: readonly Fault[] } {
  const { services, base } = servicesIn(file)
  if (services === undefined || services.length === 0)
    return { offers: [], faults: [{ at: base, code: 'no-services' }] }
  if (services.length > MOST_SERVICES) return { offers: [], faults: [{ at: base, code: 'too-many' }] }
  const seen = new Set<string>()
  const read = services.map((service, nth) => {
    const at = base === '' ? '' : `${base}[${nth}]`
    const one = readService(service, at, where, defaults)
    if (one.told !== undefined && seen.has(one.told.id)) return { faults: [{ at: `${at}.id`, code: 'twice' as const }] }
    if (one.told !== undefined) seen.add(one.told.id)
    return one
  })
  return {
    offers: read.flatMap(({ told }: { told?: Told }) => told ?? []),
    faults: read.flatMap(({ faults }) => faults).slice(0, MOST_FAULTS),
  }
}

/** A page of the API, a plain list, or one service. */
function servicesIn(file: unknown): { services: readonly unknown[] | undefined; base: string } {
  if (Array.isArray(file)) return { services: file, base: 'services' }
  if (typeof file !== 'object' || file === null) return { services: undefined, base: 'contents' }
  if ('contents' in file)
    return { services: Array.isArray(file.contents) ? file.contents : undefined, base: 'contents' }
  return { services: 'id' in file ? [file] : undefined, base: 'id' in file ? '' : 'contents' }
}

type Read = { readonly told?: Told; readonly faults: readonly Fault[] }

function readService(given: unknown, at: string, where: Where, defaults: Defaults): Read {
  const read = serviceFormat.safeParse(given)
  if (!read.success)
    return {
      faults: read.error.issues.slice(0, MOST_FAULTS).map(({ path }) => ({ at: spotOf(at, path), code: 'wrong' })),
    }
  const service = read.data
  const faults: Fault[] = []
  const fault = (path: string, code: FaultCode) => void faults.push({ at: at === '' ? path : `${at}.${path}`, code })
  const value = (link: string) => service.attributes?.find((one) => one.link_type === link)?.value
  const dayOf = (path: string, told: string | undefined): Day | null => {
    const parsed = told === undefined ? null : parseDay(told)
    if (parsed === undefined) fault(path, 'wrong')
    return parsed ?? null
  }
  const village = villageOf(service, where, fault)
  const card = cardIn(service, { where, defaults, fault })
  const startsOn = dayOf('attributes', value(LINK.startsOn))
  const told: Told = {
    ...{ id: service.id, state: STATE[service.status], village, card, startsOn },
    endsOn: endOf(service, dayOf('attributes', value(LINK.endsOn)), where.today),
    confirmedOn: dayOf('assured_date', service.assured_date),
  }
  if (told.startsOn !== null && told.endsOn !== null && told.endsOn < told.startsOn)
    fault('attributes', 'end-before-start')
  const checked = cardFormat.safeParse(card)
  if (!checked.success && faults.length === 0)
    for (const { path } of checked.error.issues) fault(FIELD[String(path[0])] ?? String(path[0] ?? 'name'), 'wrong')
  return faults.length > 0 || !checked.success ? { faults } : { told: { ...told, card: checked.data }, faults }
}

const spotOf = (at: string, path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (so, one) => (typeof one === 'number' ? `${so}[${one}]` : `${so}${so === '' ? '' : '.'}${String(one)}`),
    at,
  )

const STATE = {
  active: 'public',
  defunct: 'public',
  inactive: 'draft',
  'temporarily closed': 'paused',
} as const satisfies Record<Service['status'], State>

/** What is over without a day is over since yesterday. */
const endOf = ({ status }: Service, told: Day | null, today: Day): Day | null =>
  told === null && status === 'defunct' ? after(today, { days: -1 }) : told

/** Where in a service a field of the card comes from. */
const FIELD: Readonly<Record<string, string>> = {
  ...{ about: 'description', provider: 'organization.name', website: 'url', phone: 'phones[0].number' },
  ...{ minAge: 'minimum_age', maxAge: 'maximum_age', hours: 'schedules', place: 'service_at_locations[0].location' },
  ...{ costWords: 'fees_description', cents: 'cost_options[0].amount', waitingWeeks: 'wait_time' },
  ...{ accessible: 'service_at_locations[0].location.accessibility', domains: 'attributes', audiences: 'attributes' },
  ...{
    type: 'attributes',
    access: 'attributes',
    duration: 'attributes',
    programme: 'attributes',
    villages: 'service_areas',
  },
}

type Faulting = (path: string, code: FaultCode) => void

const firstLocation = ({ service_at_locations: at }: Service) => at?.[0]?.location

function villageOf(service: Service, { villages }: Where, fault: Faulting): string | null {
  const found = firstLocation(service)
  if (found?.external_identifier_type === VILLAGE && found.external_identifier !== undefined) {
    if (villages.some(({ code }) => code === found.external_identifier)) return found.external_identifier
    fault('service_at_locations[0].location.external_identifier', 'village-unknown')
    return null
  }
  const town = found?.addresses?.[0]?.city
  return villages.find(({ name }) => name === town)?.code ?? null
}

type Context = { readonly where: Where; readonly defaults: Defaults; readonly fault: Faulting }

/** The card as the service tells it; whether it is right is asked afterwards. */
function cardIn(service: Service, { where, defaults, fault }: Context): Card {
  const terms = (taxonomy: string) =>
    (service.attributes ?? []).flatMap(({ taxonomy_term: one }) => (one?.taxonomy === taxonomy ? (one.code ?? []) : []))
  const value = (link: string) => service.attributes?.find((one) => one.link_type === link)?.value
  const domains = terms(TAXONOMY.domain)
  if (domains.length === 0 && defaults.domain === undefined) fault('attributes', 'no-domain')
  const both = (nl: string | undefined, en: string | undefined) => nl && { nl, ...(en !== undefined && { en }) }
  const given = {
    name: service.name,
    about: both(service.description ?? service.name, value(LINK.aboutEn)),
    provider: service.organization.name,
    type: terms(TAXONOMY.type)[0] ?? 'general',
    access: terms(TAXONOMY.access)[0] ?? 'free',
    programme: value(LINK.programme),
    domains: domains.length === 0 ? [defaults.domain] : domains,
    audiences: terms(TAXONOMY.audience).length === 0 ? ['everyone'] : terms(TAXONOMY.audience),
    ...{ minAge: service.minimum_age, maxAge: service.maximum_age },
    duration: both(value(LINK.duration), value(LINK.durationEn)),
    isWalkIn: terms(TAXONOMY.walkIn)[0] === 'yes',
    place: placeIn(service),
    villages: areasIn(service, where, fault),
    hours: hoursIn(service, terms(TAXONOMY.holidays)[0] !== 'open', fault),
    ...{ phone: service.phones?.[0]?.number, email: service.email, website: service.url },
    cents: centsIn(service),
    costWords: both(service.fees_description, value(LINK.costEn)),
    languages: languagesIn(service),
    accessible: accessibleIn(service),
    waitingWeeks: weeksIn(service),
  }
  // Asked of `cardFormat` right after; what is absent is left out, because there it is absent and not undefined.
  return Object.fromEntries(Object.entries(given).filter(([, one]) => one !== undefined)) as unknown as Card
}

function placeIn(service: Service) {
  const found = firstLocation(service)
  const address = found?.addresses?.[0]
  if (found === undefined || address === undefined) return undefined
  const { address_1: street, city: town, postal_code: postcode } = address
  return { name: found.name ?? street, street, town, postcode }
}

function areasIn({ service_areas: areas = [] }: Service, { villages }: Where, fault: Faulting): string[] {
  return areas.flatMap(({ name, extent, extent_type: kind }, nth) => {
    const known = villages.find((one) => (kind === VILLAGE ? one.code === extent : one.name === name))
    if (known === undefined && kind === VILLAGE) fault(`service_areas[${nth}].extent`, 'village-unknown')
    return known === undefined ? [] : [known.code]
  })
}

function hoursIn({ schedules = [] }: Service, isClosedOnHolidays: boolean, fault: Faulting): Hours {
  const regular: Hours['regular'] = []
  const exceptions: Hours['exceptions'] = []
  for (const [nth, one] of schedules.entries()) {
    const span = { opens: one.opens_at?.slice(0, 5) ?? '', closes: one.closes_at?.slice(0, 5) ?? '' }
    const on = one.valid_from === one.valid_to ? parseDay(one.valid_from ?? '') : undefined
    const days = one.byday?.split(',').map((name) => WEEKDAYS.findIndex((known) => known === name.trim()) + 1) ?? []
    const isWeekly = one.freq === 'WEEKLY' && days.length > 0 && !days.includes(0)
    if (isWeekly) regular.push(...days.map((weekday) => ({ weekday, ...span })))
    else if (on !== undefined && one.description === CLOSED) exceptions.push({ on })
    else if (on !== undefined) exceptions.push({ on, ...span })
    else fault(`schedules[${nth}]`, 'schedule-unknown')
  }
  return { regular, exceptions, isClosedOnHolidays }
}

/** Only the codes that we know: what others write in words is passed over. */
const accessibleIn = (service: Service): string[] =>
  ACCESSIBLE.filter((code) => firstLocation(service)?.accessibility?.some(({ description }) => description === code))

function centsIn({ cost_options: options }: Service): number | undefined {
  const amount = options?.[0]?.amount
  return amount === undefined ? undefined : Math.round(amount * 100)
}

/** Without a word about languages it is Dutch. */
const languagesIn = ({ languages = [] }: Service): (string | undefined)[] =>
  languages.length === 0 ? ['nl'] : languages.map(({ code }) => code)

/** Only what we wrote ourselves is a number; what others write in words is passed over. */
function weeksIn({ wait_time: told }: Service): number | undefined {
  const weeks = told?.match(/^(\d{1,3}) weeks?$/)?.[1]
  return weeks === undefined ? undefined : Number(weeks)
}
