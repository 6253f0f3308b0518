import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refuse } from '../../../foundation/result.ts'
import { checkForm } from '../../forms/form-check.ts'
import { answersOf, LOOKS, ladderTold, RUNGS } from './ladder.ts'

const checked = checkForm(JSON.parse(readFileSync('content/forms/ladder.json', 'utf8')))
if (!checked.ok) throw new Error(JSON.stringify(checked.with))

test('[R-029] the form asks the five steps in their fixed order, each with its reason', () => {
  expect(checked.value.questions.map(({ code }) => code)).toEqual(RUNGS.flatMap((rung) => [rung, `${rung}-why`]))
  for (const { type, options } of checked.value.questions)
    if (type === 'choice') expect(options?.map(({ code }) => code)).toEqual(LOOKS)
})

test('[R-030] heavy help is not chosen without a reason in words', () => {
  const lighter = { general: 'used', light: 'rejected', 'light-why': 'Te weinig' }
  for (const why of [undefined, '', '  ', 'ja'])
    expect(ladderTold({ ...lighter, heavy: 'used', ...(why !== undefined && { 'heavy-why': why }) })).toEqual(
      refuse('ladder-heavy-why-missing', { question: 'heavy-why' }),
    )
  expect(ladderTold({ ...lighter, heavy: 'used', 'heavy-why': 'Twee groepen hielpen niet' })).toMatchObject({
    ok: true,
    value: { heavy: { look: 'used', why: 'Twee groepen hielpen niet' } },
  })
  expect(ladderTold({ heavy: 'considered', 'heavy-why': 'ja' })).toMatchObject({ value: { heavy: { why: 'ja' } } })
})

test.each(RUNGS)('[R-029] what does not fit says why: %s', (rung) => {
  expect(ladderTold({ [rung]: 'rejected' })).toEqual(refuse('ladder-why-missing', { question: `${rung}-why` }))
  expect(ladderTold({ [`${rung}-why`]: 'Past niet' })).toEqual(refuse('ladder-look-missing', { question: rung }))
})

test('whatever may be kept comes back as the answers that said it, and nothing at all is not kept', () => {
  expect(ladderTold({})).toEqual(refuse('ladder-empty'))
  const step = fc.option(fc.record({ look: fc.constantFrom(...LOOKS), why: fc.constantFrom('Een reden', undefined) }))
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 5 }), (steps) => {
      const answers = Object.fromEntries(
        RUNGS.flatMap((rung, at) => {
          const one = steps[at]
          if (one === null || one === undefined) return []
          return [[rung, one.look], ...(one.why === undefined ? [] : [[`${rung}-why`, one.why]])]
        }),
      )
      const told = ladderTold(answers)
      const isUnsaid = (rung: string) => answers[`${rung}-why`] === undefined
      const isFaulty = RUNGS.some(
        (rung) => isUnsaid(rung) && (answers[rung] === 'rejected' || (rung === 'heavy' && answers[rung] === 'used')),
      )
      if (told.ok) expect(answersOf(told.value)).toEqual(answers)
      expect(told.ok).toBe(!isFaulty && Object.keys(answers).length > 0)
    }),
  )
})
