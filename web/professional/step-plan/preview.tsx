import type { Child, FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import type { Answers } from '../../../capabilities/cases/event.ts'
import { asGiven } from '../../../capabilities/forms/given.ts'
import { askedIn } from '../../../capabilities/forms/pages.ts'
import { WALK, type Walk, walk } from '../../../capabilities/forms/walk.ts'
import { publicPages } from '../../../capabilities/information/queries.ts'
import { programmesKnown } from '../../../capabilities/programmes/queries.ts'
import { formOf } from '../../../capabilities/step-plan/definition.ts'
import { type PlanKept, stepPlanKept } from '../../../capabilities/step-plan/editing/queries.ts'
import { termFacts } from '../../../capabilities/step-plan/queries.ts'
import { isAfraid, isInDangerNow, stepsFor } from '../../../capabilities/step-plan/steps.ts'
import { LinkButton } from '../../design/button.tsx'
import { Details } from '../../design/details.tsx'
import { Notice } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { answerInWords } from '../../shell/form-fields.tsx'
import { guarded, notFound, type PageRequest, type Reply } from '../../shell/guarded.ts'
import { publicPage } from '../../shell/pages.tsx'
import { QuestionView } from '../../shell/question-view.tsx'
import { StepList, type StepsShownWith } from '../../shell/step-list.tsx'
import { refusalSentence } from '../../words/refusals.ts'
import { planScreenWords } from '../../words/step-plan-screens.ts'
import { stepsWords } from '../../words/steps.ts'
import { said } from './naming.ts'
import { textIn } from './parts.tsx'

/** The draft as a resident sees it: as an example person, or question by question. Nothing is kept and nothing counted. */
export const get = guarded({ may: ['change', 'page'], act: 'step-plan.previewed' }, async (actor, page) => {
  const kept = await stepPlanKept(actor)
  if (kept === undefined) return notFound()
  const code = page.query.get('voorbeeld')
  const example = kept.draft.examples.find((one) => one.code === code)
  if (code !== null && example === undefined) return notFound()
  return example === undefined ? first(page, kept) : steps(actor, page, kept, example.answers)
})

/** A press in the questions: the answers come in the form and go back in it, sealed. */
export const post = guarded(
  { may: ['change', 'page'], act: 'step-plan.previewed', isReading: true },
  async (actor, page) => {
    const kept = await stepPlanKept(actor)
    if (kept === undefined) return notFound()
    const form = formOf(previewed(kept))
    const at = walk(form, page.form, {}, page.now)
    if (at.at === 'review' || at.at === 'send') return steps(actor, page, kept, at.filling.answers)
    return at.at === 'refused' ? first(page, kept, refusalSentence(page.lang, at.refused)) : question(page, kept, at)
  },
)

/** A plan with a form of its own, so that what was sealed here opens nothing on the site, and the draft as it is now. */
const previewed = ({ draft, rowVersion }: PlanKept) => ({
  ...draft,
  code: `proef-${draft.code}`,
  version: rowVersion + 1,
})

function first(page: PageRequest, kept: PlanKept, error?: string): Promise<Reply> {
  const words = planScreenWords[page.lang]
  return show(
    page,
    kept,
    <>
      <h1>{words.previewTitle}</h1>
      {error === undefined ? null : <Notice isNews>{error}</Notice>}
      <p class="lead">{words.previewAs}</p>
      <form method="post" action={links.stepPlanPreview()}>
        <button type="submit" class="button utrecht-button utrecht-button--primary-action">
          {words.previewOwn}
        </button>
      </form>
      <h2>{words.examples}</h2>
      <ul class="utrecht-unordered-list">
        {kept.draft.examples.map(({ code, name }) => (
          <li>
            <a href={links.stepPlanPreview(code)}>{said(page.lang, name) || code}</a>
          </li>
        ))}
      </ul>
    </>,
    error,
  )
}

function question(page: PageRequest, kept: PlanKept, at: Extract<Walk, { at: 'question' }>): Promise<Reply> {
  const isDanger =
    textIn(page, WALK.page) === kept.draft.safety.question && isInDangerNow(kept.draft, at.filling.answers)
  const action = links.stepPlanPreview()
  return show(
    page,
    kept,
    <>
      {isDanger ? <Notice tone="danger">{planScreenWords[page.lang].previewDanger}</Notice> : null}
      <QuestionView
        lang={page.lang}
        form={formOf(previewed(kept))}
        offered={{}}
        now={page.now}
        action={action}
        startHref={action}
        walk={at}
      />
    </>,
  )
}

async function steps(actor: Actor, page: PageRequest, kept: PlanKept, answers: Answers): Promise<Reply> {
  const words = stepsWords[page.lang]
  const isAlone = isAfraid(kept.draft, answers)
  return show(
    page,
    kept,
    <div class="plan">
      <header class="page-head plan-head">
        <h1>{words.planTitle}</h1>
        <p class="lead">{isAlone ? words.planLeadAlone : words.planLead(undefined)}</p>
        <Details summary={planScreenWords[page.lang].previewAnswers}>
          <Told {...{ page, kept, answers }} />
        </Details>
        <p class="small soft">{planScreenWords[page.lang].previewHelp}</p>
      </header>
      {isAlone ? <Notice tone="danger">{planScreenWords[page.lang].previewDanger}</Notice> : null}
      <StepList
        lang={page.lang}
        known={await shownWith(actor, page)}
        steps={stepsFor(kept.draft, answers)}
        isAlone={isAlone}
      />
    </div>,
  )
}

const Told: FC<{ page: PageRequest; kept: PlanKept; answers: Answers }> = ({ page, kept, answers }) => (
  <dl class="review">
    {askedIn(kept.draft, answers).map((question) => (
      <div>
        <dt>{said(page.lang, question.ask)}</dt>
        <dd>{answerInWords(page.lang, { question, offered: {}, values: asGiven(answers[question.code]) })}</dd>
      </div>
    ))}
  </dl>
)

/** Pages of everyone, and every programme: which of them runs somewhere depends on the municipality. */
async function shownWith(actor: Actor, page: PageRequest): Promise<StepsShownWith> {
  const place = { regionId: null, municipalityId: null }
  const heads = await publicPages(actor, { language: page.lang, place, today: page.today, isDemo: page.isDemo })
  const programmes = await programmesKnown(actor)
  return {
    here: { lang: page.lang },
    titles: new Map(heads.map(({ slug, title }) => [slug, title])),
    offers: new Map(
      programmes.map(({ code, name, summary }) => [code, { name: name[page.lang], summary: summary[page.lang] }]),
    ),
    facts: termFacts(actor, page.today),
  }
}

/** Every page of the preview says that it is one. */
function show(page: PageRequest, kept: PlanKept, body: Child, error?: string): Promise<Reply> {
  const words = planScreenWords[page.lang]
  return publicPage(
    page,
    {
      title: words.previewTitle,
      isPrivate: true,
      ...(error !== undefined && { status: 400, refusedWith: 'form-expired' }),
    },
    <>
      <Notice>
        <p>
          <strong>{words.previewMark}</strong>
        </p>
        {kept.faults.length === 0 ? null : <p>{words.previewFaults}</p>}
        <p class="row">
          <LinkButton href={links.stepPlanPreview()} look="plain">
            {words.previewAgain}
          </LinkButton>
          <BackLink href={links.stepPlan()} label={words.back} />
        </p>
      </Notice>
      {body}
    </>,
  )
}
