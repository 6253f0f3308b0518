import type { Offer } from '../../../capabilities/directory/offer.ts'
import { type HoursFault, hoursTyped, typedHours } from '../../../capabilities/directory/typed-hours.ts'

/** What stands in the form of a card: one text per field, more for what is ticked. */
export type Typed = { readonly one: (name: string) => string; readonly all: (name: string) => readonly string[] }

const WEEK = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7'] as const

/** The card that the form says, whatever was typed (`saveOffer` checks it), or the field with hours that cannot be read. */
export function cardTyped({ one, all }: Typed): unknown | HoursFault {
  const hours = hoursTyped({ week: WEEK.map(one), single: one('single') }, one('isClosedOnHolidays') !== '')
  if ('field' in hours) return hours
  const hasPlace = ['placeName', 'street', 'postcode', 'town'].some((name) => one(name) !== '')
  return withoutEmpty({
    ...{ name: one('name'), about: both(one, 'about'), provider: one('provider'), type: one('type') },
    ...{ access: one('access'), domains: all('domains'), audiences: all('audiences') },
    programme: one('programme') || undefined,
    ...{ minAge: numberIn(one('minAge')), maxAge: numberIn(one('maxAge')), duration: both(one, 'duration') },
    ...{ isWalkIn: one('isWalkIn') !== '', villages: all('villages'), hours },
    place: hasPlace
      ? { name: one('placeName'), street: one('street'), postcode: postcodeIn(one('postcode')), town: one('town') }
      : undefined,
    ...{ phone: one('phone') || undefined, email: one('email') || undefined, website: one('website') || undefined },
    ...{ cents: centsIn(one('cents')), costWords: both(one, 'costWords') },
    ...{ languages: all('languages'), accessible: all('accessible'), waitingWeeks: numberIn(one('waitingWeeks')) },
  })
}

const withoutEmpty = (given: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))

const both = (one: Typed['one'], name: string) => {
  const [nl, en] = [one(name), one(`${name}En`)]
  return nl === '' && en === '' ? undefined : { nl, ...(en !== '' && { en }) }
}

/** What is no number goes on as it is, and is refused with its field. */
const numberIn = (text: string): number | string | undefined =>
  text === '' ? undefined : /^\d{1,4}$/.test(text) ? Number(text) : text

/** Euros as people write them: `2,50`, `2.50` or `5`. */
function centsIn(text: string): number | string | undefined {
  const [, euros, cents = '0'] = text.replace(/^€\s*/, '').match(/^(\d{1,5})(?:[.,](\d{1,2}))?$/) ?? []
  if (text === '') return undefined
  return euros === undefined ? text : Number(euros) * 100 + Number(cents.padEnd(2, '0'))
}

const postcodeIn = (text: string): string => text.toUpperCase().replace(/^(\d{4})\s*([A-Z]{2})$/, '$1 $2')

/** The form as it stands for a card that is kept. */
export function typedCard({ card, village, startsOn, endsOn, confirmedOn }: Offer, closed: string): Typed {
  const { week, single } = typedHours(card.hours, closed)
  const texts: Readonly<Record<string, string | number | null | undefined>> = {
    ...{ name: card.name, about: card.about.nl, aboutEn: card.about.en, provider: card.provider, type: card.type },
    ...{ access: card.access, programme: card.programme, minAge: card.minAge, maxAge: card.maxAge },
    ...{ duration: card.duration?.nl, durationEn: card.duration?.en, isWalkIn: card.isWalkIn ? 'ja' : '', village },
    ...{ placeName: card.place?.name, street: card.place?.street, postcode: card.place?.postcode },
    ...{ town: card.place?.town, single, isClosedOnHolidays: card.hours.isClosedOnHolidays ? 'ja' : '' },
    ...{ phone: card.phone, email: card.email, website: card.website, cents: eurosOf(card.cents) },
    ...{ costWords: card.costWords?.nl, costWordsEn: card.costWords?.en, waitingWeeks: card.waitingWeeks },
    ...{ startsOn, endsOn, confirmedOn },
    ...Object.fromEntries(WEEK.map((name, nth) => [name, week[nth]])),
  }
  const lists: Readonly<Record<string, readonly string[]>> = {
    ...{ domains: card.domains, audiences: card.audiences, villages: card.villages },
    ...{ languages: card.languages, accessible: card.accessible },
  }
  return { one: (name) => String(texts[name] ?? ''), all: (name) => lists[name] ?? [] }
}

function eurosOf(cents: number | undefined): string | undefined {
  if (cents === undefined) return undefined
  return cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2).replace('.', ',')
}

/** A new card begins with what is most common. */
export const EMPTY: Typed = {
  one: (name) => ({ type: 'general', access: 'free', isClosedOnHolidays: 'ja' })[name] ?? '',
  all: (name) => (name === 'languages' ? ['nl'] : []),
}

/** Which field of the form a wrong field of the card is in. */
export const fieldOf = (field: string): string => FIELDS[field] ?? field
const FIELDS: Readonly<Record<string, string>> = { place: 'placeName', hours: 'd1', card: 'name' }
