import { expect, test } from 'vitest'
import { day } from '../../../foundation/day.ts'
import { mayBeHanded, type Offer, offerOf, type ToldOffer } from './offer.ts'

const anOffer = (given: Partial<Offer> = {}): Offer => ({
  ...{ id: 'offer', municipalityId: 'here', name: 'Oudercafé', what: 'Ouders ontmoeten', reach: 'Loop binnen' },
  ...{ source: 'Gebeld', validFrom: day('2026-01-01'), validUntil: day('2026-06-30'), programmeCodes: ['walk'] },
  rowVersion: 1,
  ...given,
})
const handed = (offer: Offer, on: string) =>
  mayBeHanded(offer, { municipalityId: 'here', programmeCode: 'walk', on: day(on) })

test('[R-062] what is handed over holds that day, in that municipality, for that programme', () => {
  expect(handed(anOffer(), '2026-01-01')).toBe(true)
  expect(handed(anOffer(), '2026-06-30')).toBe(true)
  expect(handed(anOffer(), '2025-12-31')).toBe(false)
  expect(handed(anOffer(), '2026-07-01')).toBe(false)
  expect(handed(anOffer({ validUntil: null }), '2030-01-01')).toBe(true)
  expect(handed(anOffer({ municipalityId: 'elsewhere' }), '2026-03-01')).toBe(false)
  expect(handed(anOffer({ programmeCodes: ['run'] }), '2026-03-01')).toBe(false)
})

const told: ToldOffer = anOffer()
test.each<[string, Partial<ToldOffer>]>([
  ['offer-empty', { name: '  ' }],
  ['offer-empty', { reach: '' }],
  ['offer-long', { what: 'x'.repeat(401) }],
  ['offer-days', { validFrom: undefined }],
  ['offer-days', { validUntil: day('2025-12-31') }],
  ['offer-programmes', { programmeCodes: [] }],
  ['offer-programmes', { programmeCodes: ['unknown'] }],
])('is refused with %s', (reason, given) => {
  expect(offerOf({ ...told, ...given }, ['walk'])).toMatchObject({ ok: false, reason })
})

test('keeps what was told in one line, for programmes that are there', () => {
  const kept = offerOf({ ...told, name: ' Ouder\n café ', programmeCodes: ['walk', 'unknown'] }, ['walk', 'run'])
  expect(kept).toMatchObject({ ok: true, value: { name: 'Ouder café', programmeCodes: ['walk'] } })
})
