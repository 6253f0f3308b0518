import type { Actor } from '../../../capabilities/access/actor.ts'
import { replaceNote } from '../../../capabilities/families/notes/actions.ts'
import type { Note } from '../../../capabilities/families/notes/note.ts'
import { noteWithReplacement } from '../../../capabilities/families/notes/queries.ts'
import { parseDay } from '../../../foundation/day.ts'
import { Button } from '../../design/button.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { DayField, TextArea } from '../../design/field.tsx'
import { Notice } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { TypedKept } from '../../shell/draft-notice.tsx'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { forgetsTyped, withTyped } from '../../shell/typed-kept.ts'
import { fileWords } from '../../words/files.ts'
import { refusalSentence } from '../../words/refusals.ts'

export const get = guarded(
  { may: ['read', 'trajectory'], act: 'note.read' },
  withTyped((actor, page) => show(actor, page)),
)

export const post = guarded(
  { may: ['change', 'trajectory'], act: 'note.replaced' },
  forgetsTyped(async (actor, page) => {
    const [fileId = '', noteId = ''] = [page.params.id, page.params.note]
    const replaced = await replaceNote(actor, noteId, {
      body: text(page, 'notitie'),
      holdsOn: parseDay(text(page, 'dag')) ?? page.today,
    })
    if (replaced.ok) return redirect(links.file(fileId, 'notitie'))
    if (replaced.reason === 'not-found') return notFound()
    return show(actor, page, { reason: replaced.reason, sentence: refusalSentence(page.lang, replaced) })
  }),
)

const text = (page: PageRequest, name: string): string => String(page.form.get(name) ?? '')

type Refusal = { readonly reason: string; readonly sentence: string }

/** One's own wording, or after somebody was first both wordings side by side, so that nothing is lost. */
async function show(actor: Actor, page: PageRequest, refusal?: Refusal) {
  const [fileId = '', noteId = ''] = [page.params.id, page.params.note]
  const found = await noteWithReplacement(actor, noteId)
  if (found === undefined || found.note.personId !== fileId) return notFound()
  const words = fileWords[page.lang]
  const isConflict = refusal?.reason === 'changed-meanwhile' && found.replacement !== undefined
  const target = isConflict && found.replacement !== undefined ? found.replacement : found.note
  return workPage(
    page,
    actor,
    {
      title: words.rewordTitle,
      active: 'files',
      ...(refusal !== undefined && { status: 409, refusedWith: refusal.reason }),
    },
    <>
      <BackLink href={links.file(fileId)} label={words.own} />
      <h1>{words.rewordTitle}</h1>
      <p class="lead">{words.rewordLead}</p>
      {isConflict ? (
        <Both page={page} theirs={found.replacement} />
      ) : (
        <ErrorSummary
          lang={page.lang}
          errors={refusal === undefined ? [] : [{ field: 'notitie', message: refusal.sentence }]}
        />
      )}
      <form method="post" action={links.note(fileId, target.id)}>
        <TypedKept actor={actor} page={page} />
        <TextArea
          name="notitie"
          label={words.note}
          rows={7}
          value={page.form.has('notitie') ? text(page, 'notitie') : target.body}
        />
        <DayField name="dag" label={words.day} value={text(page, 'dag') || target.holdsOn} max={page.today} />
        <Button>{words.save}</Button>
      </form>
    </>,
  )
}

const Both = ({ page, theirs }: { page: PageRequest; theirs: Note | undefined }) => {
  const words = fileWords[page.lang]
  return (
    <>
      <Notice title={words.conflict} isNews>
        <p>{words.conflictLead}</p>
      </Notice>
      <div class="both">
        <section aria-labelledby="hun-tekst">
          <h2 id="hun-tekst">{words.theirs}</h2>
          <p class="said">{theirs?.body}</p>
        </section>
        <section aria-labelledby="jouw-tekst">
          <h2 id="jouw-tekst">{words.yours}</h2>
          <p class="said">{text(page, 'notitie')}</p>
        </section>
      </div>
    </>
  )
}
