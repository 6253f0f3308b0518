import type { Day } from '../../../foundation/day.ts'
import { type Answer, allow, type Refused, refuse } from '../../../foundation/result.ts'
import { checkAnswers, type Given } from '../../forms/answer.ts'
import { askedIn } from '../../forms/pages.ts'
import type { ProgrammeDefinition, Question } from '../../programmes/definition.ts'
import type { Fact } from '../event.ts'

/** One talk, message or visit as somebody tells it. */
export type ToldContact = {
  readonly on: Day
  /** In whole minutes, as typed. */
  readonly minutes: string
  readonly isReached: boolean
  /** What was chosen for the questions that are asked at every contact. */
  readonly given: Given
}

type Contact = Extract<Fact, { type: 'contact-made' }>

/** A day of work: more than this is a slip of the finger. */
const MOST_MINUTES = 12 * 60

/** What a programme asks at every contact, such as the kind of service. */
export const contactQuestions = ({ questions }: Pick<ProgrammeDefinition, 'questions'>): readonly Question[] =>
  questions.filter((one) => one.asked === 'contact')

/** What is not right yet, by field; `minuten` and `dag` beside the codes of the questions. */
export type ContactFaults = Readonly<Record<string, Refused>>

/**
 * A contact as it may be recorded. Refuses a day still to come, minutes that are no whole number of a working day, and
 * answers that are missing or not offered. A call that nobody answered needs no answers and keeps none.
 */
export function contactOf(
  definition: Pick<ProgrammeDefinition, 'questions'>,
  told: ToldContact,
  today: Day,
): { readonly contact: Answer<Contact>; readonly faults: ContactFaults } {
  const questions = contactQuestions(definition)
  const checked = told.isReached ? checkAnswers(questions, told.given) : { answers: {}, faults: {} }
  const asked = askedIn({ questions: [...questions] }, checked.answers).map(({ code }) => code)
  const real = Object.entries(checked.faults).filter(([code]) => asked.includes(code))
  const faults: ContactFaults = {
    ...(told.on > today && { dag: refuse('day-in-future') }),
    ...(!isWhole(told.minutes) && { minuten: refuse('contact-minutes', { most: MOST_MINUTES }) }),
    ...Object.fromEntries(real),
  }
  const [first] = Object.values(faults)
  if (first !== undefined) return { contact: first, faults }
  const { answers } = checked
  const minutes = Number(told.minutes.trim())
  const contact: Contact = {
    type: 'contact-made',
    holdsOn: told.on,
    answers: Object.fromEntries(Object.entries(answers).filter(([code]) => asked.includes(code))),
    minutes,
    ...(!told.isReached && { reached: false }),
  }
  return { contact: allow(contact), faults }
}

const isWhole = (minutes: string): boolean => /^\s*\d{1,4}\s*$/.test(minutes) && Number(minutes) <= MOST_MINUTES

/** How many contacts there were, how many tries that met nobody, and the minutes of both together. */
export type Hours = { readonly contacts: number; readonly tries: number; readonly minutes: number }

export function hoursOf(facts: readonly Fact[]): Hours {
  const made = facts.filter((fact) => fact.type === 'contact-made')
  const tries = made.filter(({ reached }) => reached === false).length
  return {
    contacts: made.length - tries,
    tries,
    minutes: made.reduce((sum, { minutes = 0 }) => sum + minutes, 0),
  }
}
