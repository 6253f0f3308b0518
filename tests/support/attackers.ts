import type { Sum, TableCell } from '../../capabilities/measures/suppress.ts'

/** What a reader can see of a table: the cells, the sums everybody knows, and which cells are hidden. */
export type Seen = {
  readonly cells: readonly TableCell[]
  readonly sums: readonly Sum[]
  readonly hidden: ReadonlySet<string>
  readonly hideBelow: number
  /** Of which cells the reader cannot know that no zero is hidden there; none when left out. */
  readonly mayBeZero?: (id: string) => boolean
}

/** A prime below 2^26, so that a product of two remainders is still an exact number. */
const PRIME = 67_108_859

/**
 * The hidden cells that follow by adding and subtracting alone: Gaussian elimination over the sums, exact modulo a
 * prime (a coincidence modulo the prime could only miss a row in a table far larger than these).
 */
export function pinnedByAlgebra({ cells, sums, hidden }: Seen): string[] {
  const unknown = cells.filter((cell) => hidden.has(cell.id) || cell.role === 'unseen').map((cell) => cell.id)
  const column = new Map(unknown.map((id, at) => [id, at]))
  const rows = sums.map(({ total, parts }) => {
    const row = new Array<number>(unknown.length).fill(0)
    const put = (id: string, by: number) => {
      const at = column.get(id)
      if (at !== undefined) row[at] = ((((row[at] ?? 0) + by) % PRIME) + PRIME) % PRIME
    }
    put(total, -1)
    for (const part of parts) put(part, 1)
    return row
  })
  const reduced = reduce(rows, unknown.length)
  return unknown.filter(
    (id, at) =>
      hidden.has(id) &&
      reduced.some((row) => row[at] !== 0 && row.every((value, other) => other === at || value === 0)),
  )
}

/** Reduced row echelon form modulo the prime. */
function reduce(rows: number[][], width: number): number[][] {
  let top = 0
  for (let at = 0; at < width; at += 1) {
    const pivot = rows.findIndex((row, index) => index >= top && row[at] !== 0)
    if (pivot < 0) continue
    const [row] = rows.splice(pivot, 1) as [number[]] // findIndex found it
    const scale = inverse(row[at] ?? 0)
    const unit = row.map((value) => (value * scale) % PRIME)
    rows.splice(top, 0, unit)
    rows.forEach((other, index) => {
      const times = other[at] ?? 0
      if (index === top || times === 0) return
      rows[index] = other.map(
        (value, place) => (((value - ((times * (unit[place] ?? 0)) % PRIME)) % PRIME) + PRIME) % PRIME,
      )
    })
    top += 1
  }
  return rows.slice(0, top)
}

function inverse(value: number): number {
  let [result, base, power] = [1n, BigInt(value), BigInt(PRIME - 2)]
  for (; power > 0n; power >>= 1n) {
    if (power & 1n) result = (result * base) % BigInt(PRIME)
    base = (base * base) % BigInt(PRIME)
  }
  return Number(result)
}

/**
 * The hidden cells for which trying all whole numbers within `reach` of the truth gives no second value, for a reader
 * who even knows which cells are hidden for being small.
 */
export function pinnedByTrying(seen: Seen, reach = 3): string[] {
  const unknown = seen.cells.filter((cell) => seen.hidden.has(cell.id) || cell.role === 'unseen')
  const at = new Map(unknown.map((cell, index) => [cell.id, index]))
  const sums = seen.sums.map(({ total, parts }) =>
    [{ index: at.get(total), by: -1 }, ...parts.map((part) => ({ index: at.get(part), by: 1 }))].flatMap(
      ({ index, by }) => (index === undefined ? [] : [{ index, by }]),
    ),
  )
  const range = unknown.map((cell) => shifts(cell, seen, reach))
  return unknown
    .filter((cell, index) => seen.hidden.has(cell.id) && !canShift(index, range, sums))
    .map((cell) => cell.id)
}

function shifts(cell: TableCell, { hideBelow, mayBeZero }: Seen, reach: number): number[] {
  const limit = cell.hideBelow ?? hideBelow
  const isSmall = cell.role !== 'unseen' && cell.value > 0 && cell.value < limit
  const all = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach)
  // No zero is hidden but under a total that is always shown, so whoever sees a hidden cell knows that something is there.
  const least = cell.role === 'unseen' || cell.value === 0 || mayBeZero?.(cell.id) === true ? 0 : 1
  return all.filter((by) => cell.value + by >= least && (!isSmall || cell.value + by < limit))
}

