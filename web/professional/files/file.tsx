import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { trajectories } from '../../../capabilities/cases/queries.ts'
import { FIRST_DISCLOSURE } from '../../../capabilities/families/disclosure.ts'
import { type PersonFile, personFile, readerOf, workerNames } from '../../../capabilities/families/files/queries.ts'
import { writeNote } from '../../../capabilities/families/notes/actions.ts'
import { notesIn } from '../../../capabilities/families/notes/queries.ts'
import { sharedPlan } from '../../../capabilities/family-plan/queries.ts'
import { programmesKnown } from '../../../capabilities/programmes/queries.ts'
import { parseDay } from '../../../foundation/day.ts'
import { Button } from '../../design/button.tsx'
import { ErrorSummary, type FieldError } from '../../design/error-summary.tsx'
import { DayField } from '../../design/field.tsx'
import { NoteField } from '../../design/note.tsx'
import { Notice } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { fileWords } from '../../words/files.ts'
import { planWords } from '../../words/plan.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { FileHead } from './head.tsx'
import { PlanPane } from './plan-pane.tsx'
import { sightsOf, who } from './sights.ts'
import { Timeline } from './timeline.tsx'

export const get = guarded({ may: ['read', 'trajectory'], act: 'file.read' }, (actor, page) => show(actor, page))

export const post = guarded({ may: ['change', 'trajectory'], act: 'note.written' }, async (actor, page) => {
  const personId = page.params.id ?? ''
  const written = await writeNote(actor, {
    personId,
    holdsOn: parseDay(text(page, 'dag')) ?? page.today,
    body: text(page, 'notitie'),
    disclosure: text(page, 'hoort-in') || FIRST_DISCLOSURE,
    named: text(page, 'hoort-in') === 'safety' ? page.form.getAll('mag-lezen').map(String) : [],
  })
  if (written.ok) return redirect(links.file(personId, 'notitie'))
  if (written.reason === 'not-found') return notFound()
  return show(actor, page, { field: 'notitie', message: refusalSentence(page.lang, written) })
})

const text = (page: PageRequest, name: string): string => String(page.form.get(name) ?? '')

/** The whole file; with what is not right after something could not be saved. */
export async function show(actor: Actor, page: PageRequest, error?: FieldError) {
  const file = await personFile(actor, page.params.id ?? '')
  if (file === undefined) return notFound()
  const words = fileWords[page.lang]
  const [notes, names, { rows }] = [
    await notesIn(actor, file.person.id),
    await workerNames(actor),
    await trajectories(actor, { personId: file.person.id }),
  ]
  const isMine = (await readerOf(actor)).worksOn.has(file.person.id)
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
        definitions={await programmesKnown(actor)}
      />
      {page.query.get('gedaan') === 'notitie' ? <Notice isNews>{words.saved}</Notice> : null}
      {page.query.get('gedaan') === 'plan' ? <Notice isNews>{planWords[page.lang].done}</Notice> : null}
      {isMine ? null : <Notice>{words.glassOpen}</Notice>}
      <ErrorSummary lang={page.lang} errors={error === undefined ? [] : [error]} />
      <div class="file-sides">
        <div>
          {isMine ? <NewNote page={page} actor={actor} file={file} names={names} error={error} /> : null}
          <Timeline page={page} actor={actor} fileId={file.person.id} notes={notes} names={names} mayReword={isMine} />
        </div>
        {isMine ? (
          <PlanPane
            page={page}
            actor={actor}
            file={file}
            plan={await sharedPlan(actor, file.familyIds)}
            names={names}
          />
        ) : null}
      </div>
    </>,
  )
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
  const colleagues = [...names].filter(([id]) => id !== actor.personId)
  return (
    <form method="post" action={links.file(file.person.id)}>
      <NoteField
        name="notitie"
        label={words.newNote}
        hint={words.note}
        error={error?.field === 'notitie' ? error.message : undefined}
        value={text(page, 'notitie')}
        question={words.whoReads}
        legend={words.belongs}
        sightName="hoort-in"
        chosen={text(page, 'hoort-in') || FIRST_DISCLOSURE}
        sights={sightsOf(page.lang, actor, file, names)}
      />
      {colleagues.length === 0 ? null : (
        <fieldset class="field named">
          <legend>{words.named}</legend>
          {colleagues.map(([id, name]) => (
            <label class="radio" for={`lezer-${id}`}>
              <input id={`lezer-${id}`} type="checkbox" class="utrecht-checkbox" name="mag-lezen" value={id} />
              <span>{who(page.lang, actor, id, name)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <DayField name="dag" label={words.day} value={text(page, 'dag') || page.today} max={page.today} />
      <Button>{words.save}</Button>
    </form>
  )
}
