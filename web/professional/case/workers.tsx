import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { assign, endAssignment } from '../../../capabilities/cases/actions.ts'
import { factsKnown, fold, NO_WORKERS, workerChanges } from '../../../capabilities/cases/timeline.ts'
import { colleaguesIn } from '../../../capabilities/families/files/queries.ts'
import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, type Refused, refuse } from '../../../foundation/result.ts'
import { Button, RefusedButton } from '../../design/button.tsx'
import { RadioGroup } from '../../design/choices.tsx'
import { SelectField } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { familyFormWords } from '../../words/family-forms.ts'
import { fileWords } from '../../words/files.ts'
import { formatDay } from '../../words/format.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { who } from '../files/sights.ts'
import { mayDecide } from './both-sides.tsx'
import { type Case, caseAt, casePage, errorsOf, text } from './frame.tsx'

export const get = guarded({ may: ['change', 'trajectory'], act: 'workers.read' }, async (actor, page) => {
  const found = await caseAt(actor, page)
  return found === undefined ? notFound() : show(actor, page, found)
})

export const post = guarded({ may: ['change', 'trajectory'], act: 'workers.changed' }, async (actor, page) => {
  const found = await caseAt(actor, page)
  if (found === undefined) return notFound()
  const trajectoryId = found.detail.trajectory.id
  if (found.standsIn) return show(actor, page, found, refuse('stand-in-staffs'))
  const isLeaving = text(page, 'doe') === 'stop'
  const done = isLeaving ? await stop(actor, page, found) : await callIn(actor, page, found)
  if (done.ok)
    return redirect(
      isLeaving || text(page, 'hoe') === 'overdragen' ? links.files() : links.trajectory(trajectoryId, 'medewerkers'),
    )
  return done.reason === 'not-found' ? notFound() : show(actor, page, found, done)
})

type Present = { readonly accountId: Id; readonly fromOn?: Day; readonly untilOn?: Day | null; readonly isNow: boolean }

/** Who works or worked on it, from the file where it is read, else from the history of the trajectory. */
function presentIn({ detail, file }: Case, today: Day): readonly Present[] {
  if (file !== undefined) return file.workers
  return workersNow(detail, today).present.map((accountId) => ({ accountId, isNow: true }))
}

const workersNow = (detail: Case['detail'], today: Day) => fold(factsKnown(detail.events), today)?.workers ?? NO_WORKERS

async function callIn(actor: Actor, page: PageRequest, found: Case): Promise<Answer> {
  const { trajectory, definition } = found.detail
  const personId = text(page, 'collega')
  const colleagues = await colleaguesIn(actor, trajectory.provisionId)
  if (!colleagues.some(({ id }) => id === personId)) return refuse('colleague-unknown')
  const isThere = presentIn(found, page.today).some((one) => one.isNow && one.accountId === personId)
  const role = definition.roles.worker[0] ?? 'worker'
  // A form sent twice calls in one colleague.
  if (!isThere) {
    const assigned = await assign(actor, trajectory.id, { personId, role, fromOn: page.today })
    if (!assigned.ok) return assigned
  }
  if (text(page, 'hoe') !== 'overdragen' || personId === actor.personId) return { ok: true, value: undefined }
  return endAssignment(actor, trajectory.id, actor.personId, page.today)
}

async function stop(actor: Actor, page: PageRequest, found: Case): Promise<Answer> {
  if (isAlone(actor, found, page.today)) return refuse('last-worker')
  return endAssignment(actor, found.detail.trajectory.id, actor.personId, page.today)
}

const isAlone = (actor: Actor, found: Case, today: Day): boolean =>
  !presentIn(found, today).some((one) => one.isNow && one.accountId !== actor.personId && one.untilOn !== today)

