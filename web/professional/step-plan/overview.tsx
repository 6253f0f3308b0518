import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { changeStepPlan, discardStepPlan } from '../../../capabilities/step-plan/editing/actions.ts'
import { EDITED, moved, type Spot } from '../../../capabilities/step-plan/editing/changes.ts'
import { type PlanKept, stepPlanKept } from '../../../capabilities/step-plan/editing/queries.ts'
import { outcomeOf } from '../../../capabilities/step-plan/examples.ts'
import { dayAt } from '../../../foundation/day.ts'
import { type Answer, allow, type Refused, refuse } from '../../../foundation/result.ts'
import { Button, ButtonRow, LinkButton } from '../../design/button.tsx'
import { Details } from '../../design/details.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { Notice } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { refusedAs } from '../../shell/refused.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { planScreenWords } from '../../words/step-plan-screens.ts'
import { differencesInWords } from './difference-sentences.ts'
import { Faults } from './faults.tsx'
import { said } from './naming.ts'
import { Changes, Questions, Steps } from './overview-tables.tsx'
import { Differences, numberIn, textIn } from './parts.tsx'
import { NEW } from './thing-page.tsx'
import { Versions } from './versions.tsx'

/** The step plan as who keeps it sees it: what is public, what differs in the draft, and what is not right yet. */
export const get = guarded({ may: ['change', 'page'], act: 'step-plan.read' }, (actor, page) => show(actor, page))

export const post = guarded({ may: ['change', 'page'], act: 'step-plan.changed' }, async (actor, page) => {
  const [done, told] = await act(actor, page)
  if (done.ok) return redirect(links.stepPlan(told))
  return done.reason === 'not-found' ? notFound() : show(actor, page, done)
})

/** A thing goes one place up, or the whole draft is thrown away. */
async function act(actor: Actor, page: PageRequest): Promise<[Answer<unknown>, string]> {
  if (textIn(page, 'doe') === 'weg') return [await discardStepPlan(actor, numberIn(page, '_versie') ?? 0), 'weg']
  const part = EDITED.find((one) => one === textIn(page, 'soort'))
  if (part === undefined) return [refuse('not-found'), '']
  const spot: Spot = { part, code: textIn(page, 'code') }
  const seal = textIn(page, '_zegel')
  return [await changeStepPlan(actor, { spot, seal, changed: (plan) => allow(moved(plan, spot)) }), 'bewaard']
}

async function show(actor: Actor, page: PageRequest, refused?: Refused): Promise<Reply> {
  const kept = await stepPlanKept(actor)
  if (kept === undefined) return notFound()
  const words = planScreenWords[page.lang]
  const done: Readonly<Record<string, string>> = {
    ...{ bewaard: words.saved, weg: words.discarded, openbaar: words.published, minder: words.removed },
  }
  const told = refused === undefined ? done[page.query.get('gedaan') ?? ''] : undefined
  const errors = refused === undefined ? [] : [{ message: refusalSentence(page.lang, refused) }]
  const props = { page, kept }
  return workPage(
    page,
    actor,
    { title: words.title, active: 'pages', ...refusedAs(refused) },
    <div class="kept-pages">
      <BackLink href={links.pagesKept()} label={words.toPages} />
      <h1>{words.title}</h1>
      <ErrorSummary lang={page.lang} errors={errors} />
      {told === undefined ? null : <Notice isNews>{told}</Notice>}
      <p class="lead">{words.lead}</p>
      <State {...props} />
      <Faults lang={page.lang} plan={kept.draft} faults={kept.faults} />
      <Questions {...props} />
      <Steps {...props} />
      <Changes {...props} />
      <Examples {...props} />
      <Versions {...props} me={actor.personId} />
      <Discard {...props} />
    </div>,
  )
}

type Props = { page: PageRequest; kept: PlanKept }

const State: FC<Props> = ({ page, kept }) => {
  const words = planScreenWords[page.lang]
  const differences = differencesInWords(page.lang, kept.current, kept.draft)
  return (
    <>
      <p>
        <strong>{words.isPublic(kept.current.version)}</strong>{' '}
        {kept.changedAt === undefined ? words.noDraft : words.draft(dayAt(kept.changedAt))}
      </p>
      {kept.changedAt === undefined ? null : (
        <Details summary={words.differencesCount(differences.length)}>
          <Differences lang={page.lang} sentences={differences} />
        </Details>
      )}
      <ButtonRow>
        {kept.changedAt === undefined ? null : <LinkButton href={links.stepPlanPublish()}>{words.publish}</LinkButton>}
        <LinkButton href={links.stepPlanPreview()} look="plain">
          {words.preview}
        </LinkButton>
      </ButtonRow>
    </>
  )
}

const Examples: FC<Props> = ({ page, kept }) => {
  const words = planScreenWords[page.lang]
  return (
    <>
      <h2>{words.examples}</h2>
      <p class="soft">{words.examplesLead}</p>
      <p>
        <LinkButton href={links.stepPlanExample(NEW)} look="plain">
          {words.addExample}
        </LinkButton>
      </p>
      <ExampleTable {...{ page, kept }} />
    </>
  )
}

/** Whether each example person gets the steps that were written down. */
export const ExampleTable: FC<Props> = ({ page, kept: { draft, faults } }) => {
  const words = planScreenWords[page.lang]
  return (
    <DataTable
      lang={page.lang}
      caption={words.examples}
      captionUnseen
      head={words.example}
      columns={[{ head: words.gets }]}
      stacked
      rows={draft.examples.map((example) => {
        const { missing, extra, isOtherOrder } = outcomeOf(draft, example)
        const isOther = missing.length + extra.length > 0 || isOtherOrder
        const isWrong = faults.some(({ part, code }) => part === 'examples' && code === example.code)
        const told = isOther ? words.other : isWrong ? words.unanswered : words.asExpected
        return {
          head: <a href={links.stepPlanExample(example.code)}>{said(page.lang, example.name) || example.code}</a>,
          cells: [isOther || isWrong ? <strong>{told}</strong> : told],
        }
      })}
    />
  )
}

const Discard: FC<Props> = ({ page, kept }) => {
  const words = planScreenWords[page.lang]
  if (kept.rowVersion === 0) return null
  return (
    <Details summary={words.discard}>
      <p>{words.discardWhat}</p>
      <form method="post" action={links.stepPlan()}>
        <input type="hidden" name="_versie" value={String(kept.rowVersion)} />
        <Button look="danger" name="doe" value="weg">
          {words.discard}
        </Button>
      </form>
    </Details>
  )
}
