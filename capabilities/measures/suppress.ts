import { determined } from './linear.ts'
import { type Linked, link, type Sum, type Table, type TableCell } from './linked.ts'
import { pinned } from './ranges.ts'
import { onlyOne, untried } from './trying.ts'

export type { Sum, TableCell } from './linked.ts'

export type Suppression = {
  readonly cells: readonly TableCell[]
  readonly sums: readonly Sum[]
  /** A cell with a value or a number of families from 1 to below this is hidden; 0 or 1 hides nothing. */
  readonly hideBelow: number
}

/**
 * The cells to hide so that no small number can be read or worked out (R-265, F-21).
 *
 * First the small cells themselves. Then, until nothing changes, company for what still follows:
 * - hidden parts under a total that can be seen add up to at least the limit;
 * - no hidden cell follows by adding and subtracting (`linear.ts`);
 * - none can be only one number for who knows that nothing is below zero and which cells are small (`ranges.ts`);
 * - none is the only number that fits all sums at once for who tries them, as far as trying goes (`trying.ts`).
 * Company is the smallest of the shown cells that the hidden one follows from. Zero stays zero, except where a total that
 * must be shown leaves nothing else to hide. The same input gives the same answer, in whatever order.
 */
export function suppress(given: Suppression): Set<string> {
  const table = link(given)
  const hide = (cell: Linked): void => {
    cell.isHidden = true
  }
  table.cells.filter(isSmall).forEach(hide)
  const tried = untried()
  while (
    coverSmallSums(table, hide) ||
    coverWhatFollows(table, hide) ||
    giveCompany(onlyOne(table.cells, tried), hide)
  );
  return new Set(table.cells.filter((cell) => cell.isHidden && !cell.isUnseen).map((cell) => cell.id))
}

const isSmall = (cell: Linked): boolean =>
  cell.isUnseen ||
  cell.mustHide ||
  isBelow(Math.abs(cell.value), cell.hideBelow) ||
  isBelow(Math.abs(cell.families), cell.hideBelow)

const isBelow = (n: number, limit: number): boolean => n > 0 && n < limit

/** Gives company where the hidden parts under a visible total add up to a small number; says whether anything changed. */
function coverSmallSums(table: Table, hide: (cell: Linked) => void): boolean {
  let changed = false
  for (const { total, parts } of table.sums) {
    if (total.isHidden) continue
    const hidden = parts.filter((part) => part.isHidden)
    if (hidden.every((part) => part.isUnseen)) continue
    const limit = Math.max(...hidden.map((part) => part.hideBelow))
    const sum = (count: (cell: Linked) => number) => hidden.reduce((so, part) => so + Math.abs(count(part)), 0)
    if (sum((part) => part.value) >= limit && sum((part) => part.families) >= limit) continue
    const company = smallest(parts.filter(canHide)) ?? [total].find(canHide)
    if (company === undefined) continue
    hide(company)
    changed = true
  }
  return changed
}

const canHide = (cell: Linked): boolean => !cell.isHidden && !cell.isFixed && cell.value !== 0

/** The smallest of those that are missed least; parts before totals among equals. */
function smallest(cells: readonly Linked[]): Linked | undefined {
  const order = (a: Linked, b: Linked) =>
    a.weight - b.weight ||
    Math.abs(a.value) - Math.abs(b.value) ||
    a.partsBelow - b.partsBelow ||
    (a.id < b.id ? -1 : 1)
  return cells.toSorted(order)[0]
}

/** Gives company to the hidden cells that can be worked out; says whether it did. */
function coverWhatFollows(table: Table, hide: (cell: Linked) => void): boolean {
  const inPlay = table.sums.filter((sum) => sum.total.isHidden || sum.parts.some((part) => part.isHidden))
  const follows = determined(inPlay)
  return giveCompany(follows.size > 0 ? follows : pinned(inPlay), hide)
}

/** Hides beside each cell one of those it follows from; says whether there was any to hide. */
function giveCompany(follows: ReadonlyMap<Linked, readonly Linked[]>, hide: (cell: Linked) => void): boolean {
  let changed = false
  for (const [cell, from] of follows) {
    // Company given a moment ago in this round may be enough for this one too.
    if (from.some((one) => one.isHidden)) continue
    for (const company of companyFor(cell, from)) {
      hide(company)
      changed = true
    }
  }
  return changed
}

/** The cell to hide as well: of the cells it follows from, the one that is missed least. */
function companyFor(cell: Linked, from: readonly Linked[]): Linked[] {
  const near = smallest(from.filter(canHide))
  if (near !== undefined) return [near]
  // Only under a total that is always shown: there a zero that stays would give the small number away.
  const forced = cell.sums.filter((sum) => sum.total.isFixed)
  return forced.flatMap((sum) => sum.parts).filter((part) => !part.isHidden && !part.isFixed)
}
