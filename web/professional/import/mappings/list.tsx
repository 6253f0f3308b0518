import { type MappingLine, mappingsInReach } from '../../../../capabilities/imports/mappings/queries.ts'
import { programmesKnown } from '../../../../capabilities/programmes/queries.ts'
import { EmptyState } from '../../../design/notice.tsx'
import { BackLink } from '../../../design/paging.tsx'
import { DataTable } from '../../../design/table.tsx'
import { links } from '../../../links.ts'
import { guarded, type PageRequest } from '../../../shell/guarded.ts'
import { workPage } from '../../../shell/pages.tsx'
import { importWords } from '../../../words/import.ts'
import { mappingWords } from '../../../words/import-mappings.ts'
import { provisionInWords } from '../import-at.ts'
import { savedBy, savedOn } from './saved.ts'

export const get = guarded({ may: ['change', 'import'], act: 'import.mappings-listed' }, async (actor, page) => {
  const words = mappingWords[page.lang]
  const lines = await mappingsInReach(actor)
  const names = new Map((await programmesKnown(actor)).map((one) => [one.code, one.name[page.lang]]))
  return workPage(
    page,
    actor,
    { title: words.title, active: 'imports' },
    <>
      <BackLink href={links.imports()} label={importWords[page.lang].toList} />
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      {lines.length === 0 ? (
        <EmptyState title={words.empty}>
          <p>{words.emptyWhat}</p>
        </EmptyState>
      ) : (
        <MappingTable page={page} lines={lines} names={names} />
      )}
    </>,
  )
})

type TableProps = { page: PageRequest; lines: readonly MappingLine[]; names: ReadonlyMap<string, string> }

const MappingTable = ({ page, lines, names }: TableProps) => {
  const words = mappingWords[page.lang]
  return (
    <DataTable
      lang={page.lang}
      caption={words.what}
      head={words.name}
      columns={[
        { head: words.where },
        { head: words.columns, numeric: true },
        { head: words.savedBy },
        { head: words.savedOn },
      ]}
      rows={lines.map((line) => ({
        head: <a href={links.importMapping(line.id)}>{line.name}</a>,
        cells: [
          provisionInWords(page, line.provision, names.get(line.provision.programmeCode)),
          Object.keys(line.mapping).length,
          savedBy(page.lang, line),
          savedOn(page.lang, line),
        ],
      }))}
      stacked
    />
  )
}
