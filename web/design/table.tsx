import type { Child, FC } from 'hono/jsx'
import { designWords } from '../words/design.ts'
import { formatNumber } from '../words/format.ts'
import type { Lang } from '../words/words.ts'
import { HIDDEN, MISSING, type Shown } from './shown.ts'

export type Column = {
  head: string
  /** Figures: right aligned, equally wide digits. */
  numeric?: boolean
  decimals?: number
  /** Draws the number of `bars` as a bar; the number itself stands in another column. */
  isBar?: boolean
}

/** In a numeric or bar column a Shown; in another column text or elements. */
export type Row = { head: Child; cells: readonly (Shown | Child)[] }

type TableProps = {
  lang: Lang
  caption: string
  /** For who does not see the heading above it, when that says the same. */
  captionUnseen?: boolean
  /** Head of the first column, which names the rows. */
  head: string
  columns: readonly Column[]
  rows: readonly Row[]
  total?: Row | undefined
  /** On a phone: one block per row with the figures under each other. */
  stacked?: boolean
}

/** A table whose first column names its rows; hidden cells are hatched and say so. */
export const DataTable: FC<TableProps> = (props) => {
  const largest = largestBar(props.columns, props.rows)
  const line = (row: Row) => (
    <tr>
      <th scope="row">{row.head}</th>
      {row.cells.map((cell, index) => (
        <Cell {...props} column={props.columns[index] ?? { head: '' }} cell={cell} largest={largest} />
      ))}
    </tr>
  )
  return (
    // A table that may scroll sideways can be reached by keyboard; one that sets its rows under each other need not.
    <section
      class="table utrecht-table-container"
      aria-label={designWords[props.lang].table(props.caption)}
      tabindex={props.stacked === true ? undefined : 0}
    >
      <table class={`data utrecht-table${props.stacked === true ? ' data--stacked' : ''}`}>
        <caption class={props.captionUnseen === true ? 'unseen' : 'utrecht-table__caption'}>{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{props.head}</th>
            {props.columns.map((column) => (
              <ColumnHead column={column} />
            ))}
          </tr>
        </thead>
        <tbody>{props.rows.map(line)}</tbody>
        {props.total === undefined ? null : <tfoot>{line(props.total)}</tfoot>}
      </table>
    </section>
  )
}

const ColumnHead: FC<{ column: Column }> = ({ column }) => (
  <th scope="col" class={column.numeric === true ? 'num utrecht-table__header-cell--numeric-column' : undefined}>
    {column.isBar === true ? <span class="unseen">{column.head}</span> : column.head}
  </th>
)

type CellProps = { lang: Lang; stacked?: boolean; column: Column; cell: Shown | Child; largest: number }

const Cell: FC<CellProps> = ({ lang, stacked, column, cell, largest }) => {
  if (column.isBar === true)
    return <td class="bar-cell">{typeof cell === 'number' ? <Bar part={cell / largest} /> : null}</td>
  const numeric = column.numeric === true ? 'num utrecht-table__cell--numeric-column' : ''
  if (cell === HIDDEN) {
    return (
      <td class={`${numeric} hid utrecht-data-placeholder`} data-label={column.head}>
        <span>{designWords[lang].hidden}</span>
      </td>
    )
  }
  return (
    <td class={numeric === '' ? undefined : numeric} data-label={column.head}>
      {cell === MISSING ? <span class="soft small">{designWords[lang].missing}</span> : null}
      {cell === MISSING ? null : inOnePiece(shown(lang, column, cell), stacked === true && numeric === '')}
    </td>
  )
}

const shown = (lang: Lang, column: Column, cell: Child): Child =>
  typeof cell === 'number' ? formatNumber(lang, cell, column.decimals ?? 0) : cell

/** Beside its head on a phone, what a cell holds stays together. */
const inOnePiece = (cell: Child, isBesideHead: boolean): Child => (isBesideHead ? <div>{cell}</div> : cell)

/** A bar of 0 to 1 of its cell. Says nothing to a screen reader: the number stands beside it. */
const Bar: FC<{ part: number }> = ({ part }) => (
  <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect width={Math.max(0, Math.round(part * 1000) / 10)} height="10" />
  </svg>
)

function largestBar(columns: readonly Column[], rows: readonly Row[]): number {
  const bars = rows.flatMap((row) => row.cells.filter((_, index) => columns[index]?.isBar === true))
  return Math.max(1, ...bars.filter((bar) => typeof bar === 'number'))
}
