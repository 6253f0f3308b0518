import type { Actor } from '../../../capabilities/access/actor.ts'
import type { Provision } from '../../../capabilities/access/queries.ts'
import { startImport } from '../../../capabilities/imports/actions.ts'
import { isNeeded } from '../../../capabilities/imports/asked.ts'
import { targetsOf } from '../../../capabilities/imports/columns.ts'
import { limitsHere, provisionsToImport } from '../../../capabilities/imports/queries.ts'
import type { ProgrammeDefinition } from '../../../capabilities/programmes/definition.ts'
import { programmesKnown } from '../../../capabilities/programmes/queries.ts'
import { isId } from '../../../foundation/id.ts'
import { type Refused, refuse } from '../../../foundation/result.ts'
import { Button, ButtonRow } from '../../design/button.tsx'
import { FileField, SelectField } from '../../design/field.tsx'
import { links } from '../../links.ts'
import { guarded, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { namedFor, namedIn } from '../../shell/names.ts'
import { importWords } from '../../words/import.ts'
import { sheetWords } from '../../words/import-sheets.ts'
import { importStep, STEP } from './frame.tsx'
import { provisionInWords } from './import-at.ts'

export const get = guarded({ may: ['change', 'import'], act: 'import.prepared' }, (actor, page) => show(actor, page))

export const post = guarded({ may: ['change', 'import'], act: 'import.started' }, async (actor, page) => {
  const file = page.form.get('bestand')
  const provisionId = String(page.form.get('uitvoering') ?? '')
  if (!(file instanceof File) || (file.name === '' && file.size === 0)) return show(actor, page, refuse('file-missing'))
  const { bytes: most } = limitsHere()
  if (file.size > most) return show(actor, page, refuse('file-too-big', { most: most / 1_000_000 }))
  if (!isId(provisionId)) return show(actor, page, refuse('not-found'))
  const started = await startImport(actor, { provisionId, bytes: new Uint8Array(await file.arrayBuffer()) })
  return started.ok ? redirect(links.importColumns(started.value.id)) : show(actor, page, started)
})

async function show(actor: Actor, page: PageRequest, refused?: Refused): Promise<Reply> {
  const words = importWords[page.lang]
  const provisions = await provisionsToImport(actor)
  const here = (await programmesKnown(actor)).filter((one) =>
    provisions.some(({ programmeCode }) => programmeCode === one.code),
  )
  const names = new Map(here.map(({ code, name }) => [code, name[page.lang]]))
  const programmes = here.map((one) => namedWhere(actor, page, { programme: one, provisions }))
  const { bytes, rows } = limitsHere()
  return importStep(
    page,
    actor,
    { step: STEP.file, refused, field: 'bestand' },
    <>
      <p class="soft">{words.startLead}</p>
      <confirm-once>
        <form method="post" action={links.importNew()} enctype="multipart/form-data" class="form">
          <ProvisionField page={page} provisions={provisions} names={names} />
          <FileField
            name="bestand"
            label={words.file}
            hint={`${sheetWords[page.lang].fileHint(bytes / 1_000_000, rows)} ${sheetWords[page.lang].hidden}`}
            accept=".xlsx,.csv,.txt,.tsv,text/csv,text/plain"
            required
          />
          <ButtonRow>
            <Button>{words.look}</Button>
            <a href={links.imports()}>{words.toList}</a>
          </ButtonRow>
        </form>
      </confirm-once>
      {programmes.map((programme) => (
        <WhatBelongsIn page={page} programme={programme} isOnly={programmes.length === 1} />
      ))}
    </>,
  )
}

/** In the names of the one municipality where it is carried out; of more than one, in those of where this person works. */
function namedWhere(
  actor: Actor,
  page: PageRequest,
  { programme, provisions }: { programme: ProgrammeDefinition; provisions: readonly Provision[] },
): ProgrammeDefinition {
  const of = provisions.filter(({ programmeCode }) => programmeCode === programme.code)
  const [only, ...more] = new Set(of.map(({ municipalityId }) => municipalityId))
  return only === undefined || more.length > 0 ? namedFor(page, actor, programme) : namedIn(page, only, programme)
}

type ProvisionProps = {
  page: PageRequest
  provisions: readonly Provision[]
  /** As the product calls each programme, by its code. */
  names: ReadonlyMap<string, string>
}

/** Only asked of who works for more than one. */
const ProvisionField = ({ page, provisions, names }: ProvisionProps) => {
  const [only, ...more] = provisions
  if (only === undefined) return null
  if (more.length === 0) return <input type="hidden" name="uitvoering" value={only.id} />
  return (
    <SelectField
      name="uitvoering"
      label={importWords[page.lang].provision}
      value={String(page.form.get('uitvoering') ?? '')}
      options={provisions.map((one) => ({
        value: one.id,
        label: provisionInWords(page, one, names.get(one.programmeCode)),
      }))}
    />
  )
}

/** What a register of this programme holds, by the words people use above its columns. */
const WhatBelongsIn = ({
  page,
  programme,
  isOnly,
}: {
  page: PageRequest
  programme: ProgrammeDefinition
  isOnly: boolean
}) => {
  const words = importWords[page.lang]
  const readable = targetsOf(programme, false)
  const questions = programme.questions.filter((one) => readable.includes(one.code))
  const asked = (needed: boolean) =>
    questions.filter((one) => isNeeded(one) === needed).map((one) => one.ask[page.lang])
  const also = [...asked(false), words.targets.day, words.targets.status, words.targets.key]
  return (
    <section aria-labelledby={`hoort-${programme.code}`}>
      <h2 id={`hoort-${programme.code}`}>
        {isOnly ? words.whatWeNeed : `${words.whatWeNeed}: ${programme.name[page.lang]}`}
      </h2>
      <p>{words.needs}</p>
      <ul>
        {asked(true).map((text) => (
          <li>{text}</li>
        ))}
      </ul>
      <p>{words.mayAlso}</p>
      <ul>
        {also.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
      <p>{words.never}</p>
    </section>
  )
}
