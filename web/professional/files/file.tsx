import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { trajectories, trajectoryDetail } from '../../../capabilities/cases/queries.ts'
import {
  familyOf,
  opensFile,
  type PersonFile,
  personFile,
  readerOf,
  workerNames,
  worksSteadilyOn,
} from '../../../capabilities/families/files/queries.ts'
import { isTooYoung } from '../../../capabilities/families/inviting/inviting.ts'
import { lastInvitation } from '../../../capabilities/families/inviting/queries.ts'
import { writeNote } from '../../../capabilities/families/notes/actions.ts'
import { notesIn } from '../../../capabilities/families/notes/queries.ts'
import { sharingsOf } from '../../../capabilities/families/sharing/queries.ts'
import { steunfigurenOf } from '../../../capabilities/families/steunfiguren/queries.ts'
import { sharedPlan } from '../../../capabilities/family-plan/queries.ts'
import { programmesEver } from '../../../capabilities/programmes/queries.ts'
import { type Day, dayAt, parseDay } from '../../../foundation/day.ts'
import { Button } from '../../design/button.tsx'
import { ErrorSummary, type FieldError } from '../../design/error-summary.tsx'
import { DayField } from '../../design/field.tsx'
import { Notice } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { TypedKept } from '../../shell/draft-notice.tsx'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { forgetsTyped, withTyped } from '../../shell/typed-kept.ts'
import { fileWords } from '../../words/files.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { DoneNotice } from '../case/done-notice.tsx'
import { KEY, keyOf } from '../case/frame.tsx'
import { FileHead } from './head.tsx'
import { NoteParts, noteTold } from './note-parts.tsx'
import { PlanPane } from './plan-pane.tsx'
import { Timeline } from './timeline.tsx'

export const get = guarded({ may: ['read', 'trajectory'], act: 'file.read' }, async (actor, page) => {
  // Who asks is looked up together with what was typed before.
  const [reply] = await Promise.all([typedAgain(actor, page), readerOf(actor)])
  return reply
})

const typedAgain = withTyped((actor, page) => show(actor, page))

export const post = guarded(
  { may: ['change', 'trajectory'], act: 'note.written' },
  forgetsTyped(async (actor, page) => {
    const personId = page.params.id ?? ''
    const written = await writeNote(actor, {
      personId,
      key: keyOf(page),
      holdsOn: parseDay(text(page, 'dag')) ?? page.today,
      ...noteTold(page),
    })
    if (written.ok) return redirect(links.file(personId, 'notitie'))
    if (written.reason === 'not-found') return notFound()
    return show(actor, page, { field: 'notitie', message: refusalSentence(page.lang, written) })
  }),
)

const text = (page: PageRequest, name: string): string => String(page.form.get(name) ?? '')

/** The whole file; with what is not right after something could not be saved. */
export async function show(actor: Actor, page: PageRequest, error?: FieldError) {
  const personId = page.params.id ?? ''
  // Nothing of a file that stays closed is asked, so that nothing of it is logged as shown.
  if (!(await opensFile(actor, personId))) return notFound()
  const [file, notes, { rows, details }, sharings, definitions, people] = await Promise.all([
    personFile(actor, personId),
    notesIn(actor, personId),
    trajectoriesOf(actor, personId),
    sharingsOf(actor, personId),
    programmesEver(actor),
    steunfigurenOf(actor, personId),
  ])
  if (file === undefined) return notFound()
  const words = fileWords[page.lang]
  const isMine = (await readerOf(actor)).worksOn.has(personId)
  const [names, invited, plan] = await Promise.all([
    workerNames(actor, familyOf(file)),
    invitedOn(actor, page, file),
    isMine ? sharedPlan(actor, file.familyIds) : undefined,
  ])
  const title = file.person.name ?? words.nameless
  return workPage(
    page,
    actor,
    // The window title says nothing of who: it stays in the history of the browser.
    { title: words.own, active: 'files', ...(error !== undefined && { status: 400, refusedWith: 'note-not-written' }) },
    <>
      <BackLink href={links.files()} label={words.back} />
      <FileHead
        page={page}
        actor={actor}
        title={title}
        file={file}
        names={names}
        trajectories={rows}
        definitions={definitions}
        isMine={isMine}
        {...{ sharings, people, invitedOn: invited }}
      />
      <DoneNotice page={page} />
      {isMine ? null : <Notice>{words.glassOpen}</Notice>}
      <ErrorSummary lang={page.lang} errors={error === undefined ? [] : [error]} />
      <div class="file-sides">
        <div>
          {isMine ? <NewNote page={page} actor={actor} file={file} names={names} error={error} /> : null}
          <Timeline
            {...{ page, actor, notes, names }}
            fileId={file.person.id}
            trajectories={details}
            mayReword={isMine}
          />
        </div>
        {isMine ? (
          <PlanPane page={page} actor={actor} file={file} plan={plan} names={names} sharings={sharings} />
        ) : null}
      </div>
    </>,
  )
}

/** Null where there is nobody to invite from here: by who does not work on it as own work, and of a child too young. */
async function invitedOn(actor: Actor, page: PageRequest, { person }: PersonFile): Promise<Day | undefined | null> {
  if (!(await worksSteadilyOn(actor)).has(person.id) || isTooYoung(person)) return null
  const last = await lastInvitation(actor, person.id, page.now)
  return last && dayAt(last.at)
}

async function trajectoriesOf(actor: Actor, personId: string) {
  const { rows } = await trajectories(actor, { personId })
  const details = await Promise.all(rows.map(({ id }) => trajectoryDetail(actor, id)))
  return { rows, details: details.filter((one) => one !== undefined) }
}

type NoteProps = {
  page: PageRequest
  actor: Actor
  file: PersonFile
  names: ReadonlyMap<string, string>
  error: FieldError | undefined
}

const NewNote: FC<NoteProps> = ({ page, actor, file, names, error }) => {
  const words = fileWords[page.lang]
  return (
    <form method="post" action={links.file(file.person.id)}>
      <TypedKept actor={actor} page={page} />
      <input type="hidden" name={KEY} value={keyOf(page)} />
      <NoteParts {...{ page, actor, file, names, error }} label={words.newNote} hint={words.note} />
      <DayField name="dag" label={words.day} value={text(page, 'dag') || page.today} max={page.today} />
      <Button>{words.save}</Button>
    </form>
  )
}
