export type TableCell = {
  readonly id: string
  readonly value: number
  /** Trajectories behind the value; the limit holds for them too. */
  readonly families: number
  /** Instead of the limit of the whole table. */
  readonly hideBelow?: number
  /** `fixed`: shown elsewhere anyway, never hidden as company. `unseen`: never shown, only there to make a sum right. */
  readonly role?: 'fixed' | 'unseen'
  /** How much it is missed when hidden; company is first sought among the cells that are missed least. 0 when left out. */
  readonly weight?: number
  /** Hidden elsewhere already, so here too. */
  readonly mustHide?: boolean
}

/** Everybody can know that the parts make the total. */
export type Sum = { readonly total: string; readonly parts: readonly string[] }

/** A cell with the sums it stands in, while the table is worked on. */
export type Linked = {
  readonly id: string
  readonly value: number
  readonly families: number
  readonly hideBelow: number
  readonly isFixed: boolean
  readonly isUnseen: boolean
  readonly mustHide: boolean
  readonly weight: number
  readonly sums: LinkedSum[]
  /** In how many sums it is the total. */
  partsBelow: number
  isHidden: boolean
}
export type LinkedSum = { readonly total: Linked; readonly parts: readonly Linked[] }
export type Table = { readonly cells: readonly Linked[]; readonly sums: readonly LinkedSum[] }

/** Links cells and sums to each other, in an order of their own; throws on a sum over a cell that is not there. */
export function link(given: { cells: readonly TableCell[]; sums: readonly Sum[]; hideBelow: number }): Table {
  const cells = new Map<string, Linked>()
  for (const cell of given.cells.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const { id, value, families, role, mustHide = false, weight = 0, hideBelow = given.hideBelow } = cell
    const [isFixed, isUnseen] = [role === 'fixed', role === 'unseen']
    cells.set(id, {
      id,
      value,
      families,
      hideBelow,
      isFixed,
      isUnseen,
      mustHide,
      weight,
      sums: [],
      partsBelow: 0,
      isHidden: false,
    })
  }
  const find = (id: string): Linked => {
    const cell = cells.get(id)
    if (cell === undefined) throw new Error(`a sum names a cell that is not there: ${id}`)
    return cell
  }
  const ordered = given.sums.toSorted((a, b) => (a.total + a.parts[0] < b.total + b.parts[0] ? -1 : 1))
  const sums = ordered.map(({ total, parts }) => ({ total: find(total), parts: parts.map(find) }))
  for (const sum of sums) {
    sum.total.partsBelow += 1
    for (const cell of [sum.total, ...sum.parts]) cell.sums.push(sum)
  }
  return { cells: [...cells.values()], sums }
}

/**
 * Between which numbers a hidden cell must lie for who knows that no nothing is hidden, and which cells are hidden for
 * being small. Real readers know the first, not the second: what is hidden for being small looks like its company.
 */
export function bounds({ value, hideBelow, isUnseen }: Linked): readonly [number, number] {
  if (isUnseen) return value < 0 ? [Number.NEGATIVE_INFINITY, 0] : [0, Number.POSITIVE_INFINITY]
  const least = value === 0 ? 0 : 1
  const most = value !== 0 && Math.abs(value) < hideBelow ? hideBelow - 1 : Number.POSITIVE_INFINITY
  return value < 0 ? [-most, -least] : [least, most]
}
