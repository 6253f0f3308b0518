import type { Linked, LinkedSum } from './linked.ts'

/** A prime below 2^26, so that a product of two remainders is still an exact whole number. */
const PRIME = 67_108_859

type Row = Map<Linked, number>
type Pivot = { readonly cell: Linked; readonly row: Row }

/**
 * The hidden cells that follow from what is shown by adding and subtracting alone, each with the shown cells it follows
 * from.
 *
 * Gaussian elimination over the hidden cells, exact modulo a prime, and then one solution with numbers drawn at random
 * for the cells that are free: what cannot differ is zero in it. A draw that happens to be zero (one in 67 million)
 * would only hide a cell more. The draw is the same every time.
 */
export function determined(sums: readonly LinkedSum[]): Map<Linked, Linked[]> {
  const pivots = eliminate(sums.map(rowOf))
  const solution = solve(pivots)
  const explain = explanations(pivots)
  const found = [...solution].filter(([cell, value]) => value === 0 && !cell.isUnseen)
  return new Map(found.map(([cell]) => [cell, [...explain(cell).keys()].filter((one) => !one.isHidden)]))
}

/** The shown cells stand in the rows too: they say afterwards what a hidden one follows from. */
function rowOf({ total, parts }: LinkedSum): Row {
  const row: Row = new Map()
  if (isInPlay(total)) row.set(total, PRIME - 1)
  for (const part of parts) if (isInPlay(part)) row.set(part, 1)
  return row
}

const isInPlay = (cell: Linked): boolean => cell.isHidden || (cell.value !== 0 && !cell.isFixed)

/** One solution modulo the prime: whatever is not the pivot of a row is drawn. */
function solve(pivots: readonly Pivot[]): Map<Linked, number> {
  const draw = numbers()
  const solution = new Map<Linked, number>()
  const solved = (cell: Linked): number => {
    if (!cell.isHidden) return 0
    const known = solution.get(cell) ?? draw()
    solution.set(cell, known)
    return known
  }
  for (const { cell, row } of pivots.toReversed()) {
    let rest = 0
    for (const [other, times] of row) if (other !== cell) rest = (rest + times * solved(other)) % PRIME
    solution.set(cell, ((PRIME - rest) * inverse(row.get(cell) ?? 1)) % PRIME)
  }
  return solution
}

/** Writes a hidden cell out in the cells that are shown or free. */
function explanations(pivots: readonly Pivot[]): (cell: Linked) => Row {
  const rows = new Map(pivots.map(({ cell, row }) => [cell, row]))
  const known = new Map<Linked, Row>()
  return function explain(cell: Linked): Row {
    const row = rows.get(cell)
    if (row === undefined) return new Map([[cell, 1]])
    const before = known.get(cell)
    if (before !== undefined) return before
    const written: Row = new Map()
    const scale = PRIME - inverse(row.get(cell) ?? 1)
    for (const [other, times] of row) {
      if (other === cell) continue
      for (const [one, value] of explain(other)) addTo(written, one, (((scale * times) % PRIME) * value) % PRIME)
    }
    known.set(cell, written)
    return written
  }
}

function addTo(row: Row, cell: Linked, value: number): void {
  const now = ((row.get(cell) ?? 0) + value) % PRIME
  if (now === 0) row.delete(cell)
  else row.set(cell, now)
}

/** Takes the hidden cells in the order that makes the fewest new entries: those in the fewest rows first. */
function eliminate(rows: readonly Row[]): Pivot[] {
  const rowsOf = new Map<Linked, Set<Row>>()
  const buckets: Set<Linked>[] = []
  const holdersOf = (cell: Linked): Set<Row> => {
    const holders = rowsOf.get(cell) ?? new Set()
    rowsOf.set(cell, holders)
    return holders
  }
  const edit = (cell: Linked, change: (holders: Set<Row>) => void): void => {
    if (!cell.isHidden) return
    const holders = holdersOf(cell)
    buckets[holders.size]?.delete(cell)
    change(holders)
    if (holders.size === 0) return
    const bucket = buckets[holders.size] ?? new Set()
    buckets[holders.size] = bucket.add(cell)
  }
  for (const row of rows) for (const cell of row.keys()) edit(cell, (holders) => holders.add(row))
  const pivots: Pivot[] = []
  for (let cell = firstOf(buckets); cell !== undefined; cell = firstOf(buckets)) {
    const [row, ...others] = [...holdersOf(cell)].sort((a, b) => a.size - b.size) as [Row, ...Row[]] // a cell in a bucket stands in a row
    for (const other of row.keys()) edit(other, (holders) => holders.delete(row))
    for (const other of others) subtract(other, row, cell, edit)
    pivots.push({ cell, row })
  }
  return pivots
}

function firstOf(buckets: readonly (Set<Linked> | undefined)[]): Linked | undefined {
  for (const bucket of buckets) for (const cell of bucket ?? []) return cell
  return undefined
}

/** Clears the cell from `row` by taking off as much of `pivot` as needed. */
function subtract(
  row: Row,
  pivot: Row,
  cell: Linked,
  edit: (cell: Linked, change: (holders: Set<Row>) => void) => void,
): void {
  const times = ((row.get(cell) ?? 0) * inverse(pivot.get(cell) ?? 1)) % PRIME
  for (const [other, value] of pivot) {
    const stood = row.has(other)
    addTo(row, other, PRIME - ((times * value) % PRIME))
    if (stood && !row.has(other)) edit(other, (holders) => holders.delete(row))
    if (!stood && row.has(other)) edit(other, (holders) => holders.add(row))
  }
}

/** By Euclid; nearly all that is asked is 1 or -1. */
function inverse(value: number): number {
  if (value === 1 || value === PRIME - 1) return value
  let [a, b, x, y] = [value, PRIME, 1, 0]
  while (b !== 0) {
    const whole = Math.floor(a / b)
    ;[a, b, x, y] = [b, a - whole * b, y, x - whole * y]
  }
  return ((x % PRIME) + PRIME) % PRIME
}

/** Lehmer's generator: the same numbers every time, none zero. */
function numbers(): () => number {
  let state = 48_271
  return () => {
    state = (state * 16_807) % 2_147_483_647
    return 1 + (state % (PRIME - 1))
  }
}
