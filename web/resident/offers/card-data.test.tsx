import { expect, test } from 'vitest'
import { NO_HOURS } from '../../../capabilities/directory/hours.ts'
import type { Offer } from '../../../capabilities/directory/offer.ts'
import { day } from '../../../foundation/day.ts'
import { newId } from '../../../foundation/id.ts'
import { itemsIn } from '../../../tests/support/microdata.ts'
import { aCard } from '../../../tests/support/offers.ts'
import { OfferInList } from './card-view.tsx'

const today = day('2026-11-27')
const place = { name: 'De Meent', street: 'Dorpsplein 4', postcode: '1234 AB', town: 'Oosterveld' }
const weekdays = [1, 2, 3].map((weekday) => ({ weekday, opens: '09:00', closes: '12:00' }))

const shown = (card: Parameters<typeof aCard>[0], more: Partial<Offer> = {}) => {
  const offer: Offer = {
    ...{ municipalityId: newId(), id: newId(), state: 'public', village: 'oost', card: aCard(card) },
    ...{ startsOn: null, endsOn: null, confirmedOn: today, rowVersion: 1, ...more },
  }
  const now = { now: new Date('2026-11-27T10:00:00Z'), today }
  return itemsIn(
    String(<OfferInList offer={offer} here={{ lang: 'nl', place: 'hier' }} now={now} village="Oosterveld" />),
  )
}

test('[R-008] a card with a door is a place to search engines: where, by which phone, when, and that it costs nothing', () => {
  const [item] = shown({ place, phone: '0999 110 010', hours: { ...NO_HOURS, regular: weekdays } })
  expect(item).toMatchObject({
    type: 'Place',
    properties: {
      name: ['Inloop aan de keukentafel'],
      description: ['Kom binnen voor koffie en een gesprek.'],
      telephone: ['0999 110 010'],
      isAccessibleForFree: ['true'],
      address: [
        {
          type: 'PostalAddress',
          properties: { streetAddress: ['Dorpsplein 4'], postalCode: ['1234 AB'], addressLocality: ['Oosterveld'] },
        },
      ],
      openingHoursSpecification: [
        {
          type: 'OpeningHoursSpecification',
          properties: {
            dayOfWeek: ['Monday', 'Tuesday', 'Wednesday'].map((one) => `https://schema.org/${one}`),
            ...{ opens: ['09:00'], closes: ['12:00'] },
          },
        },
      ],
    },
  })
  expect(item?.properties.url).toEqual([expect.stringMatching(/^\/g\/hier\/hulp-in-de-buurt\/[0-9a-f-]{36}$/)])
})

test('[R-008] a card without a door is a service: of whom, for which village, and that it costs nothing', () => {
  const [item] = shown(
    { hours: { ...NO_HOURS, regular: weekdays }, phone: '0999 110 010' },
    { endsOn: day('2027-01-31') },
  )
  expect(item).toMatchObject({
    type: 'Service',
    properties: {
      provider: [{ type: 'Organization', properties: { name: ['Stichting De Tafel'], telephone: ['0999 110 010'] } }],
      areaServed: ['Oosterveld'],
      offers: [{ type: 'Offer', properties: { price: ['0'], priceCurrency: ['EUR'] } }],
      hoursAvailable: [{ properties: { validThrough: ['2027-01-31'] } }],
    },
  })
})

test('what costs something, or is free but for something, is not called free; of hours that nobody checked none are told', () => {
  for (const cents of [{ cents: 500 }, { costWords: { nl: 'behalve de koffie' } }])
    expect(shown({ place, ...cents })[0]?.properties).not.toHaveProperty('isAccessibleForFree')
  const old = shown({ place, hours: { ...NO_HOURS, regular: weekdays } }, { confirmedOn: null })
  expect(old[0]?.properties).not.toHaveProperty('openingHoursSpecification')
})
