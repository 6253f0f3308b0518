import type { BarSeriesOption, EChartsOption, LineSeriesOption } from 'echarts'
import { formatNumber } from '../words/format.ts'
import type { Lang } from '../words/words.ts'
import type { Shown } from './shown.ts'

/** One line, or one bar in each period. The first is the one that matters; the others are what it is compared with. */
export type ChartSeries = { readonly name: string; readonly values: readonly Shown[] }

export type ChartData = {
  readonly lang: Lang
  /** Short names along the axis; a second line (`1e kw\n2026`) marks where something new begins, such as a year. */
  readonly periods: readonly string[]
  readonly series: readonly ChartSeries[]
  readonly decimals?: number | undefined
}

/** Room for the drawing, in pixels of its own. */
export type ChartSize = { readonly width: number; readonly height: number }

/** Colours by the name of their token; `chart-svg.ts` turns them into `var(--vv-…)`, so that dark and print follow. */
export const CHART_COLOURS = {
  '#010101': 'ink',
  '#020202': 'ink-soft',
  '#030303': 'rule',
  '#040404': 'action',
  '#050505': 'sheet',
  '#060606': 'hatch',
} as const

const [INK, SOFT, RULE] = ['#010101', '#020202', '#030303'] as const
const [ACTION, SHEET, HATCH] = ['#040404', '#050505', '#060606'] as const

/** Grey print keeps them apart as well: whole, dashed, dotted. */
const dashes = ['solid', [6, 4], [1.5, 4]] as const

/** Room that one name along the axis needs; with less, only the names that begin something are set. */
const PER_NAME = 42

/** The line chart: the first series drawn and named at its last point, the others dashed and named at their end. */
export function lineOption(data: ChartData, size: ChartSize): EChartsOption {
  return {
    ...frame(data, size),
    series: [hatching(data), ...data.series.map((series, at) => line({ data, at, ...series }))],
  }
}

/** The bar chart: a bar per period and series, with its number on top; the first whole, the others hatched. */
export function barOption(data: ChartData, size: ChartSize): EChartsOption {
  return {
    ...frame(data, size),
    series: [hatching(data), ...data.series.map((series, at) => bars({ data, at, ...series }))],
  }
}

function frame(data: ChartData, { width }: ChartSize): EChartsOption {
  const { top, bottom, step } = scale(
    data.series.flatMap(({ values }) => values.filter((value) => typeof value === 'number')),
  )
  const text = { color: SOFT, fontSize: 13 }
  const marks = data.periods.filter((name) => name.includes('\n'))
  const isCrowded = marks.length > 0 && data.periods.length * PER_NAME > width
  const interval = isCrowded ? (_: number, name: string) => marks.includes(name) : ('auto' as const)
  const periods = { type: 'category' as const, data: [...data.periods], axisTick: { show: false } }
  return {
    animation: false,
    aria: { enabled: true, decal: { show: false } },
    grid: { left: 44, right: data.series.length > 1 ? 68 : 32, top: 34, bottom: marks.length > 0 ? 46 : 30 },
    xAxis: [
      {
        ...periods,
        axisLine: { lineStyle: { color: INK } },
        axisLabel: { ...text, lineHeight: 17, hideOverlap: true, interval },
      },
      // The hatching has an axis of its own, so that bars keep their place.
      { ...periods, show: false },
    ],
    yAxis: {
      min: bottom,
      max: top,
      interval: step,
      axisLabel: { ...text, formatter: (n: number) => formatNumber(data.lang, n, Number.isInteger(step) ? 0 : 1) },
      splitLine: { lineStyle: { color: RULE } },
    },
  }
}

/** Whole steps from 0, or below the smallest number under it, to just above the largest that is shown: what is hidden never sets the scale. */
function scale(shown: readonly number[]): { top: number; bottom: number; step: number } {
  const largest = Math.max(1, ...shown)
  const rough = largest / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const nice = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? rough
  const step = Math.max(1, nice)
  // Plus 0, because the smallest of nothing below 0 would be -0.
  return { top: Math.ceil(largest / step) * step, bottom: Math.floor(Math.min(0, ...shown) / step) * step + 0, step }
}

