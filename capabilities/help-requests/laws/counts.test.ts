import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../measures/audience.ts'
import { LABELS, type LawCounts, lawCounts } from './counts.ts'

const { policy, organisation, public: open } = DEFAULT_SETTINGS
const numbersIn = ({ total, laws }: LawCounts) => [total, ...LABELS.map((label) => laws[label])]

test('[R-031] an organisation sees its own split exactly, those without a label apart', () => {
  expect(lawCounts({ 'youth-act': 7, wmo: 1, unlabelled: 2 }, organisation)).toEqual({
    total: 10,
    laws: { 'youth-act': 7, wmo: 1, 'participation-act': 0, 'debt-assistance': 0, 'no-law': 0, unlabelled: 2 },
  })
})

test('[R-031] [R-265] policy sees no number below five, and none can be worked out from the others', () => {
  const { total, laws } = lawCounts({ 'youth-act': 20, wmo: 3, 'no-law': 12 }, policy)
  expect([total, laws.wmo]).toEqual([35, null])
  // One hidden part of a shown total would follow by subtracting: another is hidden with it.
  expect(laws['no-law']).toBeNull()
  expect(laws['youth-act']).toBe(20)
})

test('[R-265] whatever the split, a small number is hidden, and what is hidden is never a single part under a shown total', () => {
  const counted = fc.record(Object.fromEntries(LABELS.map((label) => [label, fc.nat(30)])))
  fc.assert(
    fc.property(counted, (given) => {
      const { total, laws } = lawCounts(given, policy)
      for (const label of LABELS) {
        const n = given[label] ?? 0
        if (n > 0 && n < 5) expect(laws[label]).toBeNull()
      }
      const hidden = LABELS.filter((label) => laws[label] === null)
      if (total !== null) expect(hidden.length).not.toBe(1)
      const unseen = hidden.reduce((sum, label) => sum + (given[label] ?? 0), 0)
      if (total !== null && hidden.length > 0) expect(unseen).toBeGreaterThanOrEqual(5)
    }),
  )
})

test('for the public numbers are rounded', () => {
  const shown = numbersIn(lawCounts({ 'youth-act': 23, 'no-law': 31 }, open))
  for (const one of shown) expect((one ?? 0) % 5).toBe(0)
})
