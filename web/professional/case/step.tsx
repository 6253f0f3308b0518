import type { Actor } from '../../../capabilities/access/actor.ts'
import { moveTrajectory } from '../../../capabilities/cases/history/actions.ts'
import type { Step } from '../../../capabilities/programmes/definition.ts'
import { stepsFrom } from '../../../capabilities/programmes/steps.ts'
import { questionsOfStep, reasonsFor } from '../../../capabilities/programmes/steps-needed.ts'
import { parseDay } from '../../../foundation/day.ts'
import { type Refused, refuse } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { RadioGroup } from '../../design/choices.tsx'
import { DayField } from '../../design/field.tsx'
import { links } from '../../links.ts'
import { TypedKept } from '../../shell/draft-notice.tsx'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { forgetsTyped, withTyped } from '../../shell/typed-kept.ts'
import { caseWords } from '../../words/case.ts'
import { type Case, caseAt, casePage, errorsOf, text, versionIn } from './frame.tsx'
import { stepHref } from './next.tsx'
import { type Asking, answersIn, asking, BothVersions, faultsByQuestion, QuestionsPart } from './questions.tsx'

export const get = guarded(
  { may: ['change', 'trajectory'], act: 'step.begun' },
  withTyped(async (actor, page) => {
    const at = await stepAt(actor, page)
    if (at === undefined) return notFound()
    const href = stepHref(at.found.detail, at.step.to)
    return href === links.caseStep(at.found.detail.trajectory.id, at.step.to) ? show(actor, page, at) : redirect(href)
  }),
)

export const post = guarded(
  { may: ['change', 'trajectory'], act: 'step.taken' },
  forgetsTyped(async (actor, page) => {
    const at = await stepAt(actor, page)
    if (at === undefined) return sentTwice(actor, page)
    const { found, step, asked } = at
    const href = stepHref(found.detail, step.to)
    if (href !== links.caseStep(found.detail.trajectory.id, step.to)) return redirect(href)
    const { answers, faults } = answersIn(asked)
    const reasons = reasonsFor(found.detail.definition, step)
    const reason = text(page, 'reden')
    const all = { ...faults, ...(reasons.length > 0 && reason === '' && { reden: refuse('step-needs-reason') }) }
    const [first] = Object.values(all)
    if (first !== undefined) return show(actor, page, at, { refused: first, faults: all })
    const trajectoryId = found.detail.trajectory.id
    const moved = await moveTrajectory(
      actor,
      { trajectoryId, rowVersion: Number(text(page, '_versie')) },
      { to: step.to, on: parseDay(text(page, 'dag')) ?? page.today, answers, ...(reason !== '' && { reason }) },
    )
    if (moved.ok) return redirect(links.trajectory(trajectoryId, 'stap'))
    return moved.reason === 'not-found' ? notFound() : show(actor, page, at, { refused: moved, faults: {} })
  }),
)

/** Of a form sent twice the step was taken the first time: it no longer leads on from here. */
async function sentTwice(actor: Actor, page: PageRequest): Promise<Reply> {
  const found = await caseAt(actor, page)
  if (found === undefined) return notFound()
  return redirect(links.trajectory(found.detail.trajectory.id))
}

type At = { readonly found: Case; readonly step: Step; readonly asked: Asking }

async function stepAt(actor: Actor, page: PageRequest): Promise<At | undefined> {
  const found = await caseAt(actor, page)
  if (found === undefined) return undefined
  const { definition, trajectory } = found.detail
  const step = stepsFrom(definition, trajectory.phase).find(({ to }) => to === page.params.to)
  if (step === undefined) return undefined
  const questions = questionsOfStep(definition, step, trajectory.answers)
  return { found, step, asked: await asking(actor, page, found, { questions, areNeeded: true }) }
}

type Wrong = { readonly refused: Refused; readonly faults: Readonly<Record<string, Refused>> }

function show(actor: Actor, page: PageRequest, { found, step, asked }: At, wrong?: Wrong): Promise<Reply> {
  const words = caseWords[page.lang]
  const { definition, trajectory } = found.detail
  const phase = definition.phases.find(({ code }) => code === trajectory.phase)?.name[page.lang] ?? trajectory.phase
  const isConflict = wrong?.refused.reason === 'changed-meanwhile'
  const reasons = reasonsFor(definition, step)
  return casePage(actor, page, found, {
    title: step.name[page.lang],
    lead: words.stepLead(phase),
    ...(wrong !== undefined && { refused: wrong.refused, errors: isConflict ? [] : errorsIn(page, asked, wrong) }),
    body: (
      <>
        {isConflict ? <BothVersions page={page} asking={asked} /> : null}
        <form class="compact" method="post" action={links.caseStep(trajectory.id, step.to)} novalidate>
          <TypedKept actor={actor} page={page} />
          <input type="hidden" name="_versie" value={versionIn(page, trajectory.rowVersion)} />
          <DayField name="dag" label={words.day} value={text(page, 'dag') || page.today} max={page.today} />
          {reasons.length === 0 ? null : (
            <RadioGroup
              name="reden"
              label={words.why}
              value={text(page, 'reden')}
              error={wrong?.faults.reden === undefined ? undefined : errorsOf(page, wrong.faults.reden)[0]?.message}
              choices={reasons.map(({ code, name }) => ({ value: code, label: name[page.lang] }))}
            />
          )}
          <QuestionsPart page={page} asking={asked} faults={wrong?.faults ?? {}} definition={definition} />
          <Button>{words.stepSave}</Button>
        </form>
      </>
    ),
  })
}

function errorsIn(page: PageRequest, asked: Asking, { refused, faults }: Wrong) {
  if (Object.keys(faults).length === 0) {
    const question = refused.with?.question
    return errorsOf(page, refused, question === undefined ? 'dag' : String(question))
  }
  const { reden, ...others } = faults
  return [...(reden === undefined ? [] : errorsOf(page, reden, 'reden')), ...faultsByQuestion(page, asked, others)]
}
