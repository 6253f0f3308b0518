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
  const rooms: Rooms = new Map()
  for (const cell of cells) {
    if (!cell.isHidden || cell.isUnseen || tried.movable.has(cell)) continue
    if (tried.tries >= TRIES_IN_ALL) break
    const { shifts, looked, tries } = shiftOf(cell, rooms)
    tried.tries += tries
    if (shifts === undefined) found.set(cell, shownIn(looked))
    else for (const one of shifts) tried.movable.add(one)
  }
  return found
}

const shownIn = (sums: Iterable<LinkedSum>): Linked[] => [
  ...new Set([...sums].flatMap(({ total, parts }) => [total, ...parts]).filter((cell) => !cell.isHidden)),
]

/** How many cells of a sum are free to shift, and how far they can shift it together, down and up. */
type Room = { free: number; low: number; high: number }
/** Of each sum while nothing is chosen; counted once, and then changed with each choice. */
type Rooms = Map<LinkedSum, Readonly<Room>>

/** What was tried so far: how much each chosen cell shifts, and how much each sum is off for it, with the room left. */
type Attempt = {
  readonly chosen: Map<Linked, number>
  readonly sums: Map<LinkedSum, Room & { off: number }>
  readonly rooms: Rooms
  tries: number
}
type Outcome = {
  readonly shifts: readonly Linked[] | undefined
  readonly looked: Iterable<LinkedSum>
  readonly tries: number
}

/** The cells that shift together with the wanted one, or nothing where that cannot be; and the sums that were looked at. */
function shiftOf(wanted: Linked, rooms: Rooms): Outcome {
  const attempt: Attempt = { chosen: new Map(), sums: new Map(), rooms, tries: 0 }
  const isFound = shiftsFor(wanted, 1).some((by) => by !== 0 && choose(attempt, wanted, by))
  const { chosen, sums, tries } = attempt
  const looked = sums.keys()
  if (tries > TRIES) return { shifts: [wanted], looked, tries }
  return { shifts: isFound ? [...chosen].flatMap(([cell, by]) => (by === 0 ? [] : [cell])) : undefined, looked, tries }
}

function choose(attempt: Attempt, cell: Linked, by: number): boolean {
  attempt.chosen.set(cell, by)
  const canBalance = shift(attempt, cell, by)
  if (canBalance && balance(attempt)) return true
  takeBack(attempt, cell, by)
  attempt.chosen.delete(cell)
  return false
}

/** Shifts a cell; says whether what is free in each of its sums can still make up for it. */
function shift({ sums, rooms }: Attempt, cell: Linked, by: number): boolean {
  let canBalance = true
  for (const sum of cell.sums) {
    let room = sums.get(sum)
    if (room === undefined) {
      room = { ...roomIn(sum, rooms), off: 0 }
      sums.set(sum, room)
    }
    move(room, sum, cell, by, 1)
    if (room.off + room.low > 0 || room.off + room.high < 0) canBalance = false
  }
  return canBalance
}

function takeBack({ sums }: Attempt, cell: Linked, by: number): void {
  for (const sum of cell.sums) {
    const room = sums.get(sum)
    if (room !== undefined) move(room, sum, cell, by, -1)
  }
}

/** Takes a cell out of what is free in a sum and lets it count, or, at -1, the other way round. */
function move(room: Room & { off: number }, sum: LinkedSum, cell: Linked, by: number, times: 1 | -1): void {
  const [least, most] = reachOf(cell)
  const isPart = sign(sum, cell) > 0
  room.off += times * (isPart ? by : -by)
  room.free -= times
  room.low -= times * (isPart ? least : -most)
  room.high -= times * (isPart ? most : -least)
}

function roomIn(sum: LinkedSum, rooms: Rooms): Readonly<Room> {
  const known = rooms.get(sum)
  if (known !== undefined) return known
  const room = { free: 0, low: 0, high: 0, off: 0 }
  const free = [sum.total, ...sum.parts].filter((cell) => cell.isHidden)
  for (const cell of free) move(room, sum, cell, 0, -1)
  rooms.set(sum, room)
  return room
}

/** Shifts along what has to: of the sum that is off with the fewest free, the cell that stands in the fewest others. */
function balance(attempt: Attempt): boolean {
  attempt.tries += 1
  if (attempt.tries > TRIES) return false
  const most = tightest(attempt)
  if (most === undefined) return true
  const next = loosest(attempt, most.sum)
  if (next === undefined) return false
  return shiftsFor(next, -most.off * sign(most.sum, next)).some((by) => choose(attempt, next, by))
}

function tightest({ sums }: Attempt): { sum: LinkedSum; off: number } | undefined {
  let found: { sum: LinkedSum; off: number; free: number } | undefined
  for (const [sum, { off, free }] of sums) if (off !== 0 && free < (found?.free ?? Infinity)) found = { sum, off, free }
  return found
}

function loosest({ chosen }: Attempt, { total, parts }: LinkedSum): Linked | undefined {
  let found: Linked | undefined
  const look = (cell: Linked): void => {
    if (!cell.isHidden || chosen.has(cell)) return
    if (found === undefined || cell.sums.length < found.sums.length) found = cell
  }
  look(total)
  parts.forEach(look)
  return found
}

/** A sum is written as: the parts less the total make zero. */
const sign = (sum: LinkedSum, cell: Linked): number => (sum.total === cell ? -1 : 1)

/** How far a hidden cell can go down and up. */
function reachOf({ value, isUnseen }: Linked): readonly [number, number] {
  const least = value === 0 || isUnseen ? 0 : 1
  return value < 0 ? [-REACH, Math.min(REACH, -least - value)] : [Math.max(-REACH, least - value), REACH]
}

/** All shifts of a cell: first the one that makes up for what is wrong, then the nearest. */
function shiftsFor(cell: Linked, makesUp: number): readonly number[] {
  const [least, most] = reachOf(cell)
  const key = `${least} ${most} ${makesUp}`
  const known = orders.get(key)
  if (known !== undefined) return known
  const all = Array.from({ length: most - least + 1 }, (_, index) => least + index)
  const order = all.toSorted((a, b) => Number(b === makesUp) - Number(a === makesUp) || Math.abs(a) - Math.abs(b))
  if (orders.size < ORDERS_KEPT) orders.set(key, order)
  return order
}

/** A cell has few places to go, and each is asked thousands of times. */
const orders = new Map<string, readonly number[]>()
const ORDERS_KEPT = 1_000
