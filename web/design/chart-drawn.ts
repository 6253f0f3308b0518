import { keptByContent } from '../../foundation/kept.ts'
import { barOption, type ChartData, type ChartSize, lineOption } from './chart-option.ts'
import { chartSvg } from './chart-svg.ts'

const options = { bar: barOption, line: lineOption } as const
export type ChartKind = keyof typeof options

/** All that a drawing depends on; nothing else may reach it. */
type Drawing = {
  readonly kind: ChartKind
  readonly data: ChartData
  readonly size: ChartSize
  readonly named: { readonly label: string; readonly className: string }
}

/** A drawing is some 6 kB, and making it costs the processor more than all the rest of its page. */
const kept = keptByContent<string>({ most: 200, largest: 2_000_000, sizeOf: (svg) => svg.length })

/** A chart as SVG; the same figures in the same words give the drawing that was made of them before. */
export const chartDrawn = (drawing: Drawing): string =>
  kept.of(JSON.stringify(drawing), () => {
    const { kind, data, size, named } = drawing
    return chartSvg(options[kind](data, size), size, named)
  })