/** The same hatching from bottom to top wherever the first series is hidden: its height says nothing. */
function hatching(data: ChartData): BarSeriesOption {
  const { top } = scale(data.series.flatMap(({ values }) => values.filter((value) => typeof value === 'number')))
  return {
    type: 'bar',
    xAxisIndex: 1,
    barWidth: '86%',
    barMaxWidth: 64,
    silent: true,
    data: (data.series[0]?.values ?? []).map((value) => (value === 'hidden' ? top : null)),
    itemStyle: { color: 'transparent', decal: hatch(HATCH) },
  }
}

const hatch = (color: string) => ({
  symbol: 'rect',
  color,
  dashArrayX: [1, 0],
  dashArrayY: [1.2, 5],
  rotation: Math.PI / 4,
})

/** One series among the others. */
type Drawn = { readonly data: ChartData; readonly values: readonly Shown[]; readonly name: string; readonly at: number }

function line({ data, name, values, at }: Drawn): LineSeriesOption {
  const last = values.findLastIndex((value) => typeof value === 'number')
  const color = at === 0 ? ACTION : SOFT
  const end = endLabel({ data, name, values, at })
  return {
    type: 'line',
    name,
    silent: true,
    emphasis: { disabled: true },
    lineStyle: { color, width: at === 0 ? 3 : 1.6, type: dash(at), cap: 'round', join: 'round' },
    itemStyle: { color },
    data: values.map((value, index) => {
      if (typeof value !== 'number') return null
      const isLast = index === last
      return { value, ...dot(isLast && at === 0, isAlone(values, index)), label: { ...end, show: isLast } }
    }),
  }
}

const dash = (at: number) => {
  const type = dashes[at % dashes.length] ?? 'solid'
  return typeof type === 'string' ? type : [...type]
}

/** Without neighbours there is no line to see it by. */
const isAlone = (values: readonly Shown[], index: number): boolean =>
  typeof values[index - 1] !== 'number' && typeof values[index + 1] !== 'number'

function dot(isEnd: boolean, alone: boolean) {
  if (isEnd) return { symbol: 'circle', symbolSize: 10 }
  return alone ? { symbol: 'circle', symbolSize: 6 } : { symbol: 'none' }
}

/** The first series tells its name and last number above its end; the others only their name, beside it. */
function endLabel({ data, name, values, at }: Drawn) {
  if (at > 0) return { position: 'right' as const, formatter: plain(name), color: SOFT, fontSize: 13 }
  const value = values.findLast((one) => typeof one === 'number') ?? 0
  const words = formatNumber(data.lang, value, data.decimals ?? 0)
  const named = data.series.length > 1 ? `${name}: ${words}` : words
  return {
    position: 'top' as const,
    distance: 8,
    formatter: plain(named),
    color: ACTION,
    fontSize: 14,
    fontWeight: 650,
  }
}

/** Text as it is: without this a name with braces would be read as a template. */
const plain = (text: string) => () => text

function bars({ data, name, values, at }: Drawn): BarSeriesOption {
  const color = at === 0 ? ACTION : SOFT
  const label = { show: true, position: 'top' as const, color, fontSize: 13 }
  return {
    type: 'bar',
    name,
    silent: true,
    emphasis: { disabled: true },
    barMaxWidth: 44,
    barGap: '12%',
    itemStyle: at === 0 ? { color } : { color: SHEET, borderColor: SOFT, borderWidth: 1, decal: hatch(SOFT) },
    data: values.map((value) => {
      if (typeof value !== 'number') return null
      return { value, label: { ...label, formatter: plain(formatNumber(data.lang, value, data.decimals ?? 0)) } }
    }),
  }
}