/** A reader who has tried this often has not worked it out. */
const GIVE_UP = 2_000

type Shifting = { readonly index: number; readonly by: number }
/** A sum: what is chosen makes it this much wrong, and what is not chosen yet can change that by so much. */
type Balance = { off: number; low: number; high: number }

/** Whether a solution exists in which the wanted cell differs from the truth; tries every number in range, nearest first. */
function canShift(wanted: number, range: readonly number[][], sums: readonly Shifting[][]): boolean {
  const nearest = range.map((values) => values.toSorted((a, b) => Math.abs(a) - Math.abs(b)))
  const ends = range.map((values) => [Math.min(...values), Math.max(...values)] as const)
  const balances = sums.map((): Balance => ({ off: 0, low: 0, high: 0 }))
  const inSums = range.map((): { balance: Balance; by: number }[] => [])
  const chosen = new Set<number>()
  const free = (index: number, times: 1 | -1): void => {
    const [least, most] = ends[index] ?? [0, 0]
    for (const { balance, by } of inSums[index] ?? []) {
      balance.low += times * (by > 0 ? least : -most)
      balance.high += times * (by > 0 ? most : -least)
    }
  }
  for (const [at, balance] of balances.entries())
    for (const { index, by } of sums[at] ?? []) inSums[index]?.push({ balance, by })
  for (const index of range.keys()) free(index, 1)
  let tries = 0
  const balanced = (): boolean => {
    tries += 1
    if (tries > GIVE_UP) return true
    if (balances.some(({ off, low, high }) => off + low > 0 || off + high < 0)) return false
    // Whatever is not chosen yet stays as it truly is; a sum that then is not right needs one more cell to shift.
    const wrong = balances.findIndex(({ off }) => off !== 0)
    return wrong < 0 || trying(sums[wrong]?.find((part) => !chosen.has(part.index))?.index)
  }
  const trying = (index: number | undefined): boolean => {
    if (index === undefined) return false
    chosen.add(index)
    free(index, -1)
    for (const shift of nearest[index] ?? []) {
      if (index === wanted && shift === 0) continue
      for (const { balance, by } of inSums[index] ?? []) balance.off += by * shift
      if (balanced()) return true
      for (const { balance, by } of inSums[index] ?? []) balance.off -= by * shift
    }
    chosen.delete(index)
    free(index, 1)
    return false
  }
  return trying(wanted)
}

/** A cell as a reader who sees all pages at once takes it: a sum of the smallest groups. */
export type SeenWhole = {
  readonly name: string
  readonly atoms: readonly string[]
  readonly value: number
  readonly isShown: boolean
}

/**
 * The hidden numbers that are a combination of shown ones once every cell is written out in the smallest groups, those
 * under a shown zero struck out. Needs no list of sums: whatever follows by adding and subtracting is found.
 */
export function followsFrom(cells: readonly SeenWhole[]): string[] {
  const empty = new Set(cells.flatMap((cell) => (cell.isShown && cell.value === 0 ? cell.atoms : [])))
  const atoms = [...new Set(cells.flatMap((cell) => cell.atoms))].filter((one) => !empty.has(one))
  const column = new Map(atoms.map((one, at) => [one, at]))
  const rowOf = (cell: SeenWhole): number[] => {
    const row = new Array<number>(atoms.length).fill(0)
    for (const one of cell.atoms) {
      const at = column.get(one)
      if (at !== undefined) row[at] = 1
    }
    return row
  }
  const shown = cells.filter((cell) => cell.isShown && cell.value !== 0)
  const reduced = reduce(shown.map(rowOf), atoms.length)
  const pivots = reduced.map((row) => row.findIndex((value) => value !== 0))
  return cells
    .filter((cell) => !cell.isShown && cell.value !== 0 && isCombination(rowOf(cell), reduced, pivots))
    .map((cell) => cell.name)
}

function isCombination(row: number[], reduced: readonly number[][], pivots: readonly number[]): boolean {
  for (const [index, pivot] of pivots.entries()) {
    const times = row[pivot] ?? 0
    if (times === 0) continue
    for (const [at, value] of (reduced[index] ?? []).entries())
      row[at] = ((((row[at] ?? 0) - ((times * value) % PRIME)) % PRIME) + PRIME) % PRIME
  }
  return row.every((value) => value === 0)
}
