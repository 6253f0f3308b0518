import { describe, expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import { aCard } from '../../tests/support/offers.ts'
import type { Card } from './card.ts'
import type { Offer } from './offer.ts'
import { whereabouts } from './whereabouts.ts'

const today = day('2026-11-27')
const place = { name: 'Huis', street: 'Straat 1', postcode: '9999 AA', town: 'Dorp' }
const anOffer = (card: Partial<Card> = {}, given: Partial<Offer> = {}): Offer => ({
  ...{ municipalityId: newId(), id: newId(), state: 'public', village: null, startsOn: null, endsOn: null },
  ...{ confirmedOn: today, rowVersion: 1, card: aCard({ programme: 'separation-point', place, ...card }) },
  ...given,
})
const found = (...offers: Offer[]) => whereabouts(offers, today).get('separation-point')?.card.name

describe('[R-004] where a programme is found', () => {
  test('is a card that says so, and where one can walk in before where one calls', () => {
    expect(found(anOffer({ name: 'Loket' }))).toBe('Loket')
    const { place: _, ...away } = aCard({ name: 'Bellen', programme: 'separation-point', phone: '0999 000 111' })
    const call = anOffer({}, { card: away })
    expect(found(call, anOffer({ name: 'Op afspraak' }), anOffer({ name: 'Zo binnen', isWalkIn: true }))).toBe(
      'Zo binnen',
    )
    expect(found(call, anOffer({ name: 'Op afspraak' }))).toBe('Op afspraak')
    expect(found(call)).toBe('Bellen')
    expect(whereabouts([anOffer({ programme: 'money-point' })], today).has('separation-point')).toBe(false)
  })

  test.each<[string, Offer]>([
    ['is being written', anOffer({}, { state: 'draft' })],
    ['is away for a while', anOffer({}, { state: 'paused' })],
    ['is over', anOffer({}, { endsOn: day('2026-11-26') })],
    ['begins later', anOffer({}, { startsOn: day('2026-11-28') })],
    ['was never checked', anOffer({}, { confirmedOn: null })],
    ['was checked too long ago', anOffer({}, { confirmedOn: day('2026-06-27') })],
    ['is for one village', anOffer({ villages: ['oost'] })],
    ['can neither be called nor visited', anOffer({}, { card: aCard({ programme: 'separation-point' }) })],
  ])('is never a card that %s', (_, offer) => expect(found(offer)).toBeUndefined())
})
