import type { FC } from 'hono/jsx'
import type { Actor } from '../../capabilities/access/actor.ts'
import type { Municipality } from '../../capabilities/access/queries.ts'
import { columnSynonymsOf } from '../../capabilities/imports/queries.ts'
import { addColumnSynonym } from '../../capabilities/imports/words/actions.ts'
import type { ProgrammeDefinition } from '../../capabilities/programmes/definition.ts'
import { programmesKnown } from '../../capabilities/programmes/queries.ts'
import type { Answer } from '../../foundation/result.ts'
import { Button } from '../design/button.tsx'
import { type Option, SelectField, TextField } from '../design/field.tsx'
import { links } from '../links.ts'
import type { PageRequest } from '../shell/guarded.ts'
import { placeWords } from '../words/place.ts'
import type { Lang } from '../words/words.ts'

/** Columns of a registration file that are no questions of the programme. */
const RECORD_COLUMNS = ['day', 'status', 'reason', 'key'] as const

/** Keeps the word that a municipality uses above a column; `waarde` names programme and meaning. */
export function learnColumn(
  actor: Actor,
  municipalityId: string,
  text: (name: string) => string,
): Promise<Answer<unknown>> {
  const [programmeCode = '', target = ''] = text('betekent').split('|')
  return addColumnSynonym(actor, { municipalityId, programmeCode, target, word: text('woord') })
}

type Props = { page: PageRequest; actor: Actor; municipality: Municipality }

/** The words learned for columns, and the form that teaches another. */
export const ColumnWords: FC<Props> = async ({ page, actor, municipality }) => {
  const words = placeWords[page.lang]
  const programmes = await programmesKnown(actor)
  const learned = await Promise.all(
    programmes.map(async (programme) => ({
      programme,
      rows: await columnSynonymsOf(actor, municipality.id, programme.code),
    })),
  )
  const lines = learned.flatMap(({ programme, rows }) =>
    rows.map((row) => `${row.word}: ${meaning(page.lang, programme, row.target)}`),
  )
  const id = `woord-${municipality.slug}`
  return (
    <section aria-labelledby={`${id}-titel`}>
      <h3 id={`${id}-titel`}>{words.columns}</h3>
      <p>{words.columnsWhat}</p>
      {lines.length === 0 ? (
        <p class="soft">{words.none}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
      <form method="post" action={links.place()} class="form">
        <input type="hidden" name="gemeente" value={municipality.id} />
        <TextField id={id} name="woord" label={words.word} autocomplete="off" required />
        <SelectField
          id={`${id}-betekent`}
          name="betekent"
          label={words.means}
          options={programmes.flatMap((programme) => targets(page.lang, programme, programmes.length > 1))}
        />
        <Button look="plain" name="doe" value="woord">
          {words.add}
        </Button>
      </form>
    </section>
  )
}

function targets(lang: Lang, programme: ProgrammeDefinition, withName: boolean): Option[] {
  const codes = [
    ...RECORD_COLUMNS,
    ...programme.questions.filter((one) => one.columns.length > 0).map((one) => one.code),
  ]
  return codes.map((code) => ({
    value: `${programme.code}|${code}`,
    label: withName ? `${programme.name[lang]}: ${meaning(lang, programme, code)}` : meaning(lang, programme, code),
  }))
}

function meaning(lang: Lang, programme: ProgrammeDefinition, code: string): string {
  const record = RECORD_COLUMNS.find((one) => one === code)
  if (record !== undefined) return placeWords[lang].fields[record]
  return programme.questions.find((one) => one.code === code)?.ask[lang] ?? code
}
