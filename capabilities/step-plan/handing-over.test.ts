import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepPlanFormat } from './definition.ts'
import { itemsOf, textOf, topicsOf } from './handing-over.ts'
import { stepsFor } from './steps.ts'

const plan = stepPlanFormat.parse(JSON.parse(readFileSync('content/step-plans/apart.json', 'utf8')))
const people = fc.constantFrom(...plan.examples.map(({ answers }) => answers))
const given = (answers: (typeof plan.examples)[number]['answers']) =>
  itemsOf(plan, answers, { lang: 'nl', say: (_, answer) => String(answer) })

test('[R-004] only what was chosen goes along, item by item, and nothing else of an answer or a step', () => {
  fc.assert(
    fc.property(people, fc.infiniteStream(fc.boolean()), (answers, coin) => {
      const items = given(answers)
      const chosen = items.filter(() => coin.next().value === true).map(({ code }) => code)
      const text = textOf(items, chosen, 'Boven')
      expect(text === undefined).toBe(chosen.length === 0)
      const lines = text?.split('\n').slice(1) ?? []
      const allowed = items.filter(({ code }) => chosen.includes(code)).map((item) => `- ${item.text}`)
      expect(lines).toEqual(allowed.slice(0, lines.length))
      expect(text?.length ?? 0).toBeLessThan(1_700)
    }),
  )
})

test('what is made up to be chosen is not there, and every answer and step can be', () => {
  for (const { answers } of plan.examples) {
    const items = given(answers)
    expect(textOf(items, ['step-nothing', '__proto__', 'answer-constructor'], 'Boven')).toBeUndefined()
    expect(items.filter(({ kind }) => kind === 'step')).toHaveLength(stepsFor(plan, answers).length)
    expect(items.filter(({ kind }) => kind === 'answer')).toHaveLength(Object.keys(answers).length)
  }
})

test('who is afraid asks about safety first', () => {
  expect(topicsOf(plan, { afraid: 'yes' })[0]).toBe('safety')
  expect(topicsOf(plan, { afraid: 'no', money: ['debts'] })).toEqual(['separation', 'money'])
})
