import type { Actor } from '../../../../capabilities/access/actor.ts'
import { renameMapping } from '../../../../capabilities/imports/mappings/actions.ts'
import { type MappingDetail, mappingDetail } from '../../../../capabilities/imports/mappings/queries.ts'
import type { Refused } from '../../../../foundation/result.ts'
import { Button, ButtonRow } from '../../../design/button.tsx'
import { ErrorSummary } from '../../../design/error-summary.tsx'
import { Facts } from '../../../design/facts.tsx'
import { TextField } from '../../../design/field.tsx'
import { BackLink } from '../../../design/paging.tsx'
import { DataTable } from '../../../design/table.tsx'
import { links } from '../../../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../../shell/guarded.ts'
import { namedIn } from '../../../shell/names.ts'
import { workPage } from '../../../shell/pages.tsx'
import { importWords } from '../../../words/import.ts'
import { mappingWords } from '../../../words/import-mappings.ts'
import { refusalSentence } from '../../../words/refusals.ts'
import { targetInWords } from '../targets.ts'
import { savedBy, savedOn } from './saved.ts'

export const get = guarded({ may: ['change', 'import'], act: 'import.mapping-read' }, async (actor, page) => {
  const detail = await mappingDetail(actor, page.params.id ?? '')
  return detail === undefined ? notFound() : show(actor, page, detail)
})

export const post = guarded({ may: ['change', 'import'], act: 'import.mapping-renamed' }, async (actor, page) => {
  const id = page.params.id ?? ''
  const done = await renameMapping(actor, id, String(page.form.get('naam') ?? ''))
  if (done.ok) return redirect(links.importMappings())
  const detail = await mappingDetail(actor, id)
  return detail === undefined ? notFound() : show(actor, page, detail, done)
})

/** What a mapping says, with another name or its end. */
function show(actor: Actor, page: PageRequest, found: MappingDetail, refused?: Refused): Promise<Reply> {
  const detail = { ...found, programme: namedIn(page, found.provision.municipalityId, found.programme) }
  const words = mappingWords[page.lang]
  const why = refused && refusalSentence(page.lang, refused)
  return workPage(
    page,
    actor,
    {
      title: detail.name,
      active: 'imports',
      ...(refused !== undefined && { status: 400, refusedWith: refused.reason }),
    },
    <>
      <BackLink href={links.importMappings()} label={words.toList} />
      {why === undefined ? null : <ErrorSummary lang={page.lang} errors={[{ field: 'naam', message: why }]} />}
      <h1>{detail.name}</h1>
      <MappingFacts page={page} detail={detail} />
      <form method="post" action={links.importMapping(detail.id)} class="form">
        <TextField
          name="naam"
          label={words.name}
          value={String(page.form.get('naam') ?? detail.name)}
          error={why}
          autocomplete="off"
          required
        />
        <ButtonRow>
          <Button>{words.rename}</Button>
        </ButtonRow>
      </form>
      <DataTable
        lang={page.lang}
        caption={words.columnsWhat}
        head={importWords[page.lang].column}
        columns={[{ head: importWords[page.lang].means }]}
        rows={Object.entries(detail.mapping).map(([column, target]) => ({
          head: column,
          cells: [targetInWords(page.lang, detail.programme, target)],
        }))}
        stacked
      />
      <Remove page={page} detail={detail} />
    </>,
  )
}

type Props = { page: PageRequest; detail: MappingDetail }

const MappingFacts = ({ page, detail }: Props) => {
  const words = mappingWords[page.lang]
  const { organisationName, municipalityName } = detail.provision
  return (
    <Facts
      facts={[
        { term: words.where, value: `${detail.programme.name[page.lang]}, ${organisationName}, ${municipalityName}` },
        { term: words.savedBy, value: savedBy(page.lang, detail) },
        { term: words.savedOn, value: savedOn(page.lang, detail) },
      ]}
    />
  )
}

const Remove = ({ page, detail }: Props) => {
  const words = mappingWords[page.lang]
  return (
    <section aria-labelledby="weggooien">
      <h2 id="weggooien">{words.removeTitle}</h2>
      <p>{words.removeWhat}</p>
      <confirm-once>
        <form method="post" action={links.importMappingRemove(detail.id)}>
          <Button look="danger">{words.remove}</Button>
        </form>
      </confirm-once>
    </section>
  )
}
