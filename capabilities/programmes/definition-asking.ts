import type { FitRule, ProgrammeDefinition, Question } from './definition.ts'
import { type Fault, fault, type Path } from './definition-faults.ts'
import type { References } from './definition-references.ts'
import { keptWith } from './moments.ts'

type QuestionType = Question['type']

/** Question types whose answers are taken from a list in the definition. */
export const WITH_OPTIONS: readonly QuestionType[] = ['choice', 'many']

/** Faults in questions and fit rules: what is asked. */
export function askingFaults({ questions, fit }: ProgrammeDefinition, points: References): Fault[] {
  return [
    ...questions.flatMap((question, index) => [
      ...questionFaults(question, ['questions', index]),
      ...whenFaults(questions.slice(0, index), question.when, ['questions', index, 'when']),
    ]),
    ...fit.flatMap((rule, index) => fitFaults(rule, points, ['fit', index])),
  ]
}

function questionFaults({ type, asked, columns, options, other, special, required }: Question, path: Path): Fault[] {
  const listed = WITH_OPTIONS.includes(type)
  return [
    ...(listed && options === undefined ? [fault([...path, 'options'], 'definition-options-needed')] : []),
    ...(!listed && options !== undefined
      ? [fault([...path, 'options'], 'definition-options-elsewhere', { type })]
      : []),
    ...(!listed && other === true ? [fault([...path, 'other'], 'definition-options-elsewhere', { type })] : []),
    ...(keptWith(asked) !== undefined && columns.length > 0
      ? [fault([...path, 'columns'], 'definition-contact-column')]
      : []),
    ...(special === true && required === true ? [fault([...path, 'required'], 'definition-special-required')] : []),
  ]
}

/** A condition looks back at an earlier question, so that no two questions wait for each other. */
function whenFaults(earlier: readonly Question[], when: Question['when'], path: Path): Fault[] {
  if (when === undefined) return []
  const on = earlier.find((one) => one.code === when.question)
  if (on === undefined) return [fault([...path, 'question'], 'definition-when-later', { code: when.question })]
  if (on.special === true) return [fault([...path, 'question'], 'definition-special-needed', { code: on.code })]
  return when.is.flatMap((code, index) => answerFaults(on, code, [...path, 'is', index]))
}

function fitFaults(rule: FitRule, points: References, path: Path): Fault[] {
  const asked = points.question(rule.question)
  const finding = points.question(rule.finding.question)
  const findingPath = [...path, 'finding']
  return [
    ...points.answers.one(rule.question, [...path, 'question']),
    ...typeFaults(asked, rule.kind === 'ages' ? ['ages'] : WITH_OPTIONS, [...path, 'question']),
    ...points.answers.one(rule.finding.question, [...findingPath, 'question']),
    ...typeFaults(finding, WITH_OPTIONS, [...findingPath, 'question']),
    ...answerFaults(finding, rule.finding.option, [...findingPath, 'option']),
    ...(rule.kind === 'ages'
      ? rangeFaults(rule.ages, [...path, 'ages'])
      : rule.options.flatMap((code, index) => answerFaults(asked, code, [...path, 'options', index]))),
  ]
}

/** A code that is no answer to the question. */
export function answerFaults(question: Question | undefined, code: string, path: Path): Fault[] {
  return question === undefined || answersTo(question).includes(code)
    ? []
    : [fault(path, 'definition-option-unknown', { code })]
}

function answersTo({ type, options = [], other }: Question): readonly string[] {
  if (type === 'yes-no-unknown') return ['yes', 'no', 'unknown']
  return [...options.map(({ code }) => code), ...(other === true ? ['other'] : [])]
}

/** A question of a type that cannot serve here. */
export function typeFaults(question: Question | undefined, types: readonly QuestionType[], path: Path): Fault[] {
  if (question === undefined || types.includes(question.type)) return []
  return [
    fault(path, 'definition-question-type', { code: question.code, type: question.type, allowed: types.join(', ') }),
  ]
}

export const rangeFaults = ({ from, to }: { from: number; to: number }, path: Path): Fault[] =>
  from > to ? [fault(path, 'definition-range-backwards')] : []
