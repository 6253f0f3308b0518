import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { reopenTrajectory } from '../../../capabilities/cases/reopening/actions.ts'
import { reopens, workersOf } from '../../../capabilities/cases/reopening/reopening.ts'
import { colleaguesIn } from '../../../capabilities/families/files/queries.ts'
import type { Step } from '../../../capabilities/programmes/definition.ts'
import { stepsFrom } from '../../../capabilities/programmes/steps.ts'
import { reasonsFor } from '../../../capabilities/programmes/steps-needed.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { RadioGroup } from '../../design/choices.tsx'
import { SelectField } from '../../design/field.tsx'
import { links } from '../../links.ts'
import { TypedKept } from '../../shell/draft-notice.tsx'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { forgetsTyped, withTyped } from '../../shell/typed-kept.ts'
import { caseWords } from '../../words/case.ts'
import { closingWords } from '../../words/closing.ts'
import { familyFormWords } from '../../words/family-forms.ts'
import { formatList } from '../../words/format.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { who } from '../files/sights.ts'
import { type Case, caseAt, casePage, errorsOf, KEY, keyOf, text, versionIn } from './frame.tsx'
import { stepGone } from './step-gone.tsx'

export const get = guarded(
  { may: ['change', 'trajectory'], act: 'case.reopening-begun' },
  withTyped(async (actor, page) => {
    const view = await viewAt(actor, page)
    if (view === undefined) return notFound()
    return view.isOpen ? show(actor, page, view) : redirect(links.trajectory(view.found.detail.trajectory.id))
  }),
)

export const post = guarded(
  { may: ['change', 'trajectory'], act: 'case.reopened' },
  forgetsTyped(async (actor, page) => {
    const view = await viewAt(actor, page)
    if (view === undefined) return notFound()
    const { id: trajectoryId } = view.found.detail.trajectory
    const done = redirect(links.trajectory(trajectoryId, 'heropend'))
    if (isDone(view.found, page)) return done
    if (!view.isOpen) return stepGone(actor, page, view)
    const [reason, worker] = [text(page, 'reden'), text(page, 'collega')]
    const seen = { trajectoryId, rowVersion: Number(text(page, '_versie')) }
    const opened = await reopenTrajectory(actor, seen, {
      ...{ to: view.step.to, on: page.today, key: keyOf(page) },
      ...(reason !== '' && { reason }),
      ...(worker !== '' && { worker }),
    })
    if (opened.ok) return done
    if (opened.reason === 'not-found') return notFound()
    const again = opened.reason === 'changed-meanwhile' ? await viewAt(actor, page) : undefined
    // The same form sent twice at the same moment: the other one opened it.
    if (again !== undefined && isDone(again.found, page)) return done
    if (again !== undefined && !again.isOpen) return stepGone(actor, page, again)
    return show(actor, page, again ?? view, opened)
  }),
)

const isDone = ({ detail }: Case, page: PageRequest): boolean => detail.events.some(({ id }) => id === keyOf(page))

type View = { readonly found: Case; readonly step: Step; readonly isOpen: boolean }

async function viewAt(actor: Actor, page: PageRequest): Promise<View | undefined> {
  const found = await caseAt(actor, page)
  if (found === undefined) return undefined
  const { definition, trajectory } = found.detail
  const { to } = page.params
  const closed = definition.phases.filter(({ code }) => reopens(definition, { from: code, to: to ?? '' }))
  const here = stepsFrom(definition, trajectory.phase)
  const step = closed.flatMap(({ steps }) => steps).find((one) => one.to === to)
  if (step === undefined) return undefined
  return { found, step, isOpen: here.includes(step) }
}

async function show(actor: Actor, page: PageRequest, { found, step }: View, refused?: Refused): Promise<Reply> {
  const words = closingWords[page.lang]
  const { trajectory, definition } = found.detail
  const colleagues = await colleaguesIn(actor, trajectory.provisionId)
  const reasons = reasonsFor(definition, step)
  const isReason = refused !== undefined && refused.reason.startsWith('step-')
  const error = refused === undefined ? undefined : refusalSentence(page.lang, refused)
  return casePage(actor, page, found, {
    title: step.name[page.lang],
    lead: words.againLead,
    ...(refused !== undefined && { refused, errors: errorsOf(page, refused, isReason ? 'reden' : 'collega') }),
    body: (
      <form class="compact" method="post" action={links.caseReopen(trajectory.id, step.to)} novalidate>
        <TypedKept actor={actor} page={page} />
        <input type="hidden" name="_versie" value={versionIn(page, trajectory.rowVersion)} />
        <input type="hidden" name={KEY} value={keyOf(page)} />
        {reasons.length === 0 ? null : (
          <RadioGroup
            name="reden"
            label={caseWords[page.lang].why}
            value={text(page, 'reden')}
            error={isReason ? error : undefined}
            choices={reasons.map(({ code, name }) => ({ value: code, label: name[page.lang] }))}
          />
        )}
        <GoesOn {...{ actor, page, found, colleagues }} error={isReason ? undefined : error} />
        <Button>{words.again}</Button>
      </form>
    ),
  })
}

type GoesOnProps = {
  actor: Actor
  page: PageRequest
  found: Case
  colleagues: readonly { id: Id; name: string }[]
  error: string | undefined
}

/** To whom it goes back; or, when whoever worked on it left, whom it is given to. */
const GoesOn: FC<GoesOnProps> = ({ actor, page, found, colleagues, error }) => {
  const [words, family] = [closingWords[page.lang], familyFormWords[page.lang]]
  const { present: before, came } = workersOf(found.detail)
  const names = new Map([...found.names, ...colleagues.map(({ id, name }) => [id, name] as const)])
  const named = (ids: readonly Id[]) =>
    formatList(
      page.lang,
      ids.map((id) => (id === actor.personId ? words.againYou : who(page.lang, actor, id, names.get(id)))),
    )
  const stay = before.filter((id) => colleagues.some((one) => one.id === id))
  if (stay.length > 0) return <p>{words.againTo(named(stay))}</p>
  return (
    <>
      <p>
        {before.length > 0 ? words.againGone(capital(named(before))) : came > 0 ? words.againLeft : words.againNobody}
      </p>
      <SelectField
        name="collega"
        label={words.againWho}
        value={text(page, 'collega')}
        error={error}
        options={[
          { value: '', label: family.choose },
          ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </>
  )
}

const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1)
