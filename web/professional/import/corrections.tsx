import type { Change, correctionsOf } from '../../../capabilities/imports/correcting/queries.ts'
import type { ImportDetail } from '../../../capabilities/imports/queries.ts'
import { Pagination } from '../../design/paging.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { formatMoment } from '../../words/format.ts'
import { importWords } from '../../words/import.ts'
import { correctionWords } from '../../words/import-corrections.ts'
import type { Lang } from '../../words/words.ts'

export type CorrectionsShown = Awaited<ReturnType<typeof correctionsOf>>

type Props = { page: PageRequest; detail: ImportDetail; shown: CorrectionsShown }

/** Who put which cell right, from what into what; part of the account of an import. */
export const Corrections = ({ page, detail, shown: { changes, page: now, pages } }: Props) => {
  const words = correctionWords[page.lang]
  if (detail.correctedCount === 0) return null
  return (
    <section aria-labelledby="verbeterd">
      <h2 id="verbeterd">{words.title}</h2>
      <p>{words.count(detail.correctedCount)}</p>
      {pages === 0 ? (
        <p class="soft">{words.gone}</p>
      ) : (
        <>
          <DataTable
            lang={page.lang}
            caption={words.what}
            head={importWords[page.lang].row}
            columns={[
              { head: words.column },
              { head: words.old },
              { head: words.now },
              { head: words.who },
              { head: words.when },
            ]}
            rows={changes.map((one) => ({
              head: String(one.row),
              cells: [
                one.column,
                inWords(page.lang, one.oldValue),
                inWords(page.lang, one.newValue),
                one.byName ?? words.somebody,
                formatMoment(page.lang, one.correctedAt),
              ],
            }))}
            stacked
          />
          {changes.some(isLeftOut) ? <p class="soft">{words.notKeptWhat}</p> : null}
          <Pagination lang={page.lang} now={now} all={pages} hrefOf={(number) => links.import(detail.id, number)} />
        </>
      )}
    </section>
  )
}

const isLeftOut = ({ oldValue, newValue }: Change): boolean => oldValue === null || newValue === null

function inWords(lang: Lang, value: string | null) {
  const words = correctionWords[lang]
  if (value === null) return <span class="soft">{words.notKept}</span>
  return value === '' ? <span class="soft">{words.empty}</span> : value
}
