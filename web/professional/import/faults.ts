import { faultyRows } from '../../../capabilities/imports/queries.ts'
import { toCsv } from '../../../capabilities/measures/export.ts'
import { download, guarded, notFound } from '../../shell/guarded.ts'
import { importWords } from '../../words/import.ts'
import { faultSentence } from '../../words/import-faults.ts'

/** The faulty rows as they stand in the file, each with what is the matter, to put right in a spreadsheet and bring in again. */
export const get = guarded({ may: ['change', 'import'], act: 'import.faults-exported' }, async (actor, page) => {
  const found = await faultyRows(actor, page.params.id ?? '')
  if (!found.ok) return notFound()
  const { columns, rows } = found.value
  const body = toCsv({
    head: [...columns, importWords[page.lang].row, importWords[page.lang].explanation],
    rows: rows.map(({ line, cells, faults }) => {
      const sentences = faults.map(
        (fault) => `${fault.column === '' ? '' : `${fault.column}: `}${faultSentence(page.lang, fault)}`,
      )
      return [...columns.map((_, at) => cells[at] ?? ''), line, sentences.join(' ')]
    }),
    ...{ notes: [], hidden: '' },
  })
  return download({ name: 'regels-met-uitleg.csv', type: 'text/csv; charset=utf-8', body })
})
