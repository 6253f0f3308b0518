import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { addToStepPlan, changeStepPlan } from '../../../capabilities/step-plan/editing/actions.ts'
import { type Thing, withChangeAdded, withThing } from '../../../capabilities/step-plan/editing/changes.ts'
import { mayKeepStepPlan } from '../../../capabilities/step-plan/editing/queries.ts'
import { toldWords } from '../../../capabilities/step-plan/editing/told.ts'
import { setField, toldChange } from '../../../capabilities/step-plan/editing/told-questions.ts'
import { allow, type Refused, refuse } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { planFormWords } from '../../words/step-plan-forms.ts'
import { planQuestionWords } from '../../words/step-plan-questions.ts'
import { planScreenWords } from '../../words/step-plan-screens.ts'
import { beginPage, isNamed, LONGEST_NAME } from './beginning.tsx'
import { AddCondition, AnswersInput, ConditionsInput, type Form, WordsInput } from './inputs.tsx'
import { questionName, said } from './naming.ts'
import { RemoveThing, textIn } from './parts.tsx'
import { type Found, NEW, showThing, thingFound } from './thing-page.tsx'

/** One button for what changes in a life: what it says, who sees it, and which answers it changes. */
export const get = guarded({ may: ['change', 'page'], act: 'step-plan.read' }, async (actor, page) => {
  if (page.params.code === NEW) return (await mayKeepStepPlan(actor)) ? begin(actor, page) : notFound()
  const found = await thingFound(actor, page, 'changes')
  return found === undefined ? notFound() : show(actor, page, found)
})

export const post = guarded({ may: ['change', 'page'], act: 'step-plan.changed' }, async (actor, page) => {
  if (page.params.code === NEW) return (await mayKeepStepPlan(actor)) ? add(actor, page) : notFound()
  const found = await thingFound(actor, page, 'changes')
  if (found === undefined) return notFound()
  const { kept, spot, thing } = found
  const doing = textIn(page, 'doe')
  const isGone = doing === 'weg'
  const typed = isGone ? thing : toldChange(page.form, { plan: kept.draft, before: thing, doing })
  const done = await changeStepPlan(actor, {
    ...{ spot, seal: textIn(page, '_zegel') },
    changed: (plan) => allow(withThing(plan, spot, isGone ? undefined : typed)),
  })
  if (!done.ok) return done.reason === 'not-found' ? notFound() : show(actor, page, found, typed, done)
  return redirect(isGone ? links.stepPlan('minder') : links.stepPlanChange(spot.code, 'bewaard'))
})

async function add(actor: Actor, page: PageRequest): Promise<Reply> {
  const label = toldWords(page.form, 'label')
  if (!isNamed(label)) return begin(actor, page, refuse('step-plan-name-needed', { most: LONGEST_NAME }))
  const added = await addToStepPlan(actor, (plan) => withChangeAdded(plan, label))
  if (!added.ok) return begin(actor, page, added)
  return redirect(links.stepPlanChange(added.value.code, 'erbij'))
}

function begin(actor: Actor, page: PageRequest, refused?: Refused): Promise<Reply> {
  const words = planQuestionWords[page.lang]
  return beginPage(actor, page, {
    ...{ title: words.newChangeTitle, lead: words.newChangeLead, action: links.stepPlanChange(NEW), refused },
    ...{ name: 'label', label: planFormWords[page.lang].fields.label ?? '' },
  })
}

function show(
  actor: Actor,
  page: PageRequest,
  found: Found<'changes'>,
  typed?: Thing<'changes'>,
  refused?: Refused,
): Promise<Reply> {
  const words = planQuestionWords[page.lang]
  const { kept, spot, thing } = found
  const action = links.stepPlanChange(spot.code)
  return showThing(actor, page, found, {
    title: `${words.change}: ${said(page.lang, thing.label) || thing.code}`,
    ...{ action, typed, refused },
    fields: (form) => (
      <>
        <Fields form={form} change={typed ?? thing} />
        <Button name="doe" value="bewaar">
          {planScreenWords[page.lang].save}
        </Button>
      </>
    ),
    below: (
      <RemoveThing {...{ plan: kept.draft, spot, action }} label={words.removeChange} what={words.removeChangeWhat} />
    ),
  })
}

type Props = { form: Form; change: Thing<'changes'> }

const Fields: FC<Props> = (props) => {
  const { form, change } = props
  const words = planFormWords[form.lang]
  return (
    <>
      <WordsInput form={form} name="label" label={words.fields.label ?? ''} value={change.label} />
      <Becomes {...props} />
      <section aria-labelledby="voor-wie">
        <h2 id="voor-wie">{words.fields.if}</h2>
        <ConditionsInput form={form} name="if" conditions={change.if} lead={planQuestionWords[form.lang].setsLead} />
      </section>
    </>
  )
}

/** What the button makes of the answers: per question one answer, or as many as were chosen where that may be. */
const Becomes: FC<Props> = ({ form, change: { set } }) => {
  const { lang, plan, faults } = form
  const words = planQuestionWords[lang]
  const asked = Object.entries(set)
  return (
    <section class="conditions" aria-labelledby="wordt">
      <h2 id="wordt">{planFormWords[lang].fields.set}</h2>
      {asked.map(([question, answer]) => (
        <div class="condition">
          <input type="hidden" name="set/question" value={question} />
          <AnswersInput
            {...{ form, question, chosen: [answer].flat() }}
            name={setField(question)}
            label={words.becomes(questionName(lang, plan, question))}
            isOne={plan.questions.find(({ code }) => code === question)?.type !== 'many'}
          />
          <p class="row small">
            <button type="submit" class="row-action" name="doe" value={`weg:${setField(question)}`} formnovalidate>
              {words.unset}
              <span class="unseen"> {questionName(lang, plan, question)}</span>
            </button>
          </p>
        </div>
      ))}
      <AddCondition
        form={form}
        name="set/nieuw"
        label={asked.length === 0 ? words.setFirst : words.setAdd}
        hint={words.setHint}
        error={faults.get('set/nieuw')}
        questions={plan.questions.filter(({ code }) => !Object.hasOwn(set, code))}
      />
    </section>
  )
}
