import { createRequire } from 'node:module'
import type { EChartsOption } from 'echarts'
import { CHART_COLOURS, type ChartSize } from './chart-option.ts'

type Echarts = Pick<typeof import('echarts'), 'init'>
let echarts: Echarts | undefined

/**
 * Loaded when the first chart is drawn: a page without charts does not pay for it. One file loads ten times faster than a
 * thousand, and this one, with the common kinds of chart, takes 14 MB less than the one with all.
 */
function loaded(): Echarts {
  echarts ??= createRequire(import.meta.url)('echarts/dist/echarts.common.min') as Echarts // the same library as the types above
  return echarts
}

/**
 * The chart as SVG for inside a page: named for a screen reader, without style attributes, style sheets or ids of
 * events (the content policy would refuse the first two), and with the colours of our tokens.
 */
export function chartSvg(
  option: EChartsOption,
  { width, height }: ChartSize,
  named: { label: string; className: string },
): string {
  const chart = loaded().init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(option)
    const drawn = chart.renderToSVGString({ useViewBox: true })
    const label = escaped(named.label)
    const opening = `<svg class="${named.className}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}"><title>${label}</title>`
    return opening + inPageForm(drawn.slice(drawn.indexOf('>') + 1))
  } finally {
    chart.dispose()
  }
}

const inPageForm = (drawn: string): string =>
  drawn
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/\s(?:class|pointer-events|xml:space|ecmeta_[a-z_]+)="[^"]*"/g, '')
    .replace(/\sstyle="([^"]*)"/g, (_, declarations: string) => asAttributes(declarations))
    .replace(
      /\b(fill|stroke)="(#[0-9a-f]{3,6}|rgba?\([^)]*\))"/gi,
      (_, name: string, colour: string) => `${name}="${token(colour)}"`,
    )
    .replace(/\n+/g, '')

/** `font-size:13px;font-weight:650;` as attributes; the typeface comes from the page. */
function asAttributes(declarations: string): string {
  return declarations
    .split(';')
    .map((declaration) => declaration.split(':').map((part) => part.trim()))
    .filter(([name, value]) => name !== '' && value !== undefined && name !== 'font-family')
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')
}

/** Any other colour is a default of the library and becomes ink. */
function token(colour: string): string {
  const name = Object.entries(CHART_COLOURS).find(([hex]) => hex === colour.toLowerCase())?.[1]
  return `var(--vv-${name ?? 'ink'})`
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;')
