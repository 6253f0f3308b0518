import type { Actor } from '../../../capabilities/access/actor.ts'
import { openFile } from '../../../capabilities/cases/person/actions.ts'
import type { FieldError } from '../../design/error-summary.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { guarded, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { fileWords } from '../../words/files.ts'
import { groupWords } from '../../words/groups.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { KEY, keyOf } from '../case/frame.tsx'
import { groupsToChoose } from '../groups/choose.ts'
import { OpenForm, provisionsToChoose, typedIn } from './open-form.tsx'

export const get = guarded({ may: ['change', 'trajectory'], act: 'file.begun' }, (actor, page) => show(actor, page, []))

export const post = guarded({ may: ['change', 'trajectory'], act: 'file.opened' }, async (actor, page) => {
  const { errors, ...typed } = typedIn(page)
  if (errors.length > 0) return show(actor, page, errors)
  const opened = await openFile(actor, { ...typed, key: keyOf(page), on: page.today })
  if (!opened.ok) return show(actor, page, [{ field: 'naam', message: refusalSentence(page.lang, opened) }])
  return redirect(links.file(opened.value.personId))
})

async function show(actor: Actor, page: PageRequest, errors: readonly FieldError[]) {
  const words = fileWords[page.lang]
  const [provisions, groups] = await Promise.all([provisionsToChoose(actor, page), groupsToChoose(actor, page)])
  return workPage(
    page,
    actor,
    {
      title: words.newTitle,
      active: 'files',
      ...(errors.length > 0 && { status: 400, refusedWith: 'file-not-opened' }),
    },
    <>
      <BackLink href={links.files()} label={words.back} />
      <h1>{words.newTitle}</h1>
      <p class="lead">{words.newLead}</p>
      {groups.length === 0 ? null : (
        <p>
          {groupWords[page.lang].isGroup} <a href={links.groupNew()}>{groupWords[page.lang].title}</a>
        </p>
      )}
      <OpenForm {...{ page, provisions, errors }} action={links.fileNew()} button={words.open}>
        <input type="hidden" name={KEY} value={keyOf(page)} />
      </OpenForm>
    </>,
  )
}
