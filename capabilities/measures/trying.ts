import type { Linked, LinkedSum } from './linked.ts'

/** How far from the truth another number is looked for. */
const REACH = 3
/** Who tried this often for one cell has not worked it out. */
const TRIES = 300
/** The same for a whole table; a large one is hard to work out, and a page waits for it. */
const TRIES_IN_ALL = 3_000

/** What is known of a table so far. */
export type Tried = {
  /** Cells that were found to shift, or of which nobody could tell soon; hiding more takes no freedom away. */
  readonly movable: Set<Linked>
  tries: number
}
export const untried = (): Tried => ({ movable: new Set(), tries: 0 })

/**
 * The hidden cells for which no other whole number fits all sums at once, for who knows that nothing is below zero and
 * that no zero is hidden; each with the shown cells it follows from. Unlike `ranges.ts`, which narrows sum by sum, this
 * tries: it shifts the cell and then, sum by sum, what has to shift along.
 *
 * It gives up after so many tries, of a cell and of a table, and then takes a cell for one that shifts.
 */
export function onlyOne(cells: readonly Linked[], tried: Tried): Map<Linked, Linked[]> {
  const found = new Map<Linked, Linked[]>()
  for (const cell of cells) {
    if (!cell.isHidden || cell.isUnseen || tried.movable.has(cell)) continue
    if (tried.tries >= TRIES_IN_ALL) break
    const { shifts, looked, tries } = shiftOf(cell)
    tried.tries += tries
    if (shifts === undefined) found.set(cell, shownIn(looked))
    else for (const one of shifts) tried.movable.add(one)
  }
  return found
}

const shownIn = (sums: Iterable<LinkedSum>): Linked[] => [
  ...new Set([...sums].flatMap(({ total, parts }) => [total, ...parts]).filter((cell) => !cell.isHidden)),
]

/** What was tried so far: how much each chosen cell shifts, and how much each sum is off for it. */
type Attempt = {
  readonly chosen: Map<Linked, number>
  readonly off: Map<LinkedSum, number>
  readonly looked: Set<LinkedSum>
  tries: number
}
type Outcome = {
  readonly shifts: readonly Linked[] | undefined
  readonly looked: ReadonlySet<LinkedSum>
  readonly tries: number
}

/** The cells that shift together with the wanted one, or nothing where that cannot be; and the sums that were looked at. */
function shiftOf(wanted: Linked): Outcome {
  const attempt: Attempt = { chosen: new Map(), off: new Map(), looked: new Set(), tries: 0 }
  const { chosen, looked } = attempt
  const isFound = shiftsFor(wanted, 1).some((by) => by !== 0 && choose(attempt, wanted, by))
  const { tries } = attempt
  if (tries > TRIES) return { shifts: [wanted], looked, tries }
  return { shifts: isFound ? [...chosen].flatMap(([cell, by]) => (by === 0 ? [] : [cell])) : undefined, looked, tries }
}

function choose(attempt: Attempt, cell: Linked, by: number): boolean {
  attempt.chosen.set(cell, by)
  shift(attempt, cell, by)
  if (cell.sums.every((sum) => canBalance(attempt, sum)) && balance(attempt)) return true
  shift(attempt, cell, -by)
  attempt.chosen.delete(cell)
  return false
}

function shift({ off, looked }: Attempt, cell: Linked, by: number): void {
  for (const sum of cell.sums) {
    looked.add(sum)
    off.set(sum, (off.get(sum) ?? 0) + by * sign(sum, cell))
  }
}

/** Whether what may still shift in this sum can make up for what did. */
function canBalance(attempt: Attempt, sum: LinkedSum): boolean {
  let low = attempt.off.get(sum) ?? 0
  let high = low
  for (const cell of freeIn(attempt, sum)) {
    const [least, most] = reachOf(cell)
    const isPart = sign(sum, cell) > 0
    low += isPart ? least : -most
    high += isPart ? most : -least
  }
  return low <= 0 && high >= 0
}

/** Shifts along what has to: of a sum that is off, first the cell that stands in the fewest others. */
function balance(attempt: Attempt): boolean {
  attempt.tries += 1
  if (attempt.tries > TRIES) return false
  const off = [...attempt.off].flatMap(([sum, by]) => (by === 0 ? [] : [{ sum, by, free: freeIn(attempt, sum) }]))
  const most = off.toSorted((a, b) => a.free.length - b.free.length)[0]
  if (most === undefined) return true
  const next = most.free.toSorted((a, b) => a.sums.length - b.sums.length)[0]
  if (next === undefined) return false
  return shiftsFor(next, -most.by * sign(most.sum, next)).some((by) => choose(attempt, next, by))
}

const freeIn = ({ chosen }: Attempt, { total, parts }: LinkedSum): Linked[] =>
  [total, ...parts].filter((cell) => cell.isHidden && !chosen.has(cell))

/** A sum is written as: the parts less the total make zero. */
const sign = (sum: LinkedSum, cell: Linked): number => (sum.total === cell ? -1 : 1)

/** How far a hidden cell can go down and up. */
function reachOf({ value, isUnseen }: Linked): readonly [number, number] {
  const least = value === 0 || isUnseen ? 0 : 1
  return value < 0 ? [-REACH, Math.min(REACH, -least - value)] : [Math.max(-REACH, least - value), REACH]
}

/** All shifts of a cell: first the one that makes up for what is wrong, then the nearest. */
function shiftsFor(cell: Linked, makesUp: number): number[] {
  const [least, most] = reachOf(cell)
  const all = Array.from({ length: most - least + 1 }, (_, index) => least + index)
  return all.toSorted((a, b) => Number(b === makesUp) - Number(a === makesUp) || Math.abs(a) - Math.abs(b))
}
