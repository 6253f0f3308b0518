import type { Condition, Conditions, StepPlan } from '../../../capabilities/step-plan/definition.ts'
import { routesOf } from '../../../capabilities/step-plan/safety.ts'
import { planFormWords } from '../../words/step-plan-forms.ts'
import { planQuestionWords } from '../../words/step-plan-questions.ts'
import { planScreenWords } from '../../words/step-plan-screens.ts'
import type { Lang } from '../../words/words.ts'

type Question = StepPlan['questions'][number]
type Words = Question['ask']

/** In the language of the reader, or in the other one where that is still empty. */
export const said = (lang: Lang, words: Words | undefined): string => words?.[lang] || words?.nl || words?.en || ''

const YES_NO: Readonly<Record<string, Words>> = {
  yes: { nl: 'Ja', en: 'Yes' },
  no: { nl: 'Nee', en: 'No' },
  unknown: { nl: 'Weet ik niet', en: 'I do not know' },
}

/** The answers to a question, each with its name. */
export const answersOf = (lang: Lang, { type, options = [] }: Question): { value: string; label: string }[] =>
  type === 'yes-no-unknown'
    ? Object.entries(YES_NO).map(([value, words]) => ({ value, label: words[lang] }))
    : options.map(({ code, name }) => ({ value: code, label: said(lang, name) || code }))

export const questionName = (lang: Lang, plan: StepPlan, code: string): string => {
  const question = plan.questions.find((one) => one.code === code)
  return said(lang, question?.ask) || code
}

export function answerName(lang: Lang, plan: StepPlan, question: string, answer: string): string {
  const found = plan.questions.find((one) => one.code === question)
  return found === undefined ? answer : (answersOf(lang, found).find(({ value }) => value === answer)?.label ?? answer)
}

/** A step by its title; one that is not there any more by its code. */
export const stepName = (lang: Lang, plan: StepPlan, code: string): string => {
  const step = plan.steps.find((one) => one.code === code)
  return step === undefined ? `${code} (${planFormWords[lang].gone})` : said(lang, step.title) || code
}

const OR = { nl: 'of', en: 'or' } as const
const AND = { nl: 'en', en: 'and' } as const
const NOT = { nl: 'niet', en: 'not' } as const

const listed = (names: readonly string[], word: string): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`

/** `Waar wonen jullie? In een huurhuis of In een koophuis`. */
function conditionInWords(lang: Lang, plan: StepPlan, { question, is, isNot }: Condition): string {
  const names = (codes: readonly string[]) =>
    listed(
      codes.map((code) => `‘${answerName(lang, plan, question, code)}’`),
      OR[lang],
    )
  const asked = questionName(lang, plan, question)
  return [
    ...(is === undefined ? [] : [`${asked} ${names(is)}`]),
    ...(isNot === undefined ? [] : [`${asked} ${NOT[lang]} ${names(isNot)}`]),
  ].join(` ${AND[lang]} `)
}

/** Conditions as one text: groups of which one holds, each with everything that holds in it. */
export const conditionsInWords = (lang: Lang, plan: StepPlan, conditions: Conditions | undefined): string =>
  conditions === undefined
    ? planScreenWords[lang].always
    : conditions
        .map((set) => set.map((one) => conditionInWords(lang, plan, one)).join(`; ${AND[lang]} `))
        .join(` — ${OR[lang]} — `)

/** What a button makes of the answers, as one text. */
export const setInWords = (
  lang: Lang,
  plan: StepPlan,
  set: Readonly<Record<string, string | readonly string[]>>,
): string =>
  Object.entries(set)
    .map(([question, answer]) => {
      const names = [answer].flat().map((one) => `‘${answerName(lang, plan, question, one)}’`)
      return planQuestionWords[lang].becomesIs(questionName(lang, plan, question), listed(names, AND[lang]))
    })
    .join('; ')

/** For whom a step is: the route first, then what else holds. */
export function forWhom(lang: Lang, plan: StepPlan, conditions: Conditions): { route: string; rest: string } {
  const words = planScreenWords[lang]
  const routes = routesOf(plan, conditions)
  const [only] = routes.size === 1 ? routes : []
  const route = only === 'afraid' ? words.afraid : only === 'not-afraid' ? words.notAfraid : ''
  if (route === '') return { route, rest: conditionsInWords(lang, plan, conditions) }
  const others = conditions.map((set) => set.filter(({ question }) => question !== plan.safety.question))
  if (others.some((set) => set.length === 0)) return { route, rest: '' }
  return { route, rest: conditionsInWords(lang, plan, others) }
}
