import type { Actor } from '../../../capabilities/access/actor.ts'
import { completeMilestone } from '../../../capabilities/cases/history/actions.ts'
import type { Milestone } from '../../../capabilities/programmes/definition.ts'
import { usualOutcome } from '../../../capabilities/programmes/milestone-outcome.ts'
import { questionsIn } from '../../../capabilities/programmes/steps-needed.ts'
import { parseDay } from '../../../foundation/day.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { RadioGroup } from '../../design/choices.tsx'
import { DayField } from '../../design/field.tsx'
import { links } from '../../links.ts'
import { TypedKept } from '../../shell/draft-notice.tsx'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { forgetsTyped, withTyped } from '../../shell/typed-kept.ts'
import { caseWords } from '../../words/case.ts'
import { type Case, caseAt, casePage, errorsOf, text, versionIn } from './frame.tsx'
import { type Asking, answersIn, asking, BothVersions, faultsByQuestion, QuestionsPart } from './questions.tsx'

export const get = guarded(
  { may: ['change', 'trajectory'], act: 'milestone.begun' },
  withTyped(async (actor, page) => {
    const at = await milestoneAt(actor, page)
    return at === undefined ? notFound() : show(actor, page, at)
  }),
)

export const post = guarded(
  { may: ['change', 'trajectory'], act: 'milestone.done' },
  forgetsTyped(async (actor, page) => {
    const at = await milestoneAt(actor, page)
    if (at === undefined) return notFound()
    const { found, milestone, asked } = at
    const { answers, faults } = answersIn(asked)
    const [first] = Object.values(faults)
    if (first !== undefined) return show(actor, page, at, { refused: first, faults })
    const trajectoryId = found.detail.trajectory.id
    const outcome = text(page, 'uitkomst')
    const on = parseDay(text(page, 'dag')) ?? page.today
    const done = await completeMilestone(
      actor,
      { trajectoryId, rowVersion: Number(text(page, '_versie')) },
      { milestone: milestone.code, on, answers, ...(outcome !== '' && { outcome }) },
    )
    if (done.ok) return redirect(links.trajectory(trajectoryId, 'moment'))
    return done.reason === 'not-found' ? notFound() : show(actor, page, at, { refused: done, faults: {} })
  }),
)

type At = { readonly found: Case; readonly milestone: Milestone; readonly asked: Asking }
type Wrong = { readonly refused: Refused; readonly faults: Readonly<Record<string, Refused>> }

async function milestoneAt(actor: Actor, page: PageRequest): Promise<At | undefined> {
  const found = await caseAt(actor, page)
  const milestone = found?.detail.definition.milestones.find(({ code }) => code === page.params.code)
  if (found === undefined || milestone === undefined) return undefined
  const { definition, trajectory } = found.detail
  const codes = [...(milestone.asks ?? []), ...(milestone.outcomes ?? []).flatMap(({ needs }) => needs ?? [])]
  const questions = questionsIn(definition, codes, trajectory.answers)
  return { found, milestone, asked: await asking(actor, page, found, { questions, areNeeded: false }) }
}

function show(actor: Actor, page: PageRequest, { found, milestone, asked }: At, wrong?: Wrong): Promise<Reply> {
  const words = caseWords[page.lang]
  const { definition, trajectory } = found.detail
  const isConflict = wrong?.refused.reason === 'changed-meanwhile'
  const outcomes = milestone.outcomes ?? []
  return casePage(actor, page, found, {
    title: milestone.name[page.lang],
    ...(wrong !== undefined && { refused: wrong.refused, errors: isConflict ? [] : errorsIn(page, asked, wrong) }),
    body: (
      <>
        {isConflict ? <BothVersions page={page} asking={asked} /> : null}
        <form class="compact" method="post" action={links.caseMilestone(trajectory.id, milestone.code)} novalidate>
          <TypedKept actor={actor} page={page} />
          <input type="hidden" name="_versie" value={versionIn(page, trajectory.rowVersion)} />
          <DayField name="dag" label={words.milestoneOn} value={text(page, 'dag') || page.today} max={page.today} />
          {outcomes.length === 0 ? null : (
            <RadioGroup
              name="uitkomst"
              label={words.outcome}
              value={text(page, 'uitkomst') || usualOutcome(definition, milestone.code)}
              choices={outcomes.map(({ code, name }) => ({ value: code, label: name[page.lang] }))}
            />
          )}
          <QuestionsPart page={page} asking={asked} faults={wrong?.faults ?? {}} definition={definition} />
          <Button>{words.milestoneSave}</Button>
        </form>
      </>
    ),
  })
}

function errorsIn(page: PageRequest, asked: Asking, { refused, faults }: Wrong) {
  if (Object.keys(faults).length > 0) return faultsByQuestion(page, asked, faults)
  const question = refused.with?.question
  return errorsOf(page, refused, question === undefined ? 'dag' : String(question))
}
