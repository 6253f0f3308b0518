import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { asGiven } from '../../../capabilities/forms/given.ts'
import { PARTS, type StepPlan } from '../../../capabilities/step-plan/definition.ts'
import { addToStepPlan, changeStepPlan } from '../../../capabilities/step-plan/editing/actions.ts'
import { type Thing, withExampleAdded, withThing } from '../../../capabilities/step-plan/editing/changes.ts'
import { mayKeepStepPlan } from '../../../capabilities/step-plan/editing/queries.ts'
import { asItComes, toldExample, toldWords } from '../../../capabilities/step-plan/editing/told.ts'
import { outcomeOf } from '../../../capabilities/step-plan/examples.ts'
import { allow, type Refused, refuse } from '../../../foundation/result.ts'
import { Button, LinkButton } from '../../design/button.tsx'
import { CheckboxGroup, RadioGroup } from '../../design/choices.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { planFormWords } from '../../words/step-plan-forms.ts'
import { planScreenWords } from '../../words/step-plan-screens.ts'
import { beginPage, isNamed, LONGEST_NAME } from './beginning.tsx'
import { type Form, WordsInput } from './inputs.tsx'
import { answersOf, forWhom, said } from './naming.ts'
import { OutcomeView } from './outcome.tsx'
import { RemoveThing, textIn } from './parts.tsx'
import { type Found, NEW, showThing, thingFound } from './thing-page.tsx'

/** One example person: what this person answers, and the steps that have to come of it. */
export const get = guarded({ may: ['change', 'page'], act: 'step-plan.read' }, async (actor, page) => {
  if (page.params.code === NEW) return (await mayKeepStepPlan(actor)) ? begin(actor, page) : notFound()
  const found = await thingFound(actor, page, 'examples')
  return found === undefined ? notFound() : show(actor, page, found)
})

export const post = guarded({ may: ['change', 'page'], act: 'step-plan.changed' }, async (actor, page) => {
  if (page.params.code === NEW) return (await mayKeepStepPlan(actor)) ? add(actor, page) : notFound()
  const found = await thingFound(actor, page, 'examples')
  if (found === undefined) return notFound()
  const { kept, spot, thing } = found
  const doing = textIn(page, 'doe')
  const [isGone, isTaken] = [doing === 'weg', doing === 'overnemen']
  const typed = isGone ? thing : isTaken ? asItComes(kept.draft, thing) : toldExample(page.form, thing, kept.draft)
  const done = await changeStepPlan(actor, {
    ...{ spot, seal: textIn(page, '_zegel') },
    changed: (plan) => allow(withThing(plan, spot, isGone ? undefined : isTaken ? asItComes(plan, thing) : typed)),
  })
  if (!done.ok) return done.reason === 'not-found' ? notFound() : show(actor, page, found, typed, done)
  return redirect(isGone ? links.stepPlan('minder') : links.stepPlanExample(spot.code, 'bewaard'))
})

async function add(actor: Actor, page: PageRequest): Promise<Reply> {
  const name = toldWords(page.form, 'name')
  if (!isNamed(name)) return begin(actor, page, refuse('step-plan-name-needed', { most: LONGEST_NAME }))
  const added = await addToStepPlan(actor, (plan) => withExampleAdded(plan, name))
  if (!added.ok) return begin(actor, page, added)
  return redirect(links.stepPlanExample(added.value.code, 'erbij'))
}

function begin(actor: Actor, page: PageRequest, refused?: Refused): Promise<Reply> {
  const words = planFormWords[page.lang]
  return beginPage(actor, page, {
    ...{ title: words.newExampleTitle, lead: words.newExampleLead, action: links.stepPlanExample(NEW), refused },
    ...{ name: 'name', label: words.fields.name ?? '' },
  })
}

function show(
  actor: Actor,
  page: PageRequest,
  found: Found<'examples'>,
  typed?: Thing<'examples'>,
  refused?: Refused,
): Promise<Reply> {
  const words = planFormWords[page.lang]
  const { kept, spot, thing } = found
  const action = links.stepPlanExample(spot.code)
  const { missing, extra, isOtherOrder } = outcomeOf(kept.draft, thing)
  return showThing(actor, page, found, {
    title: `${planScreenWords[page.lang].example}: ${said(page.lang, thing.name) || thing.code}`,
    ...{ action, typed, refused },
    fields: (form) => (
      <>
        <section aria-labelledby="steps">
          <h2 id="steps">{words.outcome}</h2>
          <OutcomeView lang={page.lang} plan={kept.draft} example={thing} />
          {missing.length + extra.length === 0 && !isOtherOrder ? null : (
            <>
              <p class="small soft">{words.takeOverWhat}</p>
              <Button look="plain" name="doe" value="overnemen">
                {words.takeOver}
              </Button>
            </>
          )}
        </section>
        <Fields form={form} example={typed ?? thing} />
        <Button name="doe" value="bewaar">
          {planScreenWords[page.lang].save}
        </Button>
      </>
    ),
    below: (
      <>
        <p>
          <LinkButton href={links.stepPlanPreview(spot.code)} look="plain">
            {planScreenWords[page.lang].preview}
          </LinkButton>
        </p>
        <RemoveThing
          {...{ plan: kept.draft, spot, action }}
          label={words.removeExample}
          what={words.removeExampleWhat}
        />
      </>
    ),
  })
}

type FieldsProps = { form: Form; example: Thing<'examples'> }

const Fields: FC<FieldsProps> = ({ form, example }) => {
  const { lang, plan } = form
  const words = planFormWords[lang]
  return (
    <>
      <WordsInput form={form} name="name" label={words.fields.name ?? ''} value={example.name} />
      <h2>{words.fields.answers}</h2>
      {plan.questions.map((question) => (
        <AnswerInput form={form} question={question} chosen={asGiven(example.answers[question.code])} />
      ))}
      <h2>{words.expected}</h2>
      {PARTS.map((part) => (
        <CheckboxGroup
          name="steps"
          id={`steps-${part}`}
          label={planScreenWords[lang].parts[part]}
          choices={plan.steps
            .filter(({ at }) => at === part)
            .map((step) => ({
              value: step.code,
              label: said(lang, step.title) || step.code,
              hint: forWhom(lang, plan, step.if).route,
            }))}
          values={example.steps}
          inline
        />
      ))}
      {example.steps
        .filter((code) => !plan.steps.some((step) => step.code === code))
        .map((code) => (
          <CheckboxGroup
            name="steps"
            id={`steps-${code}`}
            label={words.missing}
            choices={[{ value: code, label: `${code} (${words.gone})` }]}
            values={example.steps}
            inline
          />
        ))}
    </>
  )
}

type AnswerProps = { form: Form; question: StepPlan['questions'][number]; chosen: readonly string[] }

const AnswerInput: FC<AnswerProps> = ({ form: { lang, faults }, question, chosen }) => {
  const name = `answers/${question.code}`
  const known = answersOf(lang, question)
  const odd = chosen.filter((code) => !known.some(({ value }) => value === code))
  const choices = [...known, ...odd.map((value) => ({ value, label: `${value} (${planFormWords[lang].gone})` }))]
  const given = { name, label: said(lang, question.ask), error: faults.get(name) }
  if (question.type === 'many') return <CheckboxGroup {...given} choices={choices} values={chosen} inline />
  const none = { value: '', label: planFormWords[lang].noAnswer }
  return <RadioGroup {...given} choices={[...choices, none]} value={chosen[0] ?? ''} inline />
}
