import { after, type Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'

/** What is odd about signing in (BIO2 5.17.01: odd places, peaks of failures). */
export const ODD_KINDS = ['failed-peak', 'many-accounts', 'many-networks', 'odd-hour', 'new-network'] as const
export type OddKind = (typeof ODD_KINDS)[number]

/** Whose accounts are looked at together: those of an organisation, a municipality's own, or all of them. */
export type Unit = 'platform' | `organisation ${Id}` | `municipality ${Id}`

/** One try of the last hour. Marks stand for who was meant and where it came from: they can be compared and nothing else. */
export type Try = {
  readonly at: Date
  readonly isDone: boolean
  readonly personId: Id | undefined
  /** The person, else a mark of what was typed; undefined where nobody was named. */
  readonly account: string | undefined
  readonly network: string | undefined
  readonly units: readonly Unit[]
  readonly isOfResident: boolean
}

/** How many failed in one hour of one day. */
export type FailedHour = { readonly unit: Unit; readonly on: Day; readonly hour: number; readonly failed: number }

/** Somebody who came in and was not looked at yet, with when that person came in before. */
export type Arrival = {
  readonly at: DayHour & { readonly moment: Date }
  readonly personId: Id
  readonly isOfResident: boolean
  readonly network: string | undefined
  readonly isNewNetwork: boolean
  readonly device: string
  readonly earlier: readonly DayHour[]
}

/** A Dutch day, and the time on it in minutes since midnight. */
export type DayHour = { readonly on: Day; readonly minute: number }

export type Facts = {
  readonly now: { readonly on: Day; readonly hour: number }
  readonly lastHour: readonly Try[]
  readonly earlier: readonly FailedHour[]
  readonly arrivals: readonly Arrival[]
}

export type Found = {
  readonly kind: OddKind
  readonly on: Day
  readonly unit?: Unit
  readonly personId?: Id
  readonly isOfResident?: boolean
  readonly network?: string
  readonly device?: string
  readonly tries: number
  readonly usual?: number
  readonly accounts?: number
  readonly networks?: number
  readonly from: Date
  readonly until: Date
}

/** Fewer failed sign-ins in an hour are never a peak: a holiday that ends, one keyboard in capitals. */
export const PEAK_FLOOR = { platform: 40, other: 15 }
/** So many times the usual. */
export const PEAK_TIMES = 3
/** How far back one looks for what is usual. */
export const PAST_DAYS = 28
/** Accounts from one network that failed and did not come in: an office where people mistype comes in after all. */
export const MANY_ACCOUNTS = { platform: 10, other: 5 }
/** A phone that goes from home to train to work has two or three; a wrong password each time has nobody. */
export const MANY_NETWORKS = { failed: 3, all: 5 }
/** Before this much is known of somebody nothing is unusual. */
export const KNOWN_ENOUGH = { times: 10, days: 5 }
/** Further than this from every earlier sign-in, earlier or later on the day. */
export const ODD_MINUTES = 120

/** Everything that is odd in these facts. Gives the same for the same facts, in whatever order they come. */
export function oddSignIns(facts: Facts): Found[] {
  return [...peaks(facts), ...manyAccounts(facts), ...manyNetworks(facts), ...facts.arrivals.flatMap(oddArrival)]
}

function peaks({ now, lastHour, earlier }: Facts): Found[] {
  const failed = lastHour.filter(({ isDone }) => !isDone)
  const before = Map.groupBy(earlier, ({ unit }) => unit)
  return [...byUnit(failed)].flatMap(([unit, tries]) => {
    const usual = usualFailed(before.get(unit) ?? [], now)
    if (!isPeak(tries.length, usual, forUnit(PEAK_FLOOR, unit))) return []
    return [{ kind: 'failed-peak', on: now.on, unit, tries: tries.length, usual, ...spanOf(tries) }]
  })
}

export const isPeak = (failed: number, usual: number, floor: number): boolean =>
  failed >= floor && failed > PEAK_TIMES * usual

/**
 * The middle number of failed sign-ins in this hour and the ones beside it, on the working days (or the days of the
 * weekend) of the past four weeks. The middle one, so that an attack last week makes no attack usual.
 */
export function usualFailed(earlier: readonly Omit<FailedHour, 'unit'>[], now: Facts['now']): number {
  const failed = new Map(earlier.map((one) => [`${one.on} ${one.hour}`, one.failed]))
  const days = Array.from({ length: PAST_DAYS }, (_, at) => after(now.on, { days: -1 - at }))
  const numbers = days
    .filter((on) => isWeekend(on) === isWeekend(now.on))
    .flatMap((on) => [23, 0, 1].map((beside) => failed.get(`${on} ${(now.hour + beside) % 24}`) ?? 0))
    .sort((one, other) => one - other)
  return numbers[Math.floor(numbers.length / 2)] ?? 0
}

const isWeekend = (on: Day): boolean => [0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay())

function manyAccounts({ now, lastHour }: Facts): Found[] {
  return [...groups(lastHour, ({ network }) => network)].flatMap(([network, tries]) => {
    const isIn = new Set(tries.flatMap(({ isDone, account }) => (isDone ? [account] : [])))
    const failed = tries.filter(({ isDone, account }) => !isDone && account !== undefined && !isIn.has(account))
    return [...byUnit(failed)].flatMap(([unit, those]): Found[] => {
      const accounts = countOf(those, ({ account }) => account)
      if (accounts < forUnit(MANY_ACCOUNTS, unit)) return []
      return [{ kind: 'many-accounts', on: now.on, unit, network, accounts, tries: those.length, ...spanOf(those) }]
    })
  })
}

function manyNetworks({ now, lastHour }: Facts): Found[] {
  return [...groups(lastHour, ({ personId }) => personId)].flatMap(([personId, tries]) => {
    const failed = tries.filter(({ isDone }) => !isDone)
    const networks = countOf(tries, ({ network }) => network)
    if (countOf(failed, ({ network }) => network) < MANY_NETWORKS.failed && networks < MANY_NETWORKS.all) return []
    const isOfResident = tries.some((one) => one.isOfResident)
    const shared = { personId, isOfResident, networks, tries: tries.length }
    return [{ kind: 'many-networks', on: now.on, ...shared, ...spanOf(tries) }]
  })
}

function oddArrival(arrival: Arrival): Found[] {
  const { at, personId, isOfResident, device, network } = arrival
  const shared = { on: at.on, personId, isOfResident, device, tries: 1, from: at.moment, until: at.moment }
  return [
    ...(arrival.isNewNetwork && network !== undefined ? [{ ...shared, kind: 'new-network' as const, network }] : []),
    ...(isOddHour(at, arrival.earlier) ? [{ ...shared, kind: 'odd-hour' as const }] : []),
  ]
}

/** Whether this time of the day is far from every earlier one, of somebody who came in often enough to tell. */
export function isOddHour(at: DayHour, earlier: readonly DayHour[]): boolean {
  const isKnown = earlier.length >= KNOWN_ENOUGH.times && countOf(earlier, ({ on }) => on) >= KNOWN_ENOUGH.days
  return isKnown && earlier.every(({ minute }) => apart(minute, at.minute) > ODD_MINUTES)
}

const DAY_MINUTES = 24 * 60
/** Half past eleven at night and half past twelve are an hour apart. */
const apart = (one: number, other: number): number =>
  Math.min(Math.abs(one - other), DAY_MINUTES - Math.abs(one - other))

const forUnit = (floors: { platform: number; other: number }, unit: Unit): number =>
  unit === 'platform' ? floors.platform : floors.other

function byUnit(tries: readonly Try[]): Map<Unit, Try[]> {
  const each = tries.flatMap((one) => ['platform' as const, ...one.units].map((unit) => ({ unit, one })))
  return new Map([...Map.groupBy(each, ({ unit }) => unit)].map(([unit, those]) => [unit, those.map(({ one }) => one)]))
}

/** Those of which it is known, by it. */
function groups<T, Key extends string>(all: readonly T[], keyOf: (one: T) => Key | undefined): Map<Key, T[]> {
  const known = all.flatMap((one) => {
    const key = keyOf(one)
    return key === undefined ? [] : [{ key, one }]
  })
  return new Map([...Map.groupBy(known, ({ key }) => key)].map(([key, those]) => [key, those.map(({ one }) => one)]))
}

const countOf = <T>(all: readonly T[], keyOf: (one: T) => string | undefined): number => groups(all, keyOf).size

function spanOf(tries: readonly Try[]): { from: Date; until: Date } {
  const moments = tries.map(({ at }) => at.getTime()).sort((one, other) => one - other)
  return { from: new Date(moments[0] ?? 0), until: new Date(moments.at(-1) ?? 0) }
}

type Known = { readonly kind: OddKind; readonly personId: Id | null; readonly answer: string | null }

/** What cannot wait for the morning: somebody is trying now, or somebody got in who is not the person. */
export const isUrgent = ({ kind, answer }: Known): boolean =>
  kind === 'failed-peak' || kind === 'many-accounts' || kind === 'many-networks' || answer === 'not-mine'

/**
 * What a mail in the morning is for. A new network alone is none: telephones have one every week, and who gets a mail every
 * day reads none. Together with an odd hour of the same account it is.
 */
export const isWorthMail = (one: Known, all: readonly Known[]): boolean =>
  isUrgent(one) ||
  (one.answer !== 'mine' &&
    one.personId !== null &&
    ['odd-hour', 'new-network'].every((wanted) =>
      all.some(({ kind, personId }) => kind === wanted && personId === one.personId),
    ))
