import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { addToStepPlan, changeStepPlan } from '../../../capabilities/step-plan/editing/actions.ts'
import { KINDS, type Thing, withQuestionAdded } from '../../../capabilities/step-plan/editing/changes.ts'
import { mayKeepStepPlan } from '../../../capabilities/step-plan/editing/queries.ts'
import {
  answersGone,
  referencesTo,
  sealOfReferences,
  withQuestionChanged,
  withQuestionRemoved,
} from '../../../capabilities/step-plan/editing/references.ts'
import { toldWords } from '../../../capabilities/step-plan/editing/told.ts'
import { toldQuestion } from '../../../capabilities/step-plan/editing/told-questions.ts'
import { type Refused, refuse } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { RadioGroup } from '../../design/choices.tsx'
import { Notice } from '../../design/notice.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { planFormWords } from '../../words/step-plan-forms.ts'
import { planQuestionWords } from '../../words/step-plan-questions.ts'
import { planScreenWords } from '../../words/step-plan-screens.ts'
import { beginPage, isNamed, LONGEST_NAME } from './beginning.tsx'
import { References } from './faults.tsx'
import { answerName, said } from './naming.ts'
import { RemoveThing, textIn } from './parts.tsx'
import { QuestionFields } from './question-fields.tsx'
import { type Found, NEW, showThing, thingFound } from './thing-page.tsx'

/** One question of the draft: its words, who gets it, and its answers. How somebody answers stays as it began. */
export const get = guarded({ may: ['change', 'page'], act: 'step-plan.read' }, async (actor, page) => {
  if (page.params.code === NEW) return (await mayKeepStepPlan(actor)) ? begin(actor, page) : notFound()
  const found = await thingFound(actor, page, 'questions')
  return found === undefined ? notFound() : show(actor, page, found)
})

export const post = guarded({ may: ['change', 'page'], act: 'step-plan.changed' }, async (actor, page) => {
  if (page.params.code === NEW) return (await mayKeepStepPlan(actor)) ? add(actor, page) : notFound()
  const found = await thingFound(actor, page, 'questions')
  if (found === undefined) return notFound()
  const { kept, spot, thing } = found
  const doing = textIn(page, 'doe')
  const isGone = doing === 'weg'
  const told = textIn(page, '_genoemd')
  const typed = (button: string) =>
    isGone ? thing : toldQuestion(page.form, { plan: kept.draft, before: thing, doing: button })
  const after = typed(doing)
  const done = await changeStepPlan(actor, {
    ...{ spot, seal: textIn(page, '_zegel') },
    changed: (plan) => (isGone ? withQuestionRemoved(plan, spot.code, told) : withQuestionChanged(plan, after, told)),
  })
  if (done.ok) return redirect(isGone ? links.stepPlan('minder') : links.stepPlanQuestion(spot.code, 'bewaard'))
  if (done.reason === 'not-found') return notFound()
  // What was not taken away is still there, with everything else that was filled in.
  if (done.reason === 'step-plan-referred')
    return show(actor, page, found, { typed: typed(''), refused: done, gone: answersGone(thing, after) })
  return show(actor, page, found, { typed: after, refused: done })
})

async function add(actor: Actor, page: PageRequest): Promise<Reply> {
  const ask = toldWords(page.form, 'ask')
  const type = KINDS.find((kind) => kind === textIn(page, 'type')) ?? KINDS[0]
  if (!isNamed(ask)) return begin(actor, page, refuse('step-plan-name-needed', { most: LONGEST_NAME }))
  const added = await addToStepPlan(actor, (plan) => withQuestionAdded(plan, { ask, type }))
  if (!added.ok) return begin(actor, page, added)
  return redirect(links.stepPlanQuestion(added.value.code, 'erbij'))
}

function begin(actor: Actor, page: PageRequest, refused?: Refused): Promise<Reply> {
  const words = planQuestionWords[page.lang]
  return beginPage(actor, page, {
    ...{ title: words.newQuestionTitle, lead: words.newQuestionLead, action: links.stepPlanQuestion(NEW), refused },
    ...{ name: 'ask', label: planFormWords[page.lang].fields.ask ?? '' },
    more: (
      <RadioGroup
        name="type"
        label={words.kind}
        hint={words.kindHint}
        value={textIn(page, 'type') || KINDS[0]}
        choices={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
      />
    ),
  })
}

type Typed = {
  readonly typed: Thing<'questions'>
  readonly refused: Refused
  /** Answers that were to go and are still named. */
  readonly gone?: readonly string[]
}

function show(actor: Actor, page: PageRequest, found: Found<'questions'>, told?: Typed): Promise<Reply> {
  const { kept, spot, thing } = found
  const { typed, refused, gone = [] } = told ?? {}
  return showThing(actor, page, found, {
    title: `${planScreenWords[page.lang].question}: ${said(page.lang, thing.ask) || thing.code}`,
    ...{ action: links.stepPlanQuestion(spot.code), typed, refused },
    fields: (form) => (
      <>
        {gone.length === 0 ? null : <StillNamed {...{ page, found, gone }} />}
        <QuestionFields form={form} question={typed ?? thing} />
        <Button name="doe" value="bewaar">
          {planScreenWords[page.lang].save}
        </Button>
      </>
    ),
    below:
      spot.code === kept.draft.safety.question ? (
        <Notice>{planQuestionWords[page.lang].safetyStays}</Notice>
      ) : (
        <Remove {...{ page, found }} />
      ),
  })
}

type Props = { page: PageRequest; found: Found<'questions'> }

/** Where an answer that was to go is still named, and the button that takes it away all the same. */
const StillNamed: FC<Props & { gone: readonly string[] }> = ({ page, found: { kept, spot }, gone }) => {
  const words = planQuestionWords[page.lang]
  const references = referencesTo(kept.draft, { question: spot.code, answers: gone })
  const names = gone.map((answer) => `‘${answerName(page.lang, kept.draft, spot.code, answer)}’`)
  return (
    <Notice title={words.named(names.join(', '))}>
      <p>{words.namedWhat}</p>
      <References lang={page.lang} plan={kept.draft} references={references} />
      <input type="hidden" name="_genoemd" value={sealOfReferences(references)} />
      <p>
        <Button look="danger" name="doe" value={textIn(page, 'doe')}>
          {words.removeAnyway}
        </Button>
      </p>
    </Notice>
  )
}

/** Takes the question away, after saying where it is named. */
const Remove: FC<Props> = ({ page, found: { kept, spot } }) => {
  const words = planQuestionWords[page.lang]
  const references = referencesTo(kept.draft, { question: spot.code })
  return (
    <RemoveThing
      {...{ plan: kept.draft, spot, action: links.stepPlanQuestion(spot.code) }}
      label={words.removeQuestion}
      what={words.removeQuestionWhat}
    >
      {references.length === 0 ? null : (
        <>
          <p>{words.removeQuestionNamed}</p>
          <References lang={page.lang} plan={kept.draft} references={references} />
          <input type="hidden" name="_genoemd" value={sealOfReferences(references)} />
        </>
      )}
    </RemoveThing>
  )
}
