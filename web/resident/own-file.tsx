import { ownPersons, personFile, workerNames } from '../../capabilities/families/files/queries.ts'
import { notesIn } from '../../capabilities/families/notes/queries.ts'
import { EmptyState } from '../design/notice.tsx'
import { guarded } from '../shell/guarded.ts'
import { publicPage } from '../shell/pages.tsx'
import { formatDay } from '../words/format.ts'
import { ownFileWords } from '../words/own-file.ts'

/** What a person of a family reads: the own file, and no one else's. */
export const get = guarded({ may: 'signed-in', act: 'file.read' }, async (actor, page) => {
  const words = ownFileWords[page.lang]
  const [personId] = await ownPersons(actor)
  const file = personId === undefined ? undefined : await personFile(actor, personId)
  const title = { title: words.title, isPrivate: true }
  if (file === undefined) {
    return publicPage(
      page,
      title,
      <div class="part">
        <EmptyState title={words.none}>
          <p>{words.noneWhat}</p>
        </EmptyState>
      </div>,
    )
  }
  const [notes, names] = [await notesIn(actor, file.person.id), await workerNames(actor)]
  const helpers = [...new Set(file.workers.filter((one) => one.isNow).map((one) => one.accountId))]
  return publicPage(
    page,
    title,
    <div class="part">
      <h1>{words.hello(file.person.name ?? '')}</h1>
      <p class="lead">{words.lead}</p>
      <section aria-labelledby="helpers">
        <h2 id="helpers">{words.helpers}</h2>
        <ul>
          {helpers.map((id) => (
            <li>{names.get(id)}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="opgeschreven">
        <h2 id="opgeschreven">{words.notes}</h2>
        {notes.length === 0 ? (
          <p>{words.nothing}</p>
        ) : (
          <ol class="plain">
            {notes.map((note) => (
              <li>
                <h3>{formatDay(page.lang, note.holdsOn, 'year')}</h3>
                <p class="said">{note.body}</p>
                <p class="small soft">{words.reads}</p>
              </li>
            ))}
          </ol>
        )}
        <p>{words.wrong}</p>
      </section>
    </div>,
  )
})
