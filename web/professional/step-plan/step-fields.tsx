import type { FC } from 'hono/jsx'
import { PARTS, type Step, type StepPlan } from '../../../capabilities/step-plan/definition.ts'
import { CheckboxGroup } from '../../design/choices.tsx'
import { Details } from '../../design/details.tsx'
import { type Option, SelectField, TextField } from '../../design/field.tsx'
import { planFormWords } from '../../words/step-plan-forms.ts'
import { planScreenWords } from '../../words/step-plan-screens.ts'
import type { Lang } from '../../words/words.ts'
import { ConditionsInput, type Form, RowButtons, RowsOf, WordsInput } from './inputs.tsx'
import { conditionsInWords, stepName } from './naming.ts'

type Props = {
  form: Form
  step: Step
  pages: readonly Option[]
  programmes: readonly Option[]
  facts: readonly { readonly code: string; readonly value: string }[]
}

/** Everything of a step, in the order in which a resident reads it; for whom it is stands before what belongs to it. */
export const StepFields: FC<Props> = (props) => {
  const { form, step } = props
  const words = planFormWords[form.lang]
  const label = (field: string): string => words.fields[field] ?? field
  const text = (name: 'title' | 'why' | 'who' | 'term', isLong = false) => (
    <WordsInput
      {...{ form, name, isLong, label: label(name), value: step[name] }}
      {...(name === 'term' && { hint: words.termHint })}
    />
  )
  return (
    <>
      {text('title')}
      {text('why', true)}
      <Lines {...props} />
      {text('who')}
      <SelectField
        name="at"
        label={label('at')}
        value={step.at}
        options={PARTS.map((value) => ({ value, label: planScreenWords[form.lang].parts[value] }))}
      />
      <section aria-labelledby="voor-wie">
        <h2 id="voor-wie">{label('if')}</h2>
        <ConditionsInput form={form} name="if" conditions={step.if} />
      </section>
      {text('term', true)}
      <Facts {...props} />
      <Documents {...props} />
      <Pages {...props} />
      <Offers {...props} />
      <CheckboxGroup
        name="isJoint"
        label={label('isJoint')}
        hint={words.jointHint}
        error={form.faults.get('isJoint')}
        choices={[{ value: 'ja', label: words.joint }]}
        values={step.isJoint === true ? ['ja'] : []}
      />
      <SelectField
        name="oneOf"
        label={label('oneOf')}
        hint={words.oneOfHint}
        error={form.faults.get('oneOf')}
        value={step.oneOf ?? ''}
        options={groups(form.lang, form.plan, step)}
      />
      <TextField
        name="remindAfterDays"
        label={label('remindAfterDays')}
        hint={words.remindHint}
        error={form.faults.get('remindAfterDays')}
        value={step.remindAfterDays === undefined ? '' : String(step.remindAfterDays)}
        autocomplete="off"
      />
    </>
  )
}

/** The groups that there are, by the other steps in them; and one that begins with this step. */
function groups(lang: Lang, plan: StepPlan, step: Step): Option[] {
  const words = planFormWords[lang]
  const kinds = [...new Set(plan.steps.flatMap(({ oneOf }) => oneOf ?? []))]
  const others = (kind: string) =>
    plan.steps
      .filter((one) => one.oneOf === kind && one.code !== step.code)
      .map(({ code }) => stepName(lang, plan, code))
  return [
    { value: '', label: words.oneOfNone },
    ...kinds.map((value) => ({ value, label: words.oneOfWith(others(value).join('; ')) })),
    ...(kinds.includes(step.code) ? [] : [{ value: step.code, label: words.oneOfNew }]),
  ]
}

const Lines: FC<Props> = ({ form, step }) => {
  const words = planFormWords[form.lang]
  const lines = [...(step.how ?? []), undefined]
  return (
    <RowsOf form={form} name="how" label={words.fields.how ?? ''}>
      {lines.map((line, at) => (
        <div class="row-of">
          <WordsInput
            form={form}
            name={`how/${at}`}
            label={line === undefined ? words.newLine : words.line(at + 1)}
            value={line}
          />
          {line === undefined ? null : (
            <RowButtons lang={form.lang} at={`how/${at}`} name={words.line(at + 1)} isFirst={at === 0} />
          )}
        </div>
      ))}
    </RowsOf>
  )
}

