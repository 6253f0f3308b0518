import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BarChart, LineChart } from './chart.tsx'
import { barOption, type ChartData, lineOption } from './chart-option.ts'
import { chartSvg } from './chart-svg.ts'
import type { Shown } from './shown.ts'

const months = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun']
const size = { width: 680, height: 290 }

const data = (...series: Shown[][]): ChartData => ({
  lang: 'nl',
  periods: months,
  series: series.map((values, at) => ({ name: String(2026 - at), values })),
})
const drawn = (option: typeof lineOption, chart: ChartData): string =>
  chartSvg(option(chart, size), size, { label: 'Groeit', className: 'wide' })
const count = (text: string, part: RegExp): number => [...text.matchAll(part)].length

/** Filled shapes in the colour of doing: the bars, and the dots on a line. */
const shapes = (svg: string): number => count(svg, /<path [^>]*fill="var\(--vv-action\)"/g)

const shown = fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.constant<Shown>('hidden'), fc.constant<Shown>('missing'))
const series = fc.array(shown, { minLength: months.length, maxLength: months.length })

test('a chart carries nothing that the content policy refuses', () => {
  fc.assert(
    fc.property(series, series, (now, before) => {
      for (const svg of [drawn(lineOption, data(now, before)), drawn(barOption, data(now, before))]) {
        expect(svg).not.toMatch(/\sstyle=|<style|<script|\son[a-z]+=|<image|href=/)
      }
    }),
    { numRuns: 30 },
  )
})

test('every colour is one of ours, so that dark mode and print follow', () => {
  const svg =
    drawn(lineOption, data([3, 8, 'hidden', 5, 6, 7], [1, 2, 3, 4, 5, 6])) +
    drawn(barOption, data([3, 'hidden', 2, 1, 0, 9], [1, 2, 3, 4, 5, 6]))
  const colours = [...svg.matchAll(/\b(?:fill|stroke)="([^"]+)"/g)].map(([, colour]) => colour ?? '')
  expect(colours.filter((colour) => !/^(none|transparent|url\(#[\w-]+\)|var\(--vv-[a-z-]+\))$/.test(colour))).toEqual(
    [],
  )
  expect(svg).toContain('var(--vv-action)')
})

test('a chart has a name, and text that a page can size', async () => {
  const svg = drawn(lineOption, data([1, 2, 3, 4, 5, 6]))
  expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="Groeit"><title>Groeit<\/title>/)
  expect(svg).toMatch(/<text [^>]*font-size="13px"/)
})

test('a hidden number draws no bar and no dot', () => {
  fc.assert(
    fc.property(series, (values) => {
      const bars = shapes(drawn(barOption, data(values)))
      expect(bars).toBe(values.filter((value) => typeof value === 'number').length)
    }),
    { numRuns: 40 },
  )
  expect(shapes(drawn(lineOption, data(months.map(() => 'hidden'))))).toBe(0)
})

test('hatching has one height, whatever is beside it', () => {
  const heights = [
    ['hidden', 1, 1, 1, 1, 1],
    ['hidden', 4000, 1, 1, 1, 1],
  ] as Shown[][]
  const hatched = heights.map((values) => /<path d="([^"]+)" fill="url\(#/.exec(drawn(barOption, data(values)))?.[1])
  expect(hatched[0]).toBeDefined()
  expect(hatched[1]).toBe(hatched[0])
})

test('a line is broken at a hidden period and does not run through it', () => {
  const lineThrough = (values: Shown[]) =>
    /<path d="([^"]+)" fill="none" stroke="var\(--vv-action\)"/.exec(drawn(lineOption, data(values)))?.[1] ?? ''
  expect(count(lineThrough([1, 2, 3, 4, 5, 6]), /M/g)).toBe(1)
  expect(count(lineThrough([1, 2, 'hidden', 'missing', 5, 6]), /M/g)).toBe(2)
})

test('the same numbers stand beside the chart as a table, hidden ones in a word', async () => {
  const html = String(
    (
      <LineChart
        lang="nl"
        label="Groeit"
        caption="Gezinnen per maand"
        periods={months.map((short) => ({ short, long: `${short} 2026` }))}
        series={[{ name: '2026', values: [1200, 'hidden', 3, 'missing', 5, 6] }]}
      />
    ).toString(),
  )
  expect(html).toContain('Lees dit als tabel')
  expect(html).toContain('<th scope="row">feb 2026</th>')
  for (const words of ['1.200', 'verborgen', 'niet bekend', 'Een periode met arcering is verborgen.'])
    expect(html).toContain(words)
  expect(count(html, /<svg class="(wide|narrow)"/g)).toBe(2)
})

test('a name with signs of HTML or of a template stays a name', async () => {
  const name = '<b>{c} "x" & {value|y}'
  const html = String(
    (
      <BarChart
        lang="nl"
        label={name}
        caption={name}
        periods={[{ short: name, long: name }]}
        series={[
          { name, values: [3] },
          { name, values: [2] },
        ]}
      />
    ).toString(),
  )
  expect(html).not.toContain('<b>')
  expect(html).toContain('aria-label="&lt;b&gt;{c} &quot;x&quot; &amp; {value|y}"')
})
