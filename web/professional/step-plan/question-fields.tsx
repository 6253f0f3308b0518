import type { FC } from 'hono/jsx'
import type { Thing } from '../../../capabilities/step-plan/editing/changes.ts'
import { meaningOf } from '../../../capabilities/step-plan/editing/references.ts'
import { OF_EVERYBODY } from '../../../capabilities/step-plan/editing/told-questions.ts'
import { CheckboxGroup } from '../../design/choices.tsx'
import { planFormWords } from '../../words/step-plan-forms.ts'
import { planQuestionWords } from '../../words/step-plan-questions.ts'
import { AddCondition, AnswersInput, type Form, RowButtons, RowsOf, WordsInput } from './inputs.tsx'
import { questionName } from './naming.ts'

type Question = Thing<'questions'>
type Props = { form: Form; question: Question }

/** Everything of a question, in the order in which a resident reads it; then who gets it. */
export const QuestionFields: FC<Props> = (props) => {
  const { form, question } = props
  const words = planFormWords[form.lang]
  const text = (name: 'ask' | 'help' | 'purpose') => (
    <WordsInput {...{ form, name, isLong: true, label: words.fields[name] ?? '', value: question[name] }} />
  )
  const isSafety = question.code === form.plan.safety.question
  return (
    <>
      {text('ask')}
      {text('help')}
      <Options {...props} />
      {text('purpose')}
      {isSafety ? null : <Required {...props} />}
      {isSafety ? null : <Asked {...props} />}
    </>
  )
}

const Required: FC<Props> = ({ form, question }) => {
  const words = planQuestionWords[form.lang]
  return (
    <CheckboxGroup
      name="required"
      label={planFormWords[form.lang].fields.required ?? ''}
      hint={words.requiredHint}
      choices={[{ value: 'ja', label: words.required }]}
      values={question.required === true ? ['ja'] : []}
      inline
    />
  )
}

/** Who gets a question: everybody, or who gave one of these answers to an earlier one. Works without script. */
const Asked: FC<Props> = ({ form, question: { code, when } }) => {
  const { lang, plan, faults } = form
  const words = planQuestionWords[lang]
  const earlier = plan.questions.slice(
    0,
    plan.questions.findIndex((one) => one.code === code),
  )
  return (
    <section class="conditions" aria-labelledby="wie">
      <h2 id="wie">{planFormWords[lang].fields.when}</h2>
      {when === undefined ? (
        <p>{words.askedOfAll}</p>
      ) : (
        <div class="condition">
          <input type="hidden" name="when/question" value={when.question} />
          <AnswersInput
            {...{ form, question: when.question, chosen: when.is }}
            name="when/is"
            label={words.askedOf(questionName(lang, plan, when.question))}
          />
          <p class="row small">
            <button type="submit" class="row-action" name="doe" value={OF_EVERYBODY} formnovalidate>
              {words.ofEverybody}
            </button>
          </p>
        </div>
      )}
      <AddCondition
        form={form}
        name="when/nieuw"
        label={when === undefined ? words.dependOn : words.dependOnOther}
        hint={words.dependHint}
        error={faults.get('when/nieuw')}
        questions={earlier}
      />
    </section>
  )
}

const Options: FC<Props> = ({ form, question }) => {
  const words = planFormWords[form.lang]
  const { options } = question
  if (options === undefined)
    return (
      <p>
        {planQuestionWords[form.lang].kindOf} {planQuestionWords[form.lang].kinds['yes-no-unknown']}
      </p>
    )
  if (question.code === form.plan.safety.question) return <FixedOptions form={form} options={options} />
  return (
    <RowsOf form={form} name="options" label={words.fields.options ?? ''} hint={kindOf(form, question)}>
      {[...options, undefined].map((option, at) => (
        <div class="row-of">
          <OptionWords {...{ form, option, at }} />
          {option === undefined ? null : (
            <RowButtons lang={form.lang} at={`options/${at}`} name={words.option(at + 1)} isFirst={at === 0} />
          )}
        </div>
      ))}
    </RowsOf>
  )
}

function kindOf({ lang }: Form, { type }: Question): string {
  const words = planQuestionWords[lang]
  return `${words.kindOf} ${words.kinds[type === 'many' ? 'many' : 'choice'].toLowerCase()}.`
}

type Option = NonNullable<Question['options']>[number]

/** The answers to the question after fear: their words, and what each brings about. */
const FixedOptions: FC<{ form: Form; options: readonly Option[] }> = ({ form, options }) => {
  const words = planQuestionWords[form.lang]
  return (
    <fieldset class="field rows" id="options">
      <legend>{planFormWords[form.lang].fields.options}</legend>
      <p class="hint small">{words.optionsFixed}</p>
      {options.map((option, at) => (
        <div class="row-of">
          <OptionWords {...{ form, option, at }} />
          <p class="small soft">{words.meaning[meaningOf(form.plan, option.code)]}</p>
        </div>
      ))}
    </fieldset>
  )
}

const OptionWords: FC<{ form: Form; option: Option | undefined; at: number }> = ({ form, option, at }) => {
  const words = planFormWords[form.lang]
  return (
    <>
      <input type="hidden" name={`options/${at}/code`} value={option?.code ?? ''} />
      <WordsInput
        form={form}
        name={`options/${at}/name`}
        label={option === undefined ? words.newOption : words.option(at + 1)}
        value={option?.name}
      />
      {option?.hint === undefined ? null : (
        <WordsInput form={form} name={`options/${at}/hint`} label={words.hint} value={option.hint} />
      )}
    </>
  )
}
