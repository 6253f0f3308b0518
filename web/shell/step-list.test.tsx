import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Step, stepPlanFormat } from '../../capabilities/step-plan/definition.ts'
import { isAfraid, stepsFor } from '../../capabilities/step-plan/steps.ts'
import { StepList, type StepsShownWith } from './step-list.tsx'

const plan = stepPlanFormat.parse(JSON.parse(readFileSync('content/step-plans/apart.json', 'utf8')))
const slugs = plan.steps.flatMap(({ pages }) => pages.map(({ slug }) => slug))
const helping = plan.steps.flatMap(({ offers }) => offers.slice(0, 1))
const door = { name: 'Inloop', phone: '0999 110 030', hours: [] }
const around = (): StepsShownWith => ({
  here: { lang: 'nl' },
  titles: new Map(slugs.map((slug) => [slug, `Pagina ${slug}`])),
  offers: new Map(helping.map((code) => [code, { name: `Hulp ${code}`, summary: 'Denkt mee.', door }])),
  facts: new Map(),
})

const MARRIED = { afraid: ['no'], stage: ['going'], together: ['married'], agree: ['no'], authority: ['yes'] }
/** The same steps, with other papers and pages for each. */
const LIVES = [
  { ...MARRIED, children: ['under-12'], home: ['rented'] },
  { ...MARRIED, children: ['under-12'], home: ['bought'] },
  { ...MARRIED, children: ['none'], home: ['rented'] },
  { afraid: ['yes'], stage: ['going'], together: ['married'], children: ['12-17'] },
  { afraid: ['yes'], stage: ['going'], together: ['married'], children: ['none'] },
]

test('[R-004] what was made for the steps of one person never stands on the page of another life, language or version', () => {
  const kept = around()
  const changed = { ...plan, steps: plan.steps.map((step) => ({ ...step, why: { nl: 'Anders.', en: 'Else.' } })) }
  const views = [plan, changed].flatMap((version) =>
    LIVES.flatMap((answers) =>
      (['nl', 'en'] as const).map((lang) => (known: StepsShownWith) => {
        const steps = stepsFor(version, answers)
        return String(<StepList {...{ lang, known, steps }} isAlone={isAfraid(version, answers)} />)
      }),
    ),
  )
  const fresh = views.map((view) => view(around()))
  expect(new Set(fresh).size).toBe(views.length)
  for (const order of [views, views.toReversed()])
    expect(order.map((view) => view(kept))).toEqual(order.map((view) => fresh[views.indexOf(view)]))
})

test('[R-004] [R-017] help that stood in full at another step, and its door for who is not afraid, never stand with somebody else', () => {
  const [first, ...others] = plan.steps.filter(({ at, offers }) => at === 'now' && offers.length > 0)
  const again = others.find(({ offers }) => offers[0] === first?.offers[0])
  const other = others.find(({ offers }) => offers[0] !== first?.offers[0])
  if (first === undefined || again === undefined || other === undefined) throw new Error('the plan has such steps')
  const kept = around()
  const view = (known: StepsShownWith, steps: Step[], isAlone: boolean) =>
    String(<StepList {...{ lang: 'nl', known, steps, isAlone }} />)
  for (const isAlone of [false, true, false])
    for (const steps of [
      [first, again],
      [other, again],
      [first, again],
    ])
      expect(view(kept, steps, isAlone)).toBe(view(around(), steps, isAlone))
  expect(view(kept, [first, again], true)).not.toContain(door.name)
  expect(view(kept, [first, again], false)).toContain(door.name)
})
