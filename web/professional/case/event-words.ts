import {
  type Answers,
  type AnswerValue,
  type Fact,
  isFact,
  type TrajectoryEvent,
} from '../../../capabilities/cases/event.ts'
import type { ProgrammeDefinition } from '../../../capabilities/programmes/definition.ts'
import { optionsOf } from '../../../capabilities/programmes/option-words.ts'
import { caseWords } from '../../words/case.ts'
import { formatList } from '../../words/format.ts'
import { trajectoryWords } from '../../words/trajectories.ts'
import type { Lang } from '../../words/words.ts'

/** An answer as people read it: names of choices, and text as it was typed. */
export function answerInWords(
  lang: Lang,
  definition: ProgrammeDefinition,
  code: string,
  answer: AnswerValue | undefined,
): string {
  if (answer === undefined) return ''
  const question = definition.questions.find((one) => one.code === code)
  const options = question === undefined ? [] : optionsOf(question)
  const name = (option: string): string => options.find((one) => one.code === option)?.name[lang] ?? option
  if (Array.isArray(answer)) return formatList(lang, answer.filter((one) => typeof one === 'string').map(name))
  return name(String(answer))
}

/** Why a step was taken, from the lists of the definition. */
export const reasonInWords = (lang: Lang, definition: ProgrammeDefinition, code: string | null): string =>
  definition.reasons.flatMap((list) => list.options).find((one) => one.code === code)?.name[lang] ?? ''

/** What happened, in a few words. */
export function eventInWords(lang: Lang, definition: ProgrammeDefinition, event: TrajectoryEvent): string {
  const words = trajectoryWords[lang].events
  if (isFact(event)) return factInWords(lang, definition, event)
  return event.type === 'corrected' ? `${words.corrected}: ${factInWords(lang, definition, event.by)}` : words.withdrawn
}

function factInWords(lang: Lang, definition: ProgrammeDefinition, fact: Fact): string {
  const words = trajectoryWords[lang].events
  const named = (list: readonly { code: string; name: { nl: string; en: string } }[], code: string): string =>
    list.find((one) => one.code === code)?.name[lang] ?? code
  switch (fact.type) {
    case 'registered':
      return words.registered
    case 'moved':
      return [words.moved(named(definition.phases, fact.to)), reasonInWords(lang, definition, fact.reason ?? null)]
        .filter(Boolean)
        .join(': ')
    case 'answered':
      return words.answered
    case 'anchor-set':
      return words.anchor(named(definition.anchors, fact.anchor))
    case 'milestone-done':
      return milestoneInWords(lang, definition, fact)
    case 'contact-made':
      return contactInWords(lang, definition, fact)
    case 'referral-made':
      return [words.referral, ...answersInWords(lang, definition, fact.answers)].join(': ')
    case 'referral-followed':
      return [words.referralResult, ...answersInWords(lang, definition, fact.answers)].join(': ')
    case 'worker-assigned':
      return words.workerAssigned
    case 'worker-left':
      return words.workerLeft
  }
}

const answersInWords = (lang: Lang, definition: ProgrammeDefinition, answers: Answers): string[] =>
  lowered(Object.entries(answers).map(([code, answer]) => answerInWords(lang, definition, code, answer)))

function contactInWords(lang: Lang, definition: ProgrammeDefinition, fact: Extract<Fact, { type: 'contact-made' }>) {
  const words = trajectoryWords[lang].events
  const answered = Object.entries(fact.answers).map(([code, answer]) => answerInWords(lang, definition, code, answer))
  const time = fact.minutes === undefined || fact.minutes === 0 ? '' : durationInWords(lang, fact.minutes)
  const details = [...answered, time].filter((text) => text !== '')
  const what = fact.reached === false ? words.nobody : words.contact
  return details.length === 0 ? what : `${what}: ${lowered(details).join(', ')}`
}

function milestoneInWords(
  lang: Lang,
  definition: ProgrammeDefinition,
  fact: Extract<Fact, { type: 'milestone-done' }>,
) {
  const milestone = definition.milestones.find((one) => one.code === fact.milestone)
  const outcome = milestone?.outcomes?.find((one) => one.code === fact.outcome)?.name[lang]
  const done = trajectoryWords[lang].events.milestone(milestone?.name[lang] ?? fact.milestone)
  return outcome === undefined ? done : `${done}: ${lowered([outcome]).join()}`
}

const lowered = (texts: readonly string[]): string[] =>
  texts.map((text) => text.slice(0, 1).toLowerCase() + text.slice(1))

/** Minutes as people say them: "1 uur en 20 minuten". */
export function durationInWords(lang: Lang, minutes: number): string {
  const words = caseWords[lang]
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const parts = [hours === 0 ? '' : words.hours(hours), rest === 0 && hours > 0 ? '' : words.minutes(rest)]
  return formatList(
    lang,
    parts.filter((text) => text !== ''),
  )
}
