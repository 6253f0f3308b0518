import type { Day } from '../../foundation/day.ts'
import { optionFor } from '../programmes/option-words.ts'
import { type Age, readAges } from './ages.ts'
import { type AskedQuestion, namesOf } from './asked.ts'
import { readDay } from './days.ts'
import { type Read, unreadable, value } from './fault.ts'
import { mentionsIn, type OptionFinder, OTHER } from './options.ts'
import { isBlank } from './plain-words.ts'
import { type Village, villageNamed, villageNear } from './villages.ts'

/** What a cell answers: nothing, or a code, number, codes or ages, with the words that were no option. */
export type CellAnswer = {
  readonly answer: string | number | readonly string[] | readonly Age[] | undefined
  readonly unknown?: readonly string[]
}

export type CellContext = { readonly villages: readonly Village[]; readonly today: Day }

/** A word kept beside `other` is short: a longer text is a note, and notes are not brought in. */
const LONGEST_WORDS = 80

/** Reads one cell as the answer to its question. */
export function readAnswer(
  text: string,
  question: AskedQuestion,
  finder: OptionFinder,
  context: CellContext,
): Read<CellAnswer> {
  if (question.type === 'yes-no-unknown') return readYesNo(text, question)
  if (isBlank(text)) return value({ answer: undefined })
  switch (question.type) {
    case 'place':
      return readVillage(text, context.villages)
    case 'ages':
      return asAnswer(readAges(text))
    case 'many':
      return readMany(text, question, finder)
    case 'choice':
      return readChoice(text, question, finder)
    case 'day':
      return asAnswer(readDay(text, context.today))
    case 'number':
      return readNumber(text)
    case 'text':
      return value({ answer: undefined }) // never coupled to a column: free text is not brought in
  }
}

const asAnswer = (read: Read<NonNullable<CellAnswer['answer']>>): Read<CellAnswer> =>
  'fault' in read ? read : value({ answer: read.value })

function readYesNo(text: string, question: AskedQuestion): Read<CellAnswer> {
  const answer = isBlank(text) ? 'unknown' : optionFor({ type: question.type }, text)
  return answer === undefined ? unreadable('yes-or-no') : value({ answer })
}

function readVillage(text: string, villages: readonly Village[]): Read<CellAnswer> {
  const village = villageNamed(villages, text)
  if (village !== undefined) return value({ answer: village.code })
  const near = villageNear(villages, text)
  return near === undefined
    ? unreadable('village', villageNames(villages))
    : unreadable('village-perhaps', { village: near.name })
}

export const villageNames = (villages: readonly Village[]) => ({ villages: villages.map((one) => one.name).join(', ') })

function readMany(text: string, question: AskedQuestion, finder: OptionFinder): Read<CellAnswer> {
  const { codes, unknown } = mentionsIn(finder, text)
  return kept(question, codes, unknown)
}

function readChoice(text: string, question: AskedQuestion, finder: OptionFinder): Read<CellAnswer> {
  const code = finder.meant(text)
  return code === undefined ? kept(question, OTHER, [text]) : value({ answer: code })
}

/** Unknown words are no fault where the question takes them: they are kept as `other`. */
function kept(
  question: AskedQuestion,
  answer: string | readonly string[],
  unknown: readonly string[],
): Read<CellAnswer> {
  if (unknown.length === 0) return value({ answer })
  if (question.other !== true) return unreadable('one-of', { options: namesOf(question.options ?? []) })
  if (unknown.some((word) => word.length > LONGEST_WORDS)) return unreadable('short-words', { most: LONGEST_WORDS })
  return value({ answer, unknown })
}

/** A number below a million, with a decimal comma or point; a thousands separator is no part of it. */
function readNumber(text: string): Read<CellAnswer> {
  return /^-?\d{1,6}(?:[.,]\d{1,4})?$/.test(text)
    ? value({ answer: Number(text.replace(',', '.')) })
    : unreadable('number')
}
