import { codeFrom } from '../../programmes/drafts/coding.ts'
import { type Typed, text, texts } from '../../programmes/drafts/typed.ts'
import type { StepPlan } from '../definition.ts'
import type { Thing, Words } from './changes.ts'
import { afterButton, ROW } from './rows.ts'
import { isSaid, rows, spare, toldConditions, toldWords, withoutEmpty } from './told.ts'

type Question = Thing<'questions'>
type Change = Thing<'changes'>
type Option = NonNullable<Question['options']>[number]

/** The button by which a question is asked of everybody again. */
export const OF_EVERYBODY = `${ROW.away}when`

/**
 * A question as somebody filled it in, after the button that was pressed; an answer without a code gets one from its name.
 * Its kind stays. Of the question after fear only words can change: who gets it, its answers and their order stay.
 */
export function toldQuestion(
  typed: Typed,
  { plan, before, doing }: { plan: Pick<StepPlan, 'safety'>; before: Question; doing: string },
): Question {
  const { help: _, options, when, required, ...rest } = before
  const isSafety = before.code === plan.safety.question
  const words = {
    ask: toldWords(typed, 'ask'),
    ...spare('help', toldWords(typed, 'help')),
    purpose: toldWords(typed, 'purpose'),
  }
  if (isSafety)
    return {
      ...{ ...rest, ...words },
      ...(options !== undefined && { options: sameOptions(typed, options) }),
      ...(when !== undefined && { when }),
      ...(required !== undefined && { required }),
    }
  return {
    ...{ ...rest, ...words },
    ...(text(typed, 'required') !== '' && { required: true }),
    ...(doing === OF_EVERYBODY ? {} : toldWhen(typed)),
    ...(options !== undefined && { options: toldOptions(typed, options, doing) }),
  }
}

/** Of whom a question is asked: of whoever gave one of these answers to an earlier one. A question begins it, its answers come then. */
function toldWhen(typed: Typed): Pick<Question, 'when'> {
  const [begun, there] = [text(typed, 'when/nieuw'), text(typed, 'when/question')]
  const question = begun === '' ? there : begun
  if (question === '') return {}
  const is = question === there ? texts(typed, 'when/is').filter((one) => one !== '') : []
  return { when: { question, is: [...new Set(is)] } }
}

type RawOption = { readonly code: string; readonly name: Words; readonly hint: Words }

const rawOptions = (typed: Typed): RawOption[] =>
  rows(typed, 'options', '/name/nl', (at) => ({
    code: text(typed, `${at}/code`),
    name: toldWords(typed, `${at}/name`),
    hint: toldWords(typed, `${at}/hint`),
  }))

/** An answer that was there goes by its button alone, not because its words are empty for a moment. */
function toldOptions(typed: Typed, before: readonly Option[], doing: string): Option[] {
  const known = before.map(({ code }) => code)
  const used: string[] = []
  return afterButton({ options: rawOptions(typed) }, doing)
    .options.filter(({ code, name, hint }) => known.includes(code) || isSaid(name) || isSaid(hint))
    .map(({ code, name, hint }) => {
      const own = known.includes(code) && !used.includes(code)
      const named = own ? code : codeFrom(name.nl || name.en, [...known, ...used])
      used.push(named)
      return { code: named, name, ...spare('hint', hint) }
    })
}

/** The same answers in the same order, in the words that were filled in. */
function sameOptions(typed: Typed, before: readonly Option[]): Option[] {
  const told = rawOptions(typed)
  return before.map((option) => {
    const one = told.find(({ code }) => code === option.code)
    return one === undefined ? option : { code: option.code, name: one.name, ...spare('hint', one.hint) }
  })
}

/** The name of the field in which a button says what an answer becomes. */
export const setField = (question: string): string => `set/${question}`

/**
 * A button for a change in a life as somebody filled it in: its words, when it is there, and what it makes of the answers.
 * The question chosen under them adds one to change.
 */
export function toldChange(
  typed: Typed,
  { plan, before, doing }: { plan: Pick<StepPlan, 'questions'>; before: Change; doing: string },
): Change {
  const begun = text(typed, 'set/nieuw')
  const named = texts(typed, 'set/question').filter((one) => one !== '')
  const asked = [...new Set([...named, ...(begun === '' ? [] : [begun])])]
  const raw = { if: toldConditions(typed, 'if') }
  return {
    code: before.code,
    label: toldWords(typed, 'label'),
    if: withoutEmpty(afterButton(raw, doing).if),
    set: Object.fromEntries(
      asked
        .filter((question) => doing !== `${ROW.away}${setField(question)}`)
        .map((question) => [question, answerIn(typed, plan, question)] as const),
    ),
  }
}

/** What a question is answered with: as many as were chosen where that may be, else one; an empty list while nothing is. */
function answerIn(typed: Typed, { questions }: Pick<StepPlan, 'questions'>, question: string): string | string[] {
  const chosen = texts(typed, setField(question)).filter((one) => one !== '')
  const [first] = chosen
  const isMany = questions.find(({ code }) => code === question)?.type === 'many'
  return isMany || first === undefined ? [...new Set(chosen)] : first
}
