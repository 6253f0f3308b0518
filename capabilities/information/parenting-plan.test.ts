import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type ParentingPlan, parentingPlanFaults } from './parenting-plan.ts'

const shipped = JSON.parse(readFileSync('content/parenting-plan.json', 'utf8')) as ParentingPlan // checked below
const slugs = new Set(
  [shipped.page, ...[...shipped.required, ...shipped.optional].flatMap(({ pages }) => pages)].concat([
    ...['gezag', 'daarna', 'dit-apparaat'],
  ]),
)
const known = { slugs, facts: shipped.facts }

/** The faults of the shipped helper after something was changed in a copy of it. */
function changed(change: (plan: ParentingPlan) => void): string[] {
  const plan = structuredClone(shipped)
  change(plan)
  return parentingPlanFaults(plan, known).map(({ at, what }) => `${at} ${what}`)
}

const first = (plan: ParentingPlan) => {
  const [block] = plan.required
  if (block === undefined) throw new Error('the law asks four blocks')
  return block
}

test('the helper as it comes with the product has no fault', () => {
  expect(changed(() => undefined)).toEqual([])
})

test.each(['care', 'informing', 'costs', 'children'])(
  'without the block %s the plan is not what the law asks',
  (code) => {
    const faults = changed((plan) => {
      plan.required = plan.required.filter((block) => block.code !== code)
    })
    expect(faults).toEqual([`required/${code} missing: the law asks it`])
  },
)

test('a block that the law does not ask is not among what it asks', () => {
  expect(changed((plan) => plan.required.push(...plan.optional.splice(0, 1)))).toEqual([
    'required/holidays not asked by the law: put it in optional',
  ])
})

test.each<[string, (plan: ParentingPlan) => void, RegExp]>([
  ['a language', (plan) => Object.assign(first(plan).title, { en: undefined }), /^required\/care\/title\/en wrong/],
  ['an age', (plan) => Object.assign(first(plan).starters, { teen: [] }), /^required\/care\/starters\/teen wrong/],
  ['questions', (plan) => first(plan).questions.splice(1), /^required\/care\/questions wrong/],
  ['a page', (plan) => first(plan).pages.push('weg'), /^care\/pages no such page: weg/],
  ['a linked page', (plan) => Object.assign(first(plan).about, { en: '[x](pagina:weg)' }), /^care\/about\/en no such/],
  ['a fact', (plan) => Object.assign(first(plan).about, { nl: '{{feit:iets}}' }), /^care\/about\/nl fact not listed/],
  ['a kind of link', (plan) => Object.assign(plan.afraid, { nl: '[x](http://a.b)' }), /^afraid\/nl unknown-link/],
  ['plain text', (plan) => Object.assign(plan.whom, { nl: '<b>x</b>' }), /^whom\/nl raw-html/],
  ['a known fact', (plan) => plan.facts.push('iets'), /^facts no such fact: iets/],
  ['one of each block', (plan) => plan.optional.push(first(plan)), /^care stands twice/],
  [
    'one of each question',
    (plan) => first(plan).questions.splice(1, 1, ...first(plan).questions.slice(0, 1)),
    /^care\/questions\/week stands twice/,
  ],
])('a fault in %s is told at its place', (_, change, told) => {
  const faults = changed(change)
  expect(faults.length).toBeGreaterThan(0)
  expect(faults.filter((fault) => !told.test(fault))).toEqual([])
})

test.each([null, [], 'plan', {}, { required: 3 }])('%j is no helper', (given) => {
  expect(parentingPlanFaults(given, known).length).toBeGreaterThan(0)
})
