import type { Answers } from '../cases/event.ts'
import { askedIn } from '../forms/pages.ts'
import { codesIn } from '../programmes/asked.ts'
import type { StepPlan } from './definition.ts'
import { isAfraid, stepsFor } from './steps.ts'

/** One thing that somebody may share: an answer or a step, in words. */
export type Item = { readonly code: string; readonly kind: 'answer' | 'step'; readonly text: string }

/** The most that goes along, so that somebody can still add own words (2,000 in all). */
const MOST_SIGNS = 1_600

type Lang = 'nl' | 'en'
/** How an answer to a question is said; the words of a form are not known here. */
type Say = (question: StepPlan['questions'][number], answer: Answers[string]) => string

/** Everything that somebody may share, one by one: what was answered, then the steps that came of it. */
export function itemsOf(plan: StepPlan, answers: Answers, { lang, say }: { lang: Lang; say: Say }): Item[] {
  return [
    ...askedIn(plan, answers).flatMap((question): Item[] => {
      const answer = answers[question.code]
      if (answer === undefined) return []
      return [
        { code: `answer-${question.code}`, kind: 'answer', text: `${question.ask[lang]} ${say(question, answer)}` },
      ]
    }),
    ...stepsFor(plan, answers).map(
      ({ code, title }): Item => ({ code: `step-${code}`, kind: 'step', text: title[lang] }),
    ),
  ]
}

/** Only what was chosen, as lines of text under this one; undefined when nothing was. */
export function textOf(items: readonly Item[], chosen: readonly string[], above: string): string | undefined {
  const lines = items.filter(({ code }) => chosen.includes(code)).map(({ text }) => `- ${text}`)
  if (lines.length === 0) return undefined
  return lines.reduce((text, line) => (text.length + line.length < MOST_SIGNS ? `${text}\n${line}` : text), above)
}

/** What the question is about, as the form for asking knows it. */
export const topicsOf = (plan: StepPlan, answers: Answers): string[] =>
  isAfraid(plan, answers)
    ? ['safety', 'separation']
    : ['separation', ...(codesIn(answers.money).includes('debts') ? ['money'] : [])]
