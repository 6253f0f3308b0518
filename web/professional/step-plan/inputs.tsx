import type { Child, FC } from 'hono/jsx'
import type { Conditions, StepPlan } from '../../../capabilities/step-plan/definition.ts'
import { ROW } from '../../../capabilities/step-plan/editing/rows.ts'
import { HOW } from '../../../capabilities/step-plan/editing/told.ts'
import { Button } from '../../design/button.tsx'
import { CheckboxGroup, RadioGroup } from '../../design/choices.tsx'
import { FieldRow, SelectField, TextArea, TextField } from '../../design/field.tsx'
import { planFormWords } from '../../words/step-plan-forms.ts'
import type { Lang } from '../../words/words.ts'
import { answersOf, questionName, said } from './naming.ts'

type Words = StepPlan['name']

/** What the fields of a form need to know; faults stand by the id of their field. */
export type Form = {
  readonly lang: Lang
  readonly plan: StepPlan
  readonly faults: ReadonlyMap<string, string>
}

type WordsProps = {
  form: Form
  name: string
  label: string
  hint?: string
  value: Words | undefined
  isLong?: boolean
}

/** A text in both languages, side by side. */
export const WordsInput: FC<WordsProps> = ({ form: { lang, faults }, name, label, hint, value, isLong }) => {
  const words = planFormWords[lang]
  const both = (['nl', 'en'] as const).map((language) => ({
    name: `${name}/${language}`,
    label: language === 'nl' ? words.inDutch(label) : words.inEnglish(label),
    hint: language === 'nl' ? hint : undefined,
    value: value?.[language] ?? '',
    // A fault of both stands at the first.
    error: faults.get(`${name}/${language}`) ?? (language === 'nl' ? faults.get(name) : undefined),
    textLanguage: language,
    autocomplete: 'off',
  }))
  return (
    <div class="both-languages">
      {both.map((one) => (isLong === true ? <TextArea {...one} rows={3} /> : <TextField {...one} />))}
    </div>
  )
}

type AnswersProps = {
  form: Form
  name: string
  label: string
  question: string
  chosen: readonly string[]
  /** One answer and no more. */
  isOne?: boolean
}

/** Answers to a question to choose from, with those that are chosen although they are not there any more. */
export const AnswersInput: FC<AnswersProps> = ({ form, name, label, question, chosen, isOne }) => {
  const { lang, plan, faults } = form
  const found = plan.questions.find(({ code }) => code === question)
  const known = found === undefined ? [] : answersOf(lang, found)
  const odd = chosen.filter((code) => !known.some(({ value }) => value === code))
  const choices = [...known, ...odd.map((value) => ({ value, label: `${value} (${planFormWords[lang].gone})` }))]
  const given = { name, label, choices, error: faults.get(name), inline: true }
  return isOne === true ? <RadioGroup {...given} value={chosen[0]} /> : <CheckboxGroup {...given} values={chosen} />
}

/** Buttons of one row of a list: take it away, and put it one place up. */
export const RowButtons: FC<{ lang: Lang; at: string; name: string; isFirst: boolean }> = (props) => {
  const words = planFormWords[props.lang]
  return (
    <p class="row small">
      {props.isFirst ? null : (
        <button type="submit" class="row-action" name="doe" value={`${ROW.up}${props.at}`} formnovalidate>
          {words.up}
          <span class="unseen"> {props.name}</span>
        </button>
      )}
      <button type="submit" class="row-action" name="doe" value={`${ROW.away}${props.at}`} formnovalidate>
        {words.away}
        <span class="unseen"> {props.name}</span>
      </button>
    </p>
  )
}

/** A list of rows, of which the last is empty: filled in and saved, it is one more. */
export const RowsOf: FC<{ form: Form; name: string; label: string; hint?: string; children?: Child }> = (props) => {
  const error = props.form.faults.get(props.name)
  return (
    <fieldset class="field rows" id={props.name}>
      <legend>{props.label}</legend>
      {props.hint === undefined ? null : <p class="hint small">{props.hint}</p>}
      {error === undefined ? null : <strong class="why">{error}</strong>}
      {props.children}
      <p>
        <Button look="plain" name="doe" value="rij">
          {planFormWords[props.form.lang].moreRows}
        </Button>
      </p>
    </fieldset>
  )
}

type ConditionsProps = {
  form: Form
  name: string
  conditions: Conditions | undefined
  /** How the groups work together, said above them. */
  lead?: string
  /** Inside a row of another list, where they may be left out. */
  isSmall?: boolean
}

/** For whom something is: groups of which one holds, each a list of conditions that all hold. Works without script. */
export const ConditionsInput: FC<ConditionsProps> = ({ form, name, conditions = [], lead, isSmall }) => {
  const words = planFormWords[form.lang]
  return (
    <div class="conditions">
      {conditions.length === 0 || isSmall === true ? null : <p class="hint small">{lead ?? words.setsLead}</p>}
      {conditions.map((set, nth) => (
        <>
          {nth === 0 ? null : <p class="or">{words.orSet}</p>}
          <fieldset class="condition-set" id={`${name}/${nth}`}>
            <legend>{words.set(nth + 1)}</legend>
            {set.map((_, row) => (
              <ConditionInput form={form} name={name} set={set} nth={nth} row={row} />
            ))}
            <AddCondition form={form} name={`${name}/${nth}/nieuw`} label={words.addCondition} />
          </fieldset>
        </>
      ))}
      <AddCondition
        form={form}
        name={`${name}/nieuw`}
        label={conditions.length === 0 ? words.addFirst : words.addSet}
        error={form.faults.get(`${name}/nieuw`)}
      />
    </div>
  )
}

type RowProps = { form: Form; name: string; set: Conditions[number]; nth: number; row: number }

const ConditionInput: FC<RowProps> = ({ form, name, set, nth, row }) => {
  const { lang, plan } = form
  const words = planFormWords[lang]
  const one = set[row]
  if (one === undefined) return null
  const asked = questionName(lang, plan, one.question)
  const at = `${name}/${nth}/${row}`
  const [how, chosen] = one.isNot === undefined ? (['is', one.is ?? []] as const) : (['isNot', one.isNot] as const)
  return (
    <div class="condition">
      <input type="hidden" name={`${at}/question`} value={one.question} />
      <RadioGroup
        name={`${at}/hoe`}
        label={words.condition(asked)}
        choices={HOW.map((value) => ({ value, label: words.how[value] }))}
        value={how}
        inline
      />
      <AnswersInput {...{ form, chosen }} name={`${at}/is`} label={words.answersOf(asked)} question={one.question} />
      <RowButtons lang={lang} at={at} name={words.condition(asked)} isFirst />
    </div>
  )
}

type AddProps = {
  form: Form
  name: string
  label: string
  hint?: string
  error?: string | undefined
  /** Every question unless it says which. */
  questions?: StepPlan['questions']
}

/** A question to begin something with; its answers come when it is added. */
export const AddCondition: FC<AddProps> = ({ form: { lang, plan }, name, label, hint, error, questions }) => {
  const words = planFormWords[lang]
  return (
    <FieldRow>
      <SelectField
        {...{ name, label, hint, error }}
        options={[
          { value: '', label: words.choose },
          ...(questions ?? plan.questions).map(({ code, ask }) => ({ value: code, label: said(lang, ask) || code })),
        ]}
      />
      <Button look="plain" name="doe" value="rij">
        {words.add}
        <span class="unseen">: {label}</span>
      </Button>
    </FieldRow>
  )
}
