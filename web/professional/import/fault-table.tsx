import type { Fault } from '../../../capabilities/imports/fault.ts'
import type { Findings } from '../../../capabilities/imports/findings.ts'
import type { ImportDetail } from '../../../capabilities/imports/queries.ts'
import { Icon } from '../../design/icon.tsx'
import { Pagination } from '../../design/paging.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { importWords } from '../../words/import.ts'
import { faultInWords } from '../../words/import-faults.ts'

/** The name of a field that puts a cell right: its row and its column. */
export const CORRECTED = /^cel (\d{1,7}) (.+)$/s
const correctedName = (fault: Fault): string => `cel ${fault.row} ${fault.column}`

const ON_ONE_PAGE = 50

/** Which page of a long list is asked, counted from 1. */
export const pageAsked = (page: PageRequest): number =>
  Math.max(1, Math.trunc(Number(page.query.get('blad') ?? 1)) || 1)

type Village = { readonly name: string }
type TableProps = { page: PageRequest; detail: ImportDetail; findings: Findings; villages: readonly Village[] }

/** Every fault with a field to put it right; a row that does not fit the columns has none. */
export const FaultTable = ({ page, detail, findings, villages }: TableProps) => {
  const words = importWords[page.lang]
  const pages = Math.ceil(findings.faults.length / ON_ONE_PAGE)
  const now = Math.min(pageAsked(page), pages)
  const from = (now - 1) * ON_ONE_PAGE
  const shown = findings.faults.slice(from, from + ON_ONE_PAGE)
  return (
    <>
      {pages > 1 ? <p class="soft">{words.faultsShown(from + 1, from + shown.length, findings.faultCount)}</p> : null}
      {findings.faultCount > findings.faults.length ? <p>{words.faultsListed(findings.faults.length)}</p> : null}
      <DataTable
        lang={page.lang}
        caption={words.putRight}
        head={words.row}
        columns={[{ head: words.faultColumn }, { head: words.putRightHere }, { head: words.matter }]}
        rows={shown.map((fault, at) => ({
          head: String(fault.row),
          cells: [
            fault.column === '' ? words.wholeRow : fault.column,
            <PutRight page={page} fault={fault} id={`cel-${at + 1}`} villages={villages} />,
            <Matter page={page} fault={fault} id={`cel-${at + 1}`} />,
          ],
        }))}
        stacked
      />
      <Pagination lang={page.lang} now={now} all={pages} hrefOf={(number) => links.importRows(detail.id, number)} />
    </>
  )
}

type CellProps = { page: PageRequest; fault: Fault; id: string }

const Matter = ({ page, fault, id }: CellProps) => {
  const { what, todo } = faultInWords(page.lang, fault)
  return (
    <span id={`${id}-error`}>
      <strong class="why">{what}</strong> {todo}
    </span>
  )
}

const PutRight = ({ page, fault, id, villages }: CellProps & { villages: readonly Village[] }) => {
  const words = importWords[page.lang]
  if (fault.column === '') return <span class="soft">{words.wholeRowWhat}</span>
  const value = String(page.form.get(correctedName(fault)) ?? fault.value)
  const isVillage = fault.expected === 'village' || fault.expected === 'village-perhaps'
  const tied = { id, name: correctedName(fault), 'aria-invalid': 'true' as const, 'aria-describedby': `${id}-error` }
  return (
    <span class="fix">
      <label class="unseen" for={id}>
        {words.cellOf(fault.column, fault.row)}
      </label>
      {isVillage ? (
        <span class="select">
          <select {...tied} class="utrecht-select">
            <option value={value}>{value}</option>
            {villages.map((village) => (
              <option value={village.name}>{village.name}</option>
            ))}
          </select>
          <Icon name="down" />
        </span>
      ) : (
        <input
          {...tied}
          class="box utrecht-textbox utrecht-textbox--invalid"
          type="text"
          value={value}
          autocomplete="off"
        />
      )}
    </span>
  )
}
