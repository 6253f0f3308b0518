import type { Actor } from '../../../capabilities/access/actor.ts'
import { handedIn, offersFor } from '../../../capabilities/cases/afterwards/queries.ts'
import { closeTrajectory, prepareClosing } from '../../../capabilities/cases/closing/actions.ts'
import { closes } from '../../../capabilities/cases/reopening/reopening.ts'
import { childrenOfCase } from '../../../capabilities/cases/voice/queries.ts'
import { voiceReason } from '../../../capabilities/cases/voice/voice.ts'
import { personsNamed, readerOf } from '../../../capabilities/families/files/queries.ts'
import type { Step } from '../../../capabilities/programmes/definition.ts'
import { stepsFrom } from '../../../capabilities/programmes/steps.ts'
import { questionsOfStep, reasonsFor } from '../../../capabilities/programmes/steps-needed.ts'
import { parseDay } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, type Refused, refuse } from '../../../foundation/result.ts'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { forgetsTyped, withTyped } from '../../shell/typed-kept.ts'
import { closingWords } from '../../words/closing.ts'
import { ClosingForm, type ClosingView, closingErrors, voiceField } from './close-parts.tsx'
import { type Case, caseAt, casePage, errorsOf, keyOf, text } from './frame.tsx'
import { answersIn, asking } from './questions.tsx'
import { stepGone } from './step-gone.tsx'

export const get = guarded(
  { may: ['change', 'trajectory'], act: 'case.closing-begun' },
  withTyped(async (actor, page) => {
    const view = await viewAt(actor, page)
    if (view === undefined) return notFound()
    const { id } = view.found.detail.trajectory
    return view.isOpen ? show(actor, page, view) : redirect(links.trajectory(id))
  }),
)

export const post = guarded(
  { may: ['change', 'trajectory'], act: 'case.closed' },
  forgetsTyped(async (actor, page) => {
    const view = await viewAt(actor, page)
    if (view === undefined) return notFound()
    const { id } = view.found.detail.trajectory
    if (isDone(view.found, page)) return redirect(links.trajectory(id, 'afgesloten'))
    if (!view.isOpen) return stepGone(actor, page, view)
    const isLater = text(page, 'doe') === 'later'
    const wrong = isLater ? undefined : whatIsWrong(page, view)
    if (wrong !== undefined) return show(actor, page, view, wrong)
    const done = await (isLater ? keep(actor, page, view) : close(actor, page, view))
    if (done.ok) return redirect(isLater ? links.caseClose(id, view.step.to, 'ja') : links.trajectory(id, 'afgesloten'))
    if (done.reason === 'not-found') return notFound()
    const again = done.reason === 'changed-meanwhile' ? await viewAt(actor, page) : undefined
    // The same form sent twice at the same moment: the other one closed it.
    if (again !== undefined && isDone(again.found, page)) return redirect(links.trajectory(id, 'afgesloten'))
    if (again !== undefined && !again.isOpen) return stepGone(actor, page, again)
    return show(actor, page, again ?? view, { refused: done, faults: {} })
  }),
)

const isDone = ({ detail }: Case, page: PageRequest): boolean => detail.events.some(({ id }) => id === keyOf(page))

export type Wrong = { readonly refused: Refused; readonly faults: Readonly<Record<string, Refused>> }

async function viewAt(actor: Actor, page: PageRequest): Promise<ClosingView | undefined> {
  const found = await caseAt(actor, page)
  if (found === undefined) return undefined
  const { definition, trajectory } = found.detail
  const { to = '' } = page.params
  const [here, all] = [stepsFrom(definition, trajectory.phase), definition.phases.flatMap(({ steps }) => steps)]
  const step: Step | undefined = [...here, ...all].find((one) => one.to === to && closes(definition, to))
  if (step === undefined) return undefined
  const questions = questionsOfStep(definition, step, trajectory.answers)
  const isLater = text(page, 'doe') === 'later'
  return {
    ...{ actor, page, found, step, isOpen: here.includes(step) },
    asked: await asking(actor, page, found, { questions, areNeeded: !isLater }),
    children: await childrenIn(actor, found, to),
    offers: await offersFor(actor, trajectory.id, page.today),
    handed: await handedIn(actor, trajectory.id),
  }
}

