import type { Measured } from './load.ts'

/** What a scenario came to, beside its two floors; milliseconds of processor are per answer. */
export type Line = {
  readonly name: string
  readonly product: Measured
  readonly appMs: number
  readonly databaseMs: number
  readonly memoryMib: number
  /** The one question alone, per second, by the database's own bench. */
  readonly sql?: number | undefined
  readonly bare: Measured | undefined
  readonly honest: Measured | undefined
  readonly atLeast?: number
  readonly p95Below?: number
}

export type Run = {
  readonly lines: readonly Line[]
  readonly size: number
  readonly users: number
  readonly seconds: number
}

/** The run as a table in Markdown, with every gate that was missed below it. */
export function report({ lines, size, users, seconds }: Run): string {
  const head = [
    'scenario',
    'per second',
    'p50',
    'p95',
    'p99',
    'app ms',
    'database ms',
    'kB',
    'sql/s',
    'bare/s',
    'of bare',
    'honest/s',
    'of honest',
  ]
  const rows = lines.map((line) => [
    line.name,
    count(line.product.perSecond),
    ...[line.product.p50, line.product.p95, line.product.p99, line.appMs, line.databaseMs].map(ms),
    count(line.product.kilobytes),
    line.sql === undefined ? '' : count(line.sql),
    ...beside(line.product, line.bare),
    ...beside(line.product, line.honest),
  ])
  const table = [head, head.map((_, at) => (at === 0 ? '---' : '--:')), ...rows].map(
    (cells) => `| ${cells.join(' | ')} |`,
  )
  const memory = Math.max(...lines.map(({ memoryMib }) => memoryMib))
  const missed = lines.flatMap(gatesMissed)
  return [
    `${size} trajectories, ${users} users, ${seconds} s a scenario; the process came to ${memory.toFixed(0)} MiB.`,
    '',
    ...table,
    '',
    ...(missed.length === 0 ? ['Every gate held.'] : missed.map((one) => `- missed: ${one}`)),
  ].join('\n')
}

/** In words, the gates of one scenario that did not hold. */
export function gatesMissed({ name, product, honest, atLeast, p95Below, memoryMib }: Line): string[] {
  const share = honest === undefined ? undefined : product.perSecond / honest.perSecond
  return [
    ...(atLeast !== undefined && share !== undefined && share < atLeast
      ? [`${name}: ${share.toFixed(2)} of the honest floor, at least ${atLeast} asked`]
      : []),
    ...(p95Below !== undefined && product.p95 > p95Below
      ? [`${name}: p95 ${ms(product.p95)} ms, at most ${p95Below} asked`]
      : []),
    ...(memoryMib > MOST_MEMORY_MIB ? [`${name}: ${memoryMib.toFixed(0)} MiB, at most ${MOST_MEMORY_MIB} asked`] : []),
  ]
}

const MOST_MEMORY_MIB = 250

const beside = (product: Measured, floor: Measured | undefined): string[] =>
  floor === undefined ? ['', ''] : [count(floor.perSecond), (product.perSecond / floor.perSecond).toFixed(2)]

const ms = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0))
const count = (value: number): string => value.toFixed(0)
