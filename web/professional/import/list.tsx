import { type ImportLine, importsInReach, provisionsToImport } from '../../../capabilities/imports/queries.ts'
import { wasBroughtIn } from '../../../capabilities/imports/steps.ts'
import { programmesKnown } from '../../../capabilities/programmes/queries.ts'
import { ButtonRow, LinkButton } from '../../design/button.tsx'
import { EmptyState } from '../../design/notice.tsx'
import { MISSING } from '../../design/shown.ts'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, type PageRequest } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { formatMoment } from '../../words/format.ts'
import { importWords } from '../../words/import.ts'
import { mappingWords } from '../../words/import-mappings.ts'
import { provisionInWords } from './import-at.ts'

export const get = guarded({ may: ['list', 'import'], act: 'import.listed' }, async (actor, page) => {
  const words = importWords[page.lang]
  const lines = await importsInReach(actor)
  const mayImport = (await provisionsToImport(actor)).length > 0
  const names = new Map((await programmesKnown(actor)).map((one) => [one.code, one.name[page.lang]]))
  return workPage(
    page,
    actor,
    { title: words.listTitle, active: 'imports' },
    <>
      <h1>{words.listTitle}</h1>
      {mayImport ? (
        <ButtonRow>
          <LinkButton href={links.importNew()}>{words.start}</LinkButton>
          <a href={links.importMappings()}>{mappingWords[page.lang].title}</a>
        </ButtonRow>
      ) : null}
      {lines.length === 0 ? (
        <EmptyState title={words.empty}>
          <p>{words.emptyWhat}</p>
        </EmptyState>
      ) : (
        <ImportTable page={page} lines={lines} names={names} />
      )}
    </>,
  )
})

type TableProps = { page: PageRequest; lines: readonly ImportLine[]; names: ReadonlyMap<string, string> }

const ImportTable = ({ page, lines, names }: TableProps) => {
  const words = importWords[page.lang]
  return (
    <DataTable
      lang={page.lang}
      caption={words.listWhat}
      head={words.when}
      columns={[
        { head: words.what },
        { head: words.rows, numeric: true },
        { head: words.added, numeric: true },
        { head: words.state },
      ]}
      rows={lines.map((line) => ({
        head: <a href={links.import(line.id)}>{formatMoment(page.lang, line.createdAt)}</a>,
        cells: [
          provisionInWords(page, line.provision, names.get(line.programmeCode)),
          line.rowCount,
          wasBroughtIn(line.state) ? (line.addedCount ?? MISSING) : MISSING,
          words.states[line.state],
        ],
      }))}
      stacked
    />
  )
}