/** The children that closing waits for, by name; none where the programme does not ask it. */
async function childrenIn(actor: Actor, { detail }: Case, to: string): Promise<ClosingView['children']> {
  if (detail.definition.childVoice?.phases.includes(to) !== true) return []
  const children = await childrenOfCase(actor, detail.trajectory.id)
  const ids = children.map(({ personId }) => personId)
  const names = new Map((await personsNamed(actor, ids)).map(({ id, name }) => [id, name]))
  const { worksOn } = await readerOf(actor)
  return children.map((one) => ({
    ...one,
    name: names.get(one.personId) ?? undefined,
    isMine: worksOn.has(one.personId),
  }))
}

const NOT_SAID = voiceReason('')

/** What is missing or cannot be, before anything is stored. */
function whatIsWrong(page: PageRequest, { asked, children, found, step }: ClosingView): Wrong | undefined {
  const isAsked = reasonsFor(found.detail.definition, step).length > 0 && text(page, 'reden') === ''
  const silent = children.filter((one) => one.heardOn === undefined && text(page, voiceField(one.personId)) === '')
  const faults = {
    ...Object.fromEntries(
      silent.flatMap(({ personId }) => (NOT_SAID.ok ? [] : [[voiceField(personId), NOT_SAID] as const])),
    ),
    ...answersIn(asked).faults,
    ...(isAsked && { reden: refuse('step-needs-reason') }),
  }
  const [first] = Object.values(faults)
  return first === undefined ? undefined : { refused: first, faults }
}

const seen = (page: PageRequest, { detail }: Case) => ({
  trajectoryId: detail.trajectory.id,
  rowVersion: Number(text(page, '_versie')),
})

/** The reasons typed, of children whose voice is missing. */
const voicesTold = (page: PageRequest, children: ClosingView['children']): Map<Id, string> =>
  new Map(
    children.flatMap(({ personId, heardOn }) => {
      const because = text(page, voiceField(personId))
      return heardOn !== undefined || because === '' ? [] : [[personId, because]]
    }),
  )

const told = (page: PageRequest, { asked, children }: ClosingView) => ({
  on: parseDay(text(page, 'dag')) ?? page.today,
  answers: answersIn(asked).answers,
  voices: voicesTold(page, children),
})

const close = (actor: Actor, page: PageRequest, view: ClosingView): Promise<Answer> =>
  closeTrajectory(actor, seen(page, view.found), {
    ...{ ...told(page, view), to: view.step.to, key: keyOf(page) },
    ...(text(page, 'reden') !== '' && { reason: text(page, 'reden') }),
    offerIds: page.form.getAll('meegeven').map(String),
  })

const keep = (actor: Actor, page: PageRequest, view: ClosingView): Promise<Answer> =>
  prepareClosing(actor, seen(page, view.found), { ...told(page, view), on: page.today })

function show(actor: Actor, page: PageRequest, view: ClosingView, wrong?: Wrong): Promise<Reply> {
  const isConflict = wrong?.refused.reason === 'changed-meanwhile'
  return casePage(actor, page, view.found, {
    title: view.step.name[page.lang],
    lead: closingWords[page.lang].lead,
    ...(wrong !== undefined && {
      refused: wrong.refused,
      errors: isConflict
        ? []
        : Object.keys(wrong.faults).length > 0
          ? closingErrors(view, wrong.faults)
          : errorsOf(page, wrong.refused, fieldOf(wrong.refused, view)),
    }),
    body: (
      <ClosingForm
        actor={actor}
        view={view}
        faults={wrong?.faults ?? {}}
        isConflict={isConflict}
        isFirst={wrong === undefined}
      />
    ),
  })
}

/** Where a refusal of the door belongs on this page. */
function fieldOf({ reason, with: given }: Refused, { children }: ClosingView): string {
  if (reason === 'step-needs-answer') return String(given?.question)
  if (reason === 'step-reason-unknown' || reason === 'step-needs-reason') return 'reden'
  if (reason === 'offer-not-here') return 'meegeven'
  const [child] = children.filter(({ heardOn }) => heardOn === undefined)
  return reason.startsWith('child-voice') && child !== undefined ? voiceField(child.personId) : 'dag'
}
