import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import type { ReadNote } from '../../../capabilities/families/notes/queries.ts'
import { Icon } from '../../design/icon.tsx'
import { links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { fileWords } from '../../words/files.ts'
import { formatDay, formatMoment } from '../../words/format.ts'

type TimelineProps = {
  page: PageRequest
  actor: Actor
  fileId: string
  notes: readonly ReadNote[]
  names: ReadonlyMap<string, string>
  mayReword: boolean
}

/** What was written down, newest day first; each entry says in words who reads it. */
export const Timeline: FC<TimelineProps> = ({ page, actor, fileId, notes, names, mayReword }) => {
  const words = fileWords[page.lang]
  return (
    <section aria-labelledby="tijdlijn">
      <h2 id="tijdlijn">{words.timeline}</h2>
      {notes.length === 0 ? (
        <p class="soft">{words.nothingYet}</p>
      ) : (
        <ol class="time">
          {notes.map((note) => (
            <li>
              <p class="soft">{formatDay(page.lang, note.holdsOn, 'short')}</p>
              <div>
                <p class="said">{note.body}</p>
                <p class="sight">
                  <Icon
                    name={note.disclosure === 'own-file' ? 'lock' : note.disclosure === 'safety' ? 'eye' : 'people'}
                  />
                  <span>
                    {`${words.disclosures[note.disclosure]}. ${words.recordedBy(
                      formatMoment(page.lang, note.recordedAt),
                      note.writtenBy === actor.personId ? words.byYou : (names.get(note.writtenBy) ?? words.somebody),
                    )} `}
                    {mayReword ? <a href={links.note(fileId, note.id)}>{words.reword}</a> : null}
                  </span>
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
