import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refuse } from '../../../foundation/result.ts'
import { estimateTold, GRADES, gradeTold, isUnsafe, mayEnd, OUTCOMES } from './weighing.ts'

const outcome = fc.constantFrom(...OUTCOMES)

test('[R-021] a grade is kept with a reason of at least three letters, or refused; never changed', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ maxLength: 1100 }), (grade, reason) => {
      const told = gradeTold({ grade, reason })
      const isGrade = GRADES.some((one) => one === grade)
      const length = reason.trim().length
      expect(told.ok).toBe(isGrade && length >= 3 && length <= 1000)
      if (told.ok) expect(told.value).toEqual({ grade, reason: reason.trim() })
    }),
  )
})

test('[R-023] an estimate says why when something could not be judged, and only then', () => {
  fc.assert(
    fc.property(outcome, outcome, fc.string({ maxLength: 1000 }), (harm, violence, because) => {
      const told = estimateTold({ harm, violence, because })
      const isJudged = harm !== 'not-judged' && violence !== 'not-judged'
      expect(told.ok).toBe(isJudged || because.trim().length >= 3)
      if (told.ok) expect(told.value.because).toBe(isJudged ? null : because.trim())
    }),
  )
})

test.each([
  [{ harm: '', violence: 'concern', because: '' }, 'triage-estimate-incomplete'],
  [{ harm: 'concern', violence: 'yes', because: '' }, 'triage-estimate-incomplete'],
  [{ harm: 'concern', violence: 'not-judged', because: ' ' }, 'triage-because-missing'],
  [{ harm: 'not-judged', violence: 'not-judged', because: 'a'.repeat(1001) }, 'triage-words-long'],
] as const)('[R-023] %o is refused: %s', (given, reason) => {
  expect(estimateTold(given)).toMatchObject({ ok: false, reason })
})

test('[R-022] [R-023] a separation and grade D end only with an estimate; anything else may end without', () => {
  const grades = fc.option(fc.constantFrom(...GRADES), { nil: undefined })
  fc.assert(
    fc.property(fc.subarray(['separation', 'money', 'talking']), grades, fc.boolean(), (topics, grade, hasEstimate) => {
      const ends = mayEnd({ topics }, { grade, hasEstimate })
      expect(ends.ok).toBe(hasEstimate || (!topics.includes('separation') && grade !== 'D'))
      if (!ends.ok) expect(ends).toEqual(refuse('triage-estimate-missing'))
    }),
  )
})

test('[R-022] grade D, and acute danger at any grade, show whom to call', () => {
  fc.assert(
    fc.property(fc.constantFrom(...GRADES), outcome, outcome, (grade, harm, violence) => {
      const isAcute = harm === 'acute' || violence === 'acute'
      expect(isUnsafe(grade, { harm, violence, because: null })).toBe(grade === 'D' || isAcute)
    }),
  )
  expect(isUnsafe(undefined, undefined)).toBe(false)
})