const Facts: FC<Props> = ({ form, facts }) => (
  <Details summary={planFormWords[form.lang].factList}>
    <ul class="plan-told small">
      {facts.map(({ code, value }) => (
        <li>
          <code>{`{{feit:${code}}}`}</code> {value}
        </li>
      ))}
    </ul>
  </Details>
)

const Documents: FC<Props> = ({ form, step }) => {
  const words = planFormWords[form.lang]
  const documents = [...(step.documents ?? []), undefined]
  return (
    <RowsOf form={form} name="documents" label={words.fields.documents ?? ''}>
      {documents.map((document, at) => (
        <div class="row-of">
          <WordsInput
            form={form}
            name={`documents/${at}/name`}
            label={document === undefined ? words.newDocument : words.document(at + 1)}
            value={document?.name}
          />
          {document === undefined ? null : (
            <>
              <Only form={form} name={`documents/${at}/if`} conditions={document.if} />
              <RowButtons lang={form.lang} at={`documents/${at}`} name={words.document(at + 1)} isFirst={at === 0} />
            </>
          )}
        </div>
      ))}
    </RowsOf>
  )
}

/** For whom a document or page stands there, closed until somebody asks; open where something is not right. */
const Only: FC<{ form: Form; name: string; conditions: Step['if'] | undefined }> = ({ form, name, conditions }) => (
  <Details
    summary={`${planFormWords[form.lang].fields.if}: ${conditionsInWords(form.lang, form.plan, conditions)}`}
    isOpen={[...form.faults.keys()].some((field) => field.startsWith(name))}
  >
    <ConditionsInput form={form} name={name} conditions={conditions} isSmall />
  </Details>
)

const Pages: FC<Props> = ({ form, step, pages }) => {
  const words = planFormWords[form.lang]
  const rows = [...step.pages, undefined]
  return (
    <RowsOf form={form} name="pages" label={words.fields.pages ?? ''}>
      {rows.map((row, at) => (
        <div class="row-of">
          <SelectField
            name={`pages/${at}/slug`}
            label={row === undefined ? words.newPage : words.page(at + 1)}
            value={row?.slug ?? ''}
            error={form.faults.get(`pages/${at}/slug`)}
            options={withOdd(words.none, pages, row?.slug)}
          />
          {row === undefined ? null : (
            <>
              <Only form={form} name={`pages/${at}/if`} conditions={row.if} />
              <RowButtons lang={form.lang} at={`pages/${at}`} name={words.page(at + 1)} isFirst={at === 0} />
            </>
          )}
        </div>
      ))}
    </RowsOf>
  )
}

const Offers: FC<Props> = ({ form, step, programmes }) => {
  const words = planFormWords[form.lang]
  const rows = [...step.offers, undefined]
  return (
    <RowsOf form={form} name="offers" label={words.fields.offers ?? ''} hint={words.offersHint}>
      {rows.map((row, at) => (
        <div class="row-of">
          <SelectField
            name={`offers/${at}`}
            label={row === undefined ? words.newOffer : words.offer(at + 1)}
            value={row ?? ''}
            error={form.faults.get(`offers/${at}`)}
            options={withOdd(words.none, programmes, row)}
          />
          {row === undefined ? null : (
            <RowButtons lang={form.lang} at={`offers/${at}`} name={words.offer(at + 1)} isFirst={at === 0} />
          )}
        </div>
      ))}
    </RowsOf>
  )
}

/** Nothing, what there is, and what is chosen although it is not there any more. */
const withOdd = (none: string, options: readonly Option[], chosen: string | undefined): Option[] => [
  { value: '', label: none },
  ...options,
  ...(chosen === undefined || options.some(({ value }) => value === chosen)
    ? []
    : [{ value: chosen, label: `${chosen} (?)` }]),
]
