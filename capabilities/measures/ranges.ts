import { bounds, type Linked, type LinkedSum } from './linked.ts'

type Range = {
  low: number
  high: number
  /** The sums that narrowed it last, from below and from above. */
  readonly because: { low?: LinkedSum; high?: LinkedSum }
}
type Ranges = ReadonlyMap<Linked, Range>

/** Rounds of narrowing; stopping early only finds fewer, and what adding and subtracting gives away is found elsewhere. */
const ROUNDS = 12

/**
 * The hidden cells that can be only one number once it is known that nothing is below zero and which cells are small:
 * each sum narrows its cells, over and over. With each the shown cells that had a part in it.
 */
export function pinned(sums: readonly LinkedSum[]): Map<Linked, Linked[]> {
  const ranges = new Map<Linked, Range>()
  for (const cell of sums.flatMap((sum) => [sum.total, ...sum.parts])) {
    if (!cell.isHidden || ranges.has(cell)) continue
    const [low, high] = bounds(cell)
    ranges.set(cell, { low, high, because: {} })
  }
  let open = new Set(sums)
  for (let round = 0; round < ROUNDS && open.size > 0; round += 1) {
    const next = new Set<LinkedSum>()
    for (const sum of open) for (const cell of narrow(sum, ranges)) for (const other of cell.sums) next.add(other)
    open = next
  }
  const found = [...ranges].filter(([cell, { low, high }]) => low >= high && !cell.isUnseen)
  return new Map(found.map(([cell]) => [cell, causes(cell, ranges)]))
}

/** Follows back which sums narrowed a cell, and which narrowed the others in those. */
function causes(cell: Linked, ranges: Ranges): Linked[] {
  const seen = new Set<LinkedSum>()
  const add = (one: Linked): void => {
    const because = ranges.get(one)?.because
    for (const sum of [because?.low, because?.high]) if (sum !== undefined) seen.add(sum)
  }
  add(cell)
  const shown = new Set<Linked>()
  for (const sum of seen) {
    for (const other of [sum.total, ...sum.parts]) {
      if (other.isHidden) add(other)
      else shown.add(other)
    }
  }
  return [...shown]
}

/** Narrows the cells of one sum by each other; gives those that changed. */
function narrow(sum: LinkedSum, ranges: Ranges): Linked[] {
  // Written as: the parts less the total make zero.
  const terms = [{ cell: sum.total, by: -1 }, ...sum.parts.map((cell) => ({ cell, by: 1 }))]
  const ends = terms.map(({ cell, by }) => {
    const { low, high } = ranges.get(cell) ?? { low: cell.value, high: cell.value }
    return by > 0 ? { low, high } : { low: -high, high: -low }
  })
  const least = sumOf(ends.map((end) => end.low))
  const most = sumOf(ends.map((end) => end.high))
  return terms.flatMap(({ cell, by }, index) => {
    const range = ranges.get(cell)
    const end = ends[index]
    if (range === undefined || end === undefined || range.low >= range.high) return []
    const [low, high] = [0 - without(most, end.high), 0 - without(least, end.low)]
    return tighten(range, by > 0 ? low : -high, by > 0 ? high : -low, sum) ? [cell] : []
  })
}

function tighten(range: Range, low: number, high: number, sum: LinkedSum): boolean {
  const [isUp, isDown] = [low > range.low, high < range.high]
  if (isUp) {
    range.low = low
    range.because.low = sum
  }
  if (isDown) {
    range.high = high
    range.because.high = sum
  }
  return isUp || isDown
}

/** A sum in which some ends can be endless: how many, which way, and what the rest makes. */
type EndlessSum = { readonly finite: number; readonly endless: number; readonly sign: number }

function sumOf(ends: readonly number[]): EndlessSum {
  let [finite, endless, sign] = [0, 0, 1]
  for (const end of ends) {
    if (Number.isFinite(end)) finite += end
    else [endless, sign] = [endless + 1, Math.sign(end)]
  }
  return { finite, endless, sign }
}

function without({ finite, endless, sign }: EndlessSum, end: number): number {
  const left = endless - (Number.isFinite(end) ? 0 : 1)
  return left > 0 ? sign * Number.POSITIVE_INFINITY : finite - (Number.isFinite(end) ? end : 0)
}
