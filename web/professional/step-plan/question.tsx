import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { changeStepPlan } from '../../../capabilities/step-plan/editing/actions.ts'
import { type Thing, withThing } from '../../../capabilities/step-plan/editing/changes.ts'
import { toldQuestion } from '../../../capabilities/step-plan/editing/told.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { planFormWords } from '../../words/step-plan-forms.ts'
import { planScreenWords } from '../../words/step-plan-screens.ts'
import { type Form, RowButtons, RowsOf, WordsInput } from './inputs.tsx'
import { conditionsInWords, said } from './naming.ts'
import { textIn } from './parts.tsx'
import { type Found, showThing, thingFound } from './thing-page.tsx'

/** One question of the draft: its words and its answers. What kind of question it is and who gets it stay as they are. */
export const get = guarded({ may: ['change', 'page'], act: 'step-plan.read' }, async (actor, page) => {
  const found = await thingFound(actor, page, 'questions')
  return found === undefined ? notFound() : show(actor, page, found)
})

export const post = guarded({ may: ['change', 'page'], act: 'step-plan.changed' }, async (actor, page) => {
  const found = await thingFound(actor, page, 'questions')
  if (found === undefined) return notFound()
  const { spot, thing } = found
  const typed = toldQuestion(page.form, thing, textIn(page, 'doe'))
  const done = await changeStepPlan(actor, {
    ...{ spot, seal: textIn(page, '_zegel') },
    changed: (plan) => withThing(plan, spot, typed),
  })
  if (!done.ok) return done.reason === 'not-found' ? notFound() : show(actor, page, found, typed, done)
  return redirect(links.stepPlanQuestion(spot.code, 'bewaard'))
})

function show(
  actor: Actor,
  page: PageRequest,
  found: Found<'questions'>,
  typed?: Thing<'questions'>,
  refused?: Refused,
): Promise<Reply> {
  const words = planScreenWords[page.lang]
  const { kept, spot, thing } = found
  const asked = thing.when === undefined ? words.everybody : conditionsInWords(page.lang, kept.draft, [[thing.when]])
  return showThing(actor, page, found, {
    title: `${words.question}: ${said(page.lang, thing.ask) || thing.code}`,
    ...{ action: links.stepPlanQuestion(spot.code), typed, refused },
    fields: (form) => (
      <>
        <p>
          <strong>{words.asked}:</strong> {asked}
        </p>
        <QuestionFields form={form} question={typed ?? thing} />
        <Button name="doe" value="bewaar">
          {words.save}
        </Button>
      </>
    ),
  })
}

const QuestionFields: FC<{ form: Form; question: Thing<'questions'> }> = ({ form, question }) => {
  const words = planFormWords[form.lang]
  const text = (name: 'ask' | 'help' | 'purpose') => (
    <WordsInput {...{ form, name, isLong: true, label: words.fields[name] ?? '', value: question[name] }} />
  )
  return (
    <>
      {text('ask')}
      {text('help')}
      {question.options === undefined ? null : <Options form={form} options={question.options} />}
      {text('purpose')}
    </>
  )
}

type OptionsProps = { form: Form; options: NonNullable<Thing<'questions'>['options']> }

const Options: FC<OptionsProps> = ({ form, options }) => {
  const words = planFormWords[form.lang]
  const rows = [...options, undefined]
  return (
    <RowsOf form={form} name="options" label={words.fields.options ?? ''}>
      {rows.map((option, at) => (
        <div class="row-of">
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
          {option === undefined ? null : (
            <RowButtons lang={form.lang} at={`options/${at}`} name={words.option(at + 1)} isFirst={at === 0} />
          )}
        </div>
      ))}
    </RowsOf>
  )
}
