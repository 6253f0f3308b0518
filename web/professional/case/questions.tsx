import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { villagesIn } from '../../../capabilities/access/queries.ts'
import type { Answers } from '../../../capabilities/cases/event.ts'
import { checkAnswers, type Given } from '../../../capabilities/forms/answer.ts'
import type { FormQuestion, Offered } from '../../../capabilities/forms/form.ts'
import { asGiven, givenIn } from '../../../capabilities/forms/given.ts'
import { isAsked } from '../../../capabilities/programmes/asked.ts'
import type { ProgrammeDefinition, Question } from '../../../capabilities/programmes/definition.ts'
import { optionsOf } from '../../../capabilities/programmes/option-words.ts'
import type { Refused } from '../../../foundation/result.ts'
import type { FieldError } from '../../design/error-summary.tsx'
import { Notice } from '../../design/notice.tsx'
import { DataTable } from '../../design/table.tsx'
import { answerInWords, faultsInWords, QuestionField } from '../../shell/form-fields.tsx'
import type { PageRequest } from '../../shell/guarded.ts'
import { caseWords } from '../../words/case.ts'
import { formWords } from '../../words/forms.ts'
import type { Lang } from '../../words/words.ts'
import type { Case } from './frame.tsx'

/** The questions of a definition as a page asks them, with what was answered before and what was filled in now. */
export type Asking = {
  readonly questions: readonly FormQuestion[]
  readonly offered: Offered
  readonly stored: Answers
  readonly given: Given
}

/** Puts the questions of a programme in the shape of the form engine; `areNeeded` when none of them may stay empty. */
export async function asking(
  actor: Actor,
  page: PageRequest,
  found: Case,
  asked: { readonly questions: readonly Question[]; readonly areNeeded: boolean },
): Promise<Asking> {
  const { trajectory } = found.detail
  const stored = trajectory.answers
  const here = asked.questions.filter(({ when }) => asked.questions.some(({ code }) => code === when?.question))
  const questions = asked.questions
    .filter((one) => here.includes(one) || isAsked(one, stored))
    .map((one): FormQuestion => ({ ...formQuestion(one), ...(asked.areNeeded && { required: true }) }))
  const villages = await villagesIn(actor, trajectory.municipalityId)
  const places = villages.map(({ code, name }) => ({ code, name }))
  const isSent = page.form.has('_versie')
  return {
    questions,
    stored,
    offered: Object.fromEntries(questions.filter(({ type }) => type === 'place').map(({ code }) => [code, places])),
    given: isSent
      ? givenIn(page.form, questions)
      : Object.fromEntries(questions.map(({ code }) => [code, asGiven(stored[code])])),
  }
}

/** A word that is no option may have come in by a file; then it can be chosen here too. */
export function formQuestion({
  asked: _,
  columns: __,
  special: ___,
  other,
  options,
  required: ____,
  ...question
}: Question): FormQuestion {
  const all = [...(options ?? []), ...(other === true ? [{ code: 'other', name: OTHER }] : [])]
  return {
    ...question,
    ...(options !== undefined && { options: all.map(({ code, name }) => ({ code, name })) }),
  }
}

const OTHER = { nl: 'Anders', en: 'Other' }

/** What was filled in and is not stored yet, and what is wrong with it; what is not asked is left out. */
export function answersIn({ questions, offered, given, stored }: Asking): {
  readonly answers: Answers
  readonly faults: Readonly<Record<string, Refused>>
} {
  const checked = checkAnswers(questions, given, offered)
  const all = { ...stored, ...checked.answers }
  const asked = questions.filter((one) => isAsked(one, all)).map(({ code }) => code)
  const changed = asked.flatMap((code) => {
    const answer = checked.answers[code] ?? emptied(questions, code)
    const isSame = JSON.stringify(asGiven(answer)) === JSON.stringify(asGiven(stored[code]))
    return isSame || checked.faults[code] !== undefined || (answer === '' && stored[code] === undefined)
      ? []
      : [[code, answer] as const]
  })
  return {
    answers: Object.fromEntries(changed.filter(([, answer]) => !(Array.isArray(answer) && answer.length === 0))),
    faults: Object.fromEntries(Object.entries(checked.faults).filter(([code]) => asked.includes(code))),
  }
}

/** An answer that was taken away: nothing is left of a text, and of choices none. */
const emptied = (questions: readonly FormQuestion[], code: string) =>
  questions.find((one) => one.code === code)?.type === 'many' ? [] : ''

type PartProps = { page: PageRequest; asking: Asking; faults: Readonly<Record<string, Refused>> }

/** All questions at once; one that depends on another says on which answer. */
export const QuestionsPart: FC<PartProps & { definition: ProgrammeDefinition }> = ({
  page,
  asking,
  faults,
  definition,
}) => (
  <>
    {asking.questions.map((question) => (
      <QuestionField
        {...{ lang: page.lang, question, faults }}
        given={asking.given}
        offered={asking.offered}
        aside={dependsOn(definition, question, page.lang)}
        inline
      />
    ))}
  </>
)

function dependsOn({ questions }: ProgrammeDefinition, { when }: FormQuestion, lang: Lang): string | undefined {
  const on = when && questions.find(({ code }) => code === when.question)
  if (when === undefined || on === undefined) return undefined
  const names = optionsOf(on).filter(({ code }) => when.is.includes(code))
  return formWords[lang].onlyWhen(names.map(({ name }) => name[lang]).join(', '))
}

/** After somebody else changed the trajectory: what it says now beside what was filled in here, so that nothing is lost. */
export const BothVersions: FC<{ page: PageRequest; asking: Asking }> = ({ page, asking }) => {
  const words = caseWords[page.lang]
  const inWords = (question: FormQuestion, values: readonly string[]) =>
    answerInWords(page.lang, { question, offered: asking.offered, values }) || words.empty
  const differing = asking.questions.filter(
    ({ code }) =>
      JSON.stringify(asGiven(asking.stored[code])) !== JSON.stringify((asking.given[code] ?? []).filter(Boolean)),
  )
  return (
    <Notice title={words.conflict} isNews>
      <p>{words.conflictLead}</p>
      {differing.length === 0 ? (
        <p>{words.conflictSame}</p>
      ) : (
        <DataTable
          lang={page.lang}
          caption={words.conflict}
          head={words.question}
          columns={[{ head: words.theirs }, { head: words.yours }]}
          rows={differing.map((question) => ({
            head: question.ask[page.lang],
            cells: [
              inWords(question, asGiven(asking.stored[question.code])),
              inWords(question, asking.given[question.code] ?? []),
            ],
          }))}
        />
      )}
    </Notice>
  )
}

/** What is not right yet, each with its question, for many sentences are the same. */
export const faultsByQuestion = (
  page: PageRequest,
  { questions }: Asking,
  faults: Readonly<Record<string, Refused>>,
): FieldError[] =>
  questions.flatMap(({ code, ask }) => {
    const [fault] = faultsInWords(page.lang, questions, faults).filter(({ field }) => field === code)
    return fault === undefined ? [] : [{ ...fault, message: `${ask[page.lang]} ${fault.message}` }]
  })
