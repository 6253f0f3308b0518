import { parseDay } from '../../foundation/day.ts'
import { type Answer, allow, type Refused, refuse } from '../../foundation/result.ts'
import type { Answers, AnswerValue } from '../cases/event.ts'
import { readAges } from '../imports/ages.ts'
import { holdsBsn } from '../imports/bsn.ts'
import type { FormQuestion, Offered } from './form.ts'

/** What was sent for each question, as it was typed. */
export type Given = Readonly<Record<string, readonly string[]>>

const LONGEST = { line: 200, lines: 2000 } as const
const MAIL = /^[^\s@]{1,64}@[^\s@]{1,180}\.[^\s@.]{2,}$/
const LEAST_DIGITS = 8
const MOST_DIGITS = 15
// Control and format characters that nobody types; tab and line feed are typed.
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu

export type Checked = {
  /** By question code; what was left empty is absent. */
  readonly answers: Answers
  readonly faults: Readonly<Record<string, Refused>>
}

/** Checks everything that these questions were given. An answer with a fault is absent, and its fault says why. */
export function checkAnswers(questions: readonly FormQuestion[], given: Given, offered: Offered = {}): Checked {
  const answers: Record<string, AnswerValue> = {}
  const faults: Record<string, Refused> = {}
  for (const question of questions) {
    const checked = checkAnswer(question, given[question.code] ?? [], offered)
    if (!checked.ok) faults[question.code] = checked
    else if (checked.value !== undefined) answers[question.code] = checked.value
  }
  return { answers, faults }
}

/** The answer in what was sent for one question; undefined when it was left empty and may be. */
export function checkAnswer(
  question: FormQuestion,
  given: readonly string[],
  offered: Offered = {},
): Answer<AnswerValue | undefined> {
  const texts = given.map(clean).filter((text) => text !== '')
  const [first] = texts
  if (first === undefined) return question.required === true ? refuse(missing(question)) : allow(undefined)
  if (texts.some(holdsBsn)) return refuse('answer-holds-bsn')
  return question.type === 'many' ? readMany(question, texts) : readOne(question, first, offered)
}

const missing = ({ type }: FormQuestion): string =>
  type === 'text' || type === 'long-text' || type === 'number' || type === 'day' || type === 'ages'
    ? 'answer-missing'
    : 'answer-not-chosen'

/** Text in one Unicode form, without what cannot be seen. */
const clean = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').replace(INVISIBLE, '').trim()

function readOne(question: FormQuestion, text: string, offered: Offered): Answer<AnswerValue> {
  switch (question.type) {
    case 'text':
      return readLine(question, text.replace(/\s+/g, ' '))
    case 'long-text':
      return isTooLong(text, question.longest ?? LONGEST.lines)
    case 'number':
    case 'scale':
      return readNumber(question, text)
    case 'day': {
      const day = parseDay(text)
      return day === undefined ? refuse('answer-no-day') : allow(day)
    }
    case 'ages': {
      const ages = readAges(text)
      return 'fault' in ages ? refuse('answer-no-ages') : allow(ages.value)
    }
    case 'yes-no-unknown':
      return oneOf(['yes', 'no', 'unknown'], text)
    case 'choice':
    case 'many':
      return oneOf(codesOf(question), text)
    case 'place':
    case 'person':
      return oneOf(
        (offered[question.code] ?? []).map(({ code }) => code),
        text,
      )
  }
}

const codesOf = ({ options = [] }: FormQuestion): string[] => options.map(({ code }) => code)

const oneOf = (codes: readonly string[], text: string): Answer<string> =>
  codes.includes(text) ? allow(text) : refuse('answer-not-offered')

function readMany(question: FormQuestion, texts: readonly string[]): Answer<AnswerValue> {
  const codes = codesOf(question)
  if (texts.some((text) => !codes.includes(text))) return refuse('answer-not-offered')
  return allow(codes.filter((code) => texts.includes(code)))
}

function readLine({ check, longest }: FormQuestion, text: string): Answer<string> {
  if (check === 'mail' && !MAIL.test(text)) return refuse('answer-no-mail')
  if (check === 'phone') {
    const digits = text.replace(/\D/g, '').length
    if (!/^\+?[\d\s().-]+$/.test(text) || digits < LEAST_DIGITS || digits > MOST_DIGITS)
      return refuse('answer-no-phone')
  }
  return isTooLong(text, longest ?? LONGEST.line)
}

const isTooLong = (text: string, most: number): Answer<string> =>
  text.length > most ? refuse('answer-too-long', { most, now: text.length }) : allow(text)

function readNumber({ from, to }: FormQuestion, text: string): Answer<number> {
  if (!/^-?\d{1,9}$/.test(text)) return refuse('answer-no-number')
  const number = Number(text)
  const isOutside = (from !== undefined && number < from) || (to !== undefined && number > to)
  return isOutside ? refuse('answer-out-of-range', { from: from ?? '…', to: to ?? '…' }) : allow(number)
}