async function show(actor: Actor, page: PageRequest, found: Case, refused?: Refused): Promise<Reply> {
  const words = familyFormWords[page.lang]
  const { trajectory, provision } = found.detail
  const colleagues = await colleaguesIn(actor, trajectory.provisionId)
  const names = new Map([...found.names, ...colleagues.map(({ id, name }) => [id, name] as const)])
  const present = presentIn(found, page.today)
  return casePage(actor, page, found, {
    title: words.workers,
    lead: words.workersLead,
    ...(refused !== undefined && { refused, errors: errorsOf(page, refused, 'collega') }),
    body: (
      <>
        <DataTable
          lang={page.lang}
          caption={words.workers}
          head={words.role}
          columns={[{ head: words.from }, { head: words.until }]}
          rows={present.map(({ accountId, fromOn, untilOn }) => ({
            head: capital(who(page.lang, actor, accountId, names.get(accountId))),
            cells: [
              fromOn === undefined ? '' : formatDay(page.lang, fromOn, 'year'),
              untilOn === undefined || untilOn === null ? words.now : formatDay(page.lang, untilOn, 'year'),
            ],
          }))}
        />
        <p class="soft">{words.changes(workerChanges(workersNow(found.detail, page.today)))}</p>
        {found.standsIn ? <p class="soft">{refusalSentence(page.lang, refuse('stand-in-staffs'))}</p> : null}
        {found.standsIn ? null : (
          <CallIn
            {...{ actor, page, found, refused }}
            colleagues={colleagues.filter(({ id }) => id !== actor.personId)}
          />
        )}
        {found.isMine && !found.standsIn ? (
          <Stop {...{ page, found }} isAlone={isAlone(actor, found, page.today)} />
        ) : null}
        {provision !== undefined && mayDecide(actor, provision) && trajectory.personId !== null ? (
          <p>
            <a href={links.caseBothSides(trajectory.id)}>{words.both}</a>
          </p>
        ) : null}
      </>
    ),
  })
}

const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1)

type CallInProps = {
  actor: Actor
  page: PageRequest
  found: Case
  refused: Refused | undefined
  colleagues: readonly { id: Id; name: string }[]
}

const CallIn: FC<CallInProps> = ({ page, found, refused, colleagues }) => {
  const words = familyFormWords[page.lang]
  return (
    <section aria-labelledby="erbij">
      <h2 id="erbij">{words.callIn}</h2>
      {colleagues.length === 0 ? (
        <p class="soft">{words.noColleague}</p>
      ) : (
        <form class="compact" method="post" action={links.caseWorkers(found.detail.trajectory.id)} novalidate>
          <SelectField
            name="collega"
            label={words.colleague}
            value={text(page, 'collega')}
            error={refused === undefined ? undefined : refusalSentence(page.lang, refused)}
            options={[
              { value: '', label: words.choose },
              ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          {found.isMine ? (
            <RadioGroup
              name="hoe"
              label={words.how}
              value={text(page, 'hoe') || 'erbij'}
              inline
              choices={[
                { value: 'erbij', label: words.beside },
                { value: 'overdragen', label: words.handOver },
              ]}
            />
          ) : null}
          <Button>{words.callInSave}</Button>
        </form>
      )}
    </section>
  )
}

const Stop: FC<{ page: PageRequest; found: Case; isAlone: boolean }> = ({ page, found, isAlone: alone }) => {
  const words = familyFormWords[page.lang]
  return (
    <section aria-labelledby="stoppen">
      <h2 id="stoppen">{words.end}</h2>
      <p class="soft">{words.endLead}</p>
      {alone ? (
        <RefusedButton id="stop" reason={refusalSentence(page.lang, refuse('last-worker'))}>
          {words.end}
        </RefusedButton>
      ) : (
        <form method="post" action={links.caseWorkers(found.detail.trajectory.id)}>
          <Button look="plain" name="doe" value="stop">
            {words.end}
          </Button>
        </form>
      )}
      <p>
        <a href={links.trajectory(found.detail.trajectory.id)}>{fileWords[page.lang].trajectory}</a>
      </p>
    </section>
  )
}
