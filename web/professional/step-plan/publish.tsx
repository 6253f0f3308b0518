import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { publishStepPlan } from '../../../capabilities/step-plan/editing/actions.ts'
import { type PlanKept, stepPlanKept } from '../../../capabilities/step-plan/editing/queries.ts'
import { isSafetyReworded, meaningOf } from '../../../capabilities/step-plan/editing/references.ts'
import { outcomeOf } from '../../../capabilities/step-plan/examples.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button, RefusedButton } from '../../design/button.tsx'
import { CheckboxGroup } from '../../design/choices.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { Notice } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { refusedAs } from '../../shell/refused.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { planQuestionWords } from '../../words/step-plan-questions.ts'
import { planScreenWords } from '../../words/step-plan-screens.ts'
import { differencesInWords } from './difference-sentences.ts'
import { Faults } from './faults.tsx'
import { said } from './naming.ts'
import { OutcomeView } from './outcome.tsx'
import { ExampleTable } from './overview.tsx'
import { Differences, numberIn, textIn } from './parts.tsx'

/** Before the plan becomes public: what will differ, what is not right, and what each example person gets. */
export const get = guarded({ may: ['change', 'page'], act: 'step-plan.read' }, (actor, page) => show(actor, page))

export const post = guarded({ may: ['change', 'page'], act: 'step-plan.published' }, async (actor, page) => {
  const [rowVersion, current] = [numberIn(page, '_versie') ?? 0, numberIn(page, '_openbaar') ?? 0]
  const done = await publishStepPlan(actor, { rowVersion, current, isSafetyRead: textIn(page, READ) !== '' })
  if (done.ok) return redirect(links.stepPlan('openbaar'))
  return done.reason === 'not-found' ? notFound() : show(actor, page, done)
})

/** The field that says that the words of the question after fear were read again. */
const READ = 'gelezen'

async function show(actor: Actor, page: PageRequest, refused?: Refused): Promise<Reply> {
  const kept = await stepPlanKept(actor)
  if (kept === undefined) return notFound()
  const words = planScreenWords[page.lang]
  const { current, draft, faults } = kept
  // What examples get stands above it, step by step.
  const others = faults.filter(({ why }) => why !== 'plan-example-differs')
  return workPage(
    page,
    actor,
    { title: words.publishTitle, active: 'pages', ...refusedAs(refused) },
    <div class="kept-pages">
      <BackLink href={links.stepPlan()} label={words.back} />
      <h1>{words.publishTitle}</h1>
      <ErrorSummary
        lang={page.lang}
        errors={
          refused === undefined
            ? []
            : [
                {
                  message: refusalSentence(page.lang, refused),
                  ...(refused.reason === 'step-plan-safety-unread' && { field: READ }),
                },
              ]
        }
      />
      <h2>{words.differences}</h2>
      <Differences lang={page.lang} sentences={differencesInWords(page.lang, current, draft)} />
      <h2>{words.tests}</h2>
      <ExampleTable {...{ page, kept }} />
      <Differing {...{ page, kept }} />
      {faults.length > 0 && others.length === 0 ? null : <Faults lang={page.lang} plan={draft} faults={others} />}
      <Confirm {...{ page, kept, refused }} />
    </div>,
  )
}

type Props = { page: PageRequest; kept: PlanKept }

/** Per example person who gets other steps: which are missing, which come beside them, or in what order. */
const Differing: FC<Props> = ({ page, kept: { draft } }) => (
  <>
    {draft.examples.map((example) => {
      const outcome = outcomeOf(draft, example)
      if (outcome.missing.length + outcome.extra.length === 0 && !outcome.isOtherOrder) return null
      return (
        <section>
          <h3>
            <a href={links.stepPlanExample(example.code)}>{said(page.lang, example.name) || example.code}</a>
          </h3>
          <OutcomeView lang={page.lang} plan={draft} example={example} />
        </section>
      )
    })}
  </>
)

/** The one confirmation: it says what was seen, so that nothing else is published. */
const Confirm: FC<Props & { refused: Refused | undefined }> = ({ page, kept, refused }) => {
  const words = planScreenWords[page.lang]
  const { current, draft, faults, rowVersion, versions } = kept
  if (rowVersion === 0 || differencesInWords(page.lang, current, draft).length === 0)
    return <Notice>{words.publishNothing}</Notice>
  const next = Math.max(current.version, versions[0].version) + 1
  return (
    <form method="post" action={links.stepPlanPublish()}>
      <p>{words.publishLead(next)}</p>
      <input type="hidden" name="_versie" value={String(rowVersion)} />
      <input type="hidden" name="_openbaar" value={String(current.version)} />
      {isSafetyReworded(current, draft) ? <ReadAgain {...{ page, kept, refused }} /> : null}
      {faults.length === 0 ? (
        <Button>{words.confirm}</Button>
      ) : (
        <RefusedButton id="openbaar" reason={words.publishNotYet}>
          {words.confirm}
        </RefusedButton>
      )}
    </form>
  )
}

/** The question after fear in its new words, with what each answer brings about; publishing waits until somebody read it. */
const ReadAgain: FC<Props & { refused: Refused | undefined }> = ({ page, kept: { draft }, refused }) => {
  const words = planQuestionWords[page.lang]
  const question = draft.questions.find(({ code }) => code === draft.safety.question)
  const both = (one: { nl: string; en: string } | undefined) => [one?.nl, one?.en].filter(Boolean).join(' / ')
  const isUnread = refused?.reason === 'step-plan-safety-unread'
  return (
    <section>
      <h2>{words.safetyReworded}</h2>
      <p>{words.safetyRewordedLead}</p>
      <p>
        <strong>{both(question?.ask)}</strong>
      </p>
      {question?.help === undefined ? null : <p>{both(question.help)}</p>}
      <ul class="plan-told">
        {question?.options?.map(({ code, name }) => (
          <li>
            <strong>{both(name)}</strong>: {words.meaning[meaningOf(draft, code)]}
          </li>
        ))}
      </ul>
      <CheckboxGroup
        name={READ}
        label={words.safetyReadLabel}
        error={isUnread ? refusalSentence(page.lang, refused) : undefined}
        choices={[{ value: 'ja', label: words.safetyRead }]}
      />
    </section>
  )
}
