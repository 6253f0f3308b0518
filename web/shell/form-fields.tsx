import type { FC } from 'hono/jsx'
import type { Given } from '../../capabilities/forms/answer.ts'
import type { FormQuestion, Offered } from '../../capabilities/forms/form.ts'
import type { Refused } from '../../foundation/result.ts'
import { CheckboxGroup, type Choice, RadioGroup } from '../design/choices.tsx'
import type { FieldError } from '../design/error-summary.tsx'
import { DayField, SelectField, TextArea, TextField } from '../design/field.tsx'
import { formWords } from '../words/forms.ts'
import { refusalSentence } from '../words/refusals.ts'
import type { Lang } from '../words/words.ts'

/** More places than this are chosen from a list that opens. */
const MOST_IN_SIGHT = 7

export type FieldsGiven = {
  readonly lang: Lang
  readonly given: Given
  readonly faults: Readonly<Record<string, Refused>>
  readonly offered: Offered
}

type QuestionProps = FieldsGiven & {
  readonly question: FormQuestion
  /** The question is the heading of its page. */
  readonly isHeading?: boolean
  /** Said behind the help, on a page that shows every question. */
  readonly aside?: string | undefined
  /** Choices beside each other, for dense work screens. */
  readonly inline?: boolean
  /** The page says once that hardly anything has to be answered, so that not every question does. */
  readonly isOptionalSaid?: boolean
}

/** One question as a field: the same description gives the large one for residents and the dense one for work. */
export const QuestionField: FC<QuestionProps> = (props) => {
  const { lang, question, given, faults, isHeading, aside, inline, isOptionalSaid } = props
  const values = given[question.code] ?? []
  const fault = faults[question.code]
  const isOptional = question.required !== true && isHeading !== true && isOptionalSaid !== true
  const shared = {
    name: question.code,
    label: `${question.ask[lang]}${isOptional ? ` ${formWords[lang].optional}` : ''}`,
    hint: [question.help?.[lang], aside].filter(Boolean).join(' ') || undefined,
    error: fault === undefined ? undefined : refusalSentence(lang, fault),
    isHeading,
  }
  const [value] = values
  switch (question.type) {
    case 'text':
      return <TextField {...shared} {...lineOf(question)} value={value} />
    case 'number':
    case 'ages':
      return <TextField {...shared} value={value} autocomplete="off" />
    case 'long-text':
      return <TextArea {...shared} value={value} />
    case 'day':
      return <DayField {...shared} value={value} />
    case 'many':
      return <CheckboxGroup {...shared} choices={choicesOf(props)} values={values} inline={inline === true} />
    default:
      return choicesOf(props).length > MOST_IN_SIGHT && question.type === 'place' ? (
        <SelectField
          {...shared}
          value={value}
          options={[{ value: '', label: formWords[lang].choose }, ...choicesOf(props)]}
        />
      ) : (
        <RadioGroup {...shared} choices={choicesOf(props)} value={value} inline={inline === true} />
      )
  }
}

/** What kind of line it is, so that a phone shows the right keys and people may have it filled in (WCAG 1.3.5). */
function lineOf({ check, code }: FormQuestion): { type: 'text' | 'tel' | 'email'; autocomplete: string } {
  if (check === 'phone') return { type: 'tel', autocomplete: 'tel' }
  if (check === 'mail') return { type: 'email', autocomplete: 'email' }
  return { type: 'text', autocomplete: code === 'name' ? 'given-name' : 'off' }
}

/** The answers one can choose from, in words. */
export function choicesOf({ lang, question, offered }: Pick<QuestionProps, 'lang' | 'question' | 'offered'>): Choice[] {
  const words = formWords[lang]
  switch (question.type) {
    case 'yes-no-unknown':
      return [
        { value: 'yes', label: words.yes },
        { value: 'no', label: words.no },
        { value: 'unknown', label: words.unknown },
      ]
    case 'scale': {
      const { from = 0, to = 10 } = question
      return Array.from({ length: to - from + 1 }, (_, at) => ({ value: String(from + at), label: String(from + at) }))
    }
    case 'place':
    case 'person':
      return (offered[question.code] ?? []).map(({ code, name }) => ({ value: code, label: name }))
    default:
      return (question.options ?? []).map(({ code, name, hint }) => ({
        value: code,
        label: name[lang],
        ...(hint !== undefined && { hint: hint[lang] }),
      }))
  }
}

/** What is not right yet, in the order of the questions, each leading to its field. */
export const faultsInWords = (
  lang: Lang,
  questions: readonly FormQuestion[],
  faults: FieldsGiven['faults'],
): FieldError[] =>
  questions.flatMap(({ code }) => {
    const fault = faults[code]
    return fault === undefined ? [] : [{ field: code, message: refusalSentence(lang, fault) }]
  })

/** An answer as people read it: names of choices, and text as it was typed. */
export function answerInWords(
  lang: Lang,
  { question, offered, values }: { question: FormQuestion; offered: Offered; values: readonly string[] },
): string {
  const choices = choicesOf({ lang, question, offered })
  return values.map((value) => choices.find((one) => one.value === value)?.label ?? value).join(', ')
}
