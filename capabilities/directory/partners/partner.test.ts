import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, day } from '../../../foundation/day.ts'
import { newId } from '../../../foundation/id.ts'
import { type Agreement, oldIn, type Partner, type PartnerTold, partnersChosen, type Touch } from './partner.ts'

const today = day('2026-11-27')
const [municipalityId, partnerId] = [newId(), newId()]
const before = (days: number) => after(today, { days: -days })

const aPartner = (given: Partial<Partner> = {}): Partner => ({
  ...{ municipalityId, id: partnerId, rowVersion: 1, name: 'De Wilg', type: 'school', domains: ['parenting'] },
  ...{ villages: [], contactRole: 'intern begeleider', endedOn: null },
  ...given,
})
const anAgreement = (given: Partial<Agreement> = {}): Agreement => ({
  ...{ municipalityId, id: newId(), partnerId, rowVersion: 1, what: 'Overleg', sinceOn: before(10), untilOn: null },
  ...{ caredForBy: 'consulent', ...given },
})
const aTouch = (heldOn = before(10)): Touch => ({
  ...{ municipalityId, id: newId(), partnerId, heldOn, way: 'talk', about: 'Kennismaking', byRole: 'consulent' },
})
const told = (given: Partial<PartnerTold> = {}): PartnerTold => ({
  ...{ partner: aPartner(), agreements: [], touches: [aTouch()], ...given },
})

test.each([
  ['nobody was in touch yet', { touches: [] }, ['never-touched']],
  ['the last contact is a year ago today', { touches: [aTouch(day('2025-11-27'))] }, []],
  ['the last contact is more than a year ago', { touches: [aTouch(day('2025-11-26'))] }, ['touch-old']],
  ['an agreement ends today', { agreements: [anAgreement({ untilOn: today })] }, []],
  ['an agreement ended yesterday', { agreements: [anAgreement({ untilOn: before(1) })] }, ['agreement-over']],
  [
    'an agreement of two years ago has no end',
    { agreements: [anAgreement({ sinceOn: day('2024-11-26') })] },
    ['agreement-old'],
  ],
  ['a partner stopped', { partner: aPartner({ endedOn: before(1) }), touches: [] }, []],
])('[R-142] when %s, that is what asks attention', (_, given, old) => {
  expect(oldIn(told(given), today)).toEqual(old)
})

test('[R-142] one contact more never makes a partner ask more attention', () => {
  const someDays = fc.integer({ min: 0, max: 2_000 })
  const asks = (ago: readonly number[]) => {
    const old = oldIn(told({ touches: ago.map((days) => aTouch(before(days))) }), today)
    return old.includes('never-touched') ? 2 : old.length
  }
  fc.assert(
    fc.property(fc.array(someDays), someDays, (ago, one) => {
      expect(asks([...ago, one])).toBeLessThanOrEqual(asks(ago))
      if (one <= 365) expect(asks([...ago, one])).toBe(0)
    }),
  )
})

test('[R-142] the list is narrowed by type, part of life and village, and one for the whole municipality is in each', () => {
  const club = aPartner({ id: newId(), name: 'Club', type: 'club', domains: ['network'], villages: ['noord'] })
  const all = [told(), told({ partner: club })]
  const names = (choice: Parameters<typeof partnersChosen>[1]) =>
    partnersChosen(all, choice, today).map(({ partner }) => partner.name)
  expect(names({})).toEqual(['De Wilg', 'Club'])
  expect(names({ type: 'club' })).toEqual(['Club'])
  expect(names({ domain: 'parenting' })).toEqual(['De Wilg'])
  expect(names({ village: 'noord' })).toEqual(['De Wilg', 'Club'])
  expect(names({ village: 'zuid' })).toEqual(['De Wilg'])
  expect(names({ shown: 'ended' })).toEqual([])
  expect(names({ shown: 'old' })).toEqual([])
})
