import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { designWords } from '../words/design.ts'
import type { Lang } from '../words/words.ts'
import { type ChartKind, chartDrawn } from './chart-drawn.ts'
import type { ChartData, ChartSeries, ChartSize } from './chart-option.ts'
import { Details } from './details.tsx'
import { HIDDEN } from './shown.ts'
import { DataTable } from './table.tsx'

export type ChartProps = {
  lang: Lang
  /** What the chart finds, in words: its name for who does not see it. */
  label: string
  /** What is counted and how the lines differ. */
  caption: string
  periods: readonly { short: string; long: string }[]
  /** Head of the first column of its table, where the drawing is not over time. */
  periodHead?: string
  /** At most three; the first is the one that matters. */
  series: readonly ChartSeries[]
  decimals?: number | undefined
}

/** Text in a drawing that shrinks with its page becomes too small to read: phones get a drawing of their own. */
const sizes = {
  wide: { width: 680, height: 290 },
  narrow: { width: 340, height: 260 },
} as const satisfies Record<string, ChartSize>

/** A line per series over the periods, and the same numbers as a table below. Hidden periods are hatched and draw nothing. */
export const LineChart: FC<ChartProps> = (props) => <Chart {...props} kind="line" />

/** A bar per series and period, and the same numbers as a table below. Hidden periods are hatched and draw nothing. */
export const BarChart: FC<ChartProps> = (props) => <Chart {...props} kind="bar" />

const Chart: FC<ChartProps & { kind: ChartKind }> = (props) => {
  const words = designWords[props.lang]
  const { kind, lang, label, series, decimals } = props
  const data: ChartData = { lang, periods: props.periods.map(({ short }) => short), series, decimals }
  const drawn = Object.entries(sizes).map(([className, size]) =>
    raw(chartDrawn({ kind, data, size, named: { label, className } })),
  )
  const isHatched = props.series[0]?.values.includes(HIDDEN) === true
  return (
    <div class="chart">
      <figure class="utrecht-figure">
        {drawn}
        <figcaption class="small soft utrecht-figure__caption">
          {props.caption}
          {isHatched ? ` ${words.chartHidden}` : null}
        </figcaption>
      </figure>
      <Details summary={words.readAsTable}>
        <DataTable
          lang={props.lang}
          caption={props.caption}
          captionUnseen
          head={props.periodHead ?? words.period}
          columns={props.series.map(({ name }) => ({ head: name, numeric: true, decimals: props.decimals ?? 0 }))}
          rows={props.periods.map(({ long }, at) => ({
            head: long,
            cells: props.series.map(({ values }) => values[at] ?? null),
          }))}
        />
      </Details>
    </div>
  )
}
