import { explainedColumns } from '../../../capabilities/imports/correcting/explained.ts'
import { faultyRows } from '../../../capabilities/imports/queries.ts'
import { toCsv } from '../../../capabilities/measures/export.ts'
import { download, guarded, notFound } from '../../shell/guarded.ts'
import { importWords } from '../../words/import.ts'
import { faultSentence } from '../../words/import-faults.ts'

/** The faulty rows as they stand in the file, each with what is the matter, to put right in a spreadsheet and bring in again. */
export const get = guarded({ may: ['change', 'import'], act: 'import.faults-exported' }, async (actor, page) => {
  const found = await faultyRows(actor, page.params.id ?? '')
  if (!found.ok) return notFound()
  const { columns, mapping, rows } = found.value
  const { row, explanation } = importWords[page.lang]
  const { kept, ours } = explainedColumns(columns, mapping, [row, explanation])
  const body = toCsv({
    head: [...kept.map((at) => columns[at] ?? ''), ...ours],
    rows: rows.map(({ line, cells, faults }) => {
      const sentences = faults.map(
        (fault) => `${fault.column === '' ? '' : `${fault.column}: `}${faultSentence(page.lang, fault)}`,
      )
      return [...kept.map((at) => cells[at] ?? ''), line, sentences.join(' ')]
    }),
    ...{ notes: [], hidden: '' },
  })
  return download({ name: 'regels-met-uitleg.csv', type: 'text/csv; charset=utf-8', body })
})
