import { type Typed, text, texts } from '../../programmes/drafts/typed.ts'
import { type Conditions, PARTS, type Step, type StepPlan } from '../definition.ts'
import { stepsFor } from '../steps.ts'
import type { Thing, Words } from './changes.ts'
import { afterButton } from './rows.ts'

type Example = Thing<'examples'>

/** More rows than the format takes, so that one too many can be told. */
const MOST_ROWS = 70
/** The answers under which a condition is met: one of these, or none of these. */
export const HOW = ['is', 'isNot'] as const

export const toldWords = (typed: Typed, name: string): Words => ({
  nl: text(typed, `${name}/nl`),
  en: text(typed, `${name}/en`),
})

export const isSaid = ({ nl, en }: Words): boolean => nl !== '' || en !== ''

/** Words that may be left out, under their key. */
export const spare = <Key extends string>(key: Key, words: Words): { [K in Key]?: Words } =>
  isSaid(words) ? ({ [key]: words } as { [K in Key]?: Words }) : {} // the key is this one

/** As many rows as the form has, each by its number. */
export const rows = <Row>(typed: Typed, name: string, field: string, read: (at: string) => Row): Row[] => {
  const found: Row[] = []
  for (let at = 0; at < MOST_ROWS && typed.has(`${name}/${at}${field}`); at++) found.push(read(`${name}/${at}`))
  return found
}

/** A step as somebody filled it in, after the button that was pressed: a row taken away or moved up. */
export function toldStep(typed: Typed, before: Step, doing: string): Step {
  const raw = {
    if: toldConditions(typed, 'if'),
    how: rows(typed, 'how', '/nl', (at) => toldWords(typed, at)),
    documents: rows(typed, 'documents', '/name/nl', (at) => ({
      name: toldWords(typed, `${at}/name`),
      if: toldConditions(typed, `${at}/if`),
    })),
    pages: rows(typed, 'pages', '/slug', (at) => ({
      slug: text(typed, `${at}/slug`),
      if: toldConditions(typed, `${at}/if`),
    })),
    offers: rows(typed, 'offers', '', (at) => text(typed, at)),
  }
  const after = afterButton(raw, doing)
  const how = after.how.filter(isSaid)
  const documents = after.documents
    .filter(({ name }) => isSaid(name))
    .map(({ name, ...one }) => ({ name, ...perhaps(one) }))
  const group = text(typed, 'oneOf')
  const days = text(typed, 'remindAfterDays')
  return {
    code: before.code,
    at: PARTS.find((part) => part === text(typed, 'at')) ?? before.at,
    title: toldWords(typed, 'title'),
    if: withoutEmpty(after.if),
    why: toldWords(typed, 'why'),
    ...(how.length > 0 && { how }),
    who: toldWords(typed, 'who'),
    ...spare('term', toldWords(typed, 'term')),
    ...(documents.length > 0 && { documents }),
    pages: after.pages.filter(({ slug }) => slug !== '').map(({ slug, ...one }) => ({ slug, ...perhaps(one) })),
    offers: [...new Set(after.offers.filter((one) => one !== ''))],
    ...(text(typed, 'isJoint') !== '' && { isJoint: true as const }),
    ...(group !== '' && { oneOf: group }),
    // What is no number of days is kept as one that is none, so that it is told.
    ...(days !== '' && { remindAfterDays: /^\d{1,5}$/.test(days) ? Number(days) : 0 }),
  }
}

/** Without conditions it always holds. */
const perhaps = (one: { readonly if: Conditions }): { if?: Conditions } => {
  const conditions = withoutEmpty(one.if)
  return conditions.length === 0 ? {} : { if: conditions }
}

export const withoutEmpty = (conditions: Conditions): Conditions => conditions.filter((set) => set.length > 0)

/** Sets of conditions; the question chosen under a set adds a condition to it, the one under all of them a set. */
export function toldConditions(typed: Typed, name: string): Conditions {
  const sets = rows(typed, name, '/nieuw', (set) => [
    ...rows(typed, set, '/question', (at) => {
      const chosen = texts(typed, `${at}/is`)
      const question = text(typed, `${at}/question`)
      return text(typed, `${at}/hoe`) === 'isNot' ? { question, isNot: chosen } : { question, is: chosen }
    }),
    ...begun(text(typed, `${set}/nieuw`)),
  ])
  return [...sets, begun(text(typed, `${name}/nieuw`))]
}

const begun = (question: string): Conditions[number] => (question === '' ? [] : [{ question, is: [] }])

/**
 * An example person as somebody filled it in. The steps that stay expected keep their order; one that is new comes where it
 * stands in the plan.
 */
export function toldExample(typed: Typed, before: Example, plan: StepPlan): Example {
  const answers = Object.fromEntries(
    plan.questions.flatMap(({ code, type }) => {
      const given = texts(typed, `answers/${code}`).filter((one) => one !== '')
      const [first] = given
      return first === undefined ? [] : [[code, type === 'many' ? given : first] as const]
    }),
  )
  return {
    code: before.code,
    name: toldWords(typed, 'name'),
    answers,
    steps: inOrder(plan, before.steps, texts(typed, 'steps')),
  }
}

/** The example with the steps that the plan gives now as those that it should give. */
export const asItComes = (plan: StepPlan, example: Example): Example => ({
  ...example,
  steps: stepsFor(plan, example.answers).map(({ code }) => code),
})

function inOrder(plan: StepPlan, before: readonly string[], chosen: readonly string[]): string[] {
  const order = PARTS.flatMap((part) => plan.steps.filter(({ at }) => at === part)).map(({ code }) => code)
  const kept = before.filter((code) => chosen.includes(code))
  const fresh = order.filter((code) => chosen.includes(code) && !kept.includes(code))
  return fresh.reduce((steps, code) => {
    const earlier = order.slice(0, order.indexOf(code))
    return steps.toSpliced(steps.findLastIndex((one) => earlier.includes(one)) + 1, 0, code)
  }, kept)
}
