import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { FIRST_DISCLOSURE } from '../../../capabilities/families/disclosure.ts'
import type { PersonFile } from '../../../capabilities/families/files/queries.ts'
import type { FieldError } from '../../design/error-summary.tsx'
import { NoteField } from '../../design/note.tsx'
import type { PageRequest } from '../../shell/guarded.ts'
import { fileWords } from '../../words/files.ts'
import { sightsOf, who } from './sights.ts'

const text = (page: PageRequest, name: string): string => String(page.form.get(name) ?? '')

/** What was written in the field of a note, and who may read it. */
export const noteTold = (page: PageRequest) => ({
  body: text(page, 'notitie'),
  disclosure: text(page, 'hoort-in') || FIRST_DISCLOSURE,
  named: text(page, 'hoort-in') === 'safety' ? page.form.getAll('mag-lezen').map(String) : [],
})

type NotePartsProps = {
  page: PageRequest
  actor: Actor
  file: PersonFile
  names: ReadonlyMap<string, string>
  error: FieldError | undefined
  label: string
  hint: string
}

/** The text of a note with who reads it, and for a safety record whom else it names. */
export const NoteParts: FC<NotePartsProps> = ({ page, actor, file, names, error, label, hint }) => {
  const words = fileWords[page.lang]
  const colleagues = [...names].filter(([id]) => id !== actor.personId)
  return (
    <>
      <NoteField
        name="notitie"
        label={label}
        hint={hint}
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
              <input
                id={`lezer-${id}`}
                type="checkbox"
                class="utrecht-checkbox"
                name="mag-lezen"
                value={id}
                checked={page.form.getAll('mag-lezen').includes(id)}
              />
              <span>{who(page.lang, actor, id, name)}</span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  )
}
